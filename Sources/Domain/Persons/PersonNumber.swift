/// A number or address that identifies one person, known by its structure.
///
/// Citizens' numbers have twelve digits: province, century and sex, year of birth, six more. Older cards have nine, which a
/// count may have too: only a word beside them makes them one. Telephones are known by their prefixes.
package struct PersonNumber {
    enum Kind: String { case citizen, identity, telephone, landline, tax, insurance, account, passport, device, email }

    /// What is known of the place where a text stands.
    package struct Context {
        /// What the words beside it say.
        package var cues: PersonCues = []
        /// Above the table an office gives its own telephone number, address and tax number.
        var isLetterhead = false

        package init(cues: PersonCues = [], isLetterhead: Bool = false) {
            self.cues = cues
            self.isLetterhead = isLetterhead
        }
    }

    let kind: Kind
    /// Where it stands in the text as written, in scalars.
    let range: Range<Int>
    /// As it is searched for: digits as ASCII.
    package let text: String

    /// Fewer digits identify nobody.
    static let digitsMin = 7

    /// The first in a text.
    package static func first(in text: String, _ context: Context = Context()) -> PersonNumber? {
        all(in: SearchedText(text), context, atMost: 1).first
    }

    /// Those of a text, in its order.
    static func all(in text: SearchedText, _ context: Context = Context(), atMost most: Int = .max) -> [PersonNumber] {
        var found: [PersonNumber] = []
        if text.scalars.contains("@") || MailAddress.isSpelled(in: text) { found += MailAddress.all(in: text, context) }
        if let read = text.withExponentsWrittenOut { return found + all(in: read, context, atMost: most) }
        if let read = text.withLettersAsDigits { return found + all(in: read, context, atMost: most) }
        if let read = text.withWordsAsDigits { return found + all(in: read, context, atMost: most) }
        for run in DigitGroups.all(in: text) where found.count < most {
            found += NumberRun(run, in: text, context).numbers
        }
        return found
    }

    init(_ kind: Kind, _ range: Range<Int>, in text: SearchedText) {
        self.kind = kind
        self.range = text.places[range.lowerBound]..<text.places[range.upperBound - 1] + 1
        self.text = text.text(range)
    }
}

/// Addresses of electronic mail.
enum MailAddress {
    static func all(in text: SearchedText, _ context: PersonNumber.Context) -> [PersonNumber] {
        var found: [PersonNumber] = []
        for at in text.scalars.indices {
            guard let sign = sign(in: text, at) else { continue }
            var start = at
            if text[at - 1] == " ", at > 1, isLocal(text[at - 2]) { start = at - 1 }
            while start > 0, isLocal(text.scalars[start - 1]) { start -= 1 }
            var end = at + sign
            if text[end] == " ", isDomain(text[end + 1]) { end += 1 }
            let domain = end
            while end < text.scalars.count, isDomain(text.scalars[end]) { end += 1 }
            while end > at, !text.scalars[end - 1].isWordLetter { end -= 1 }
            guard start < at, end > domain else { continue }
            var parts = text.text(domain..<end).split(separator: ".").map(String.init)
            if sign != 3, let spaced = spacedDomain(in: text, domain) { (parts, end) = spaced }
            if sign > 1 || domain > at + 1, parts.last?.allSatisfy(\.isLetter) != true { continue }
            guard parts.count > 1, (parts.last?.count ?? 0) >= 2 else { continue }
            // An office's own address in its letterhead.
            if context.isLetterhead, parts.suffix(2).joined(separator: ".") == "gov.vn" { continue }
            found.append(PersonNumber(.email, start..<end, in: text))
        }
        return found
    }

    /// `vi-du . vn`, `vi-du (dot) com`, `vi-du chấm vn`: up to an ending that addresses have.
    private static func spacedDomain(in text: SearchedText, _ start: Int) -> (parts: [String], end: Int)? {
        var parts: [String] = []
        var at = start
        while parts.count < 5 {
            var end = at
            while isDomain(text[end]), text[end] != "." { end += 1 }
            guard end > at else { return nil }
            parts.append(text.text(at..<end))
            if parts.count > 1, endings.contains(text.text(at..<end).lowercased()),
                !(text[end] == "." && isDomain(text[end + 1]))
            {
                return (parts, end)
            }
            guard let next = behindDot(in: text, end) else { return nil }
            at = next
        }
        return nil
    }

    /// Where a domain goes on behind a point, with blanks around it or spelled.
    private static func behindDot(in text: SearchedText, _ at: Int) -> Int? {
        var at = at
        while text[at] == " ", at < text.scalars.count { at += 1 }
        let rest = text.text(at..<min(text.scalars.count, at + 6)).lowercased()
        guard let sign = dots.first(where: { rest.hasPrefix($0) }) else { return nil }
        at += sign.unicodeScalars.count
        while text[at] == " ", at < text.scalars.count { at += 1 }
        return at
    }

    private static let dots = [".", "[dot]", "(dot)", "[.]", "(.)", "(chấm)", "[chấm]", "chấm ", "dot "]
    private static let endings: Set<String> = [
        "vn", "com", "net", "org", "edu", "gov", "info", "biz", "io", "me", "asia", "co",
    ]

    /// `[at]`, `(a)` for the sign.
    static func isSpelled(in text: SearchedText) -> Bool {
        text.scalars.indices.contains { text.scalars[$0] != "@" && sign(in: text, $0) != nil }
    }

    /// How many scalars the sign has that stands here.
    private static func sign(in text: SearchedText, _ at: Int) -> Int? {
        switch text.scalars[at] {
        case "@": return 1
        case "[", "(":
            // `[ at ]` is as long as its blanks; `[a]` is a note, too.
            var word = at + 1
            while text[word] == " ", word < at + 3 { word += 1 }
            if text[word] == "@", word > at { return closes(text, word + 1).map { $0 - at } }
            guard text[word] == "a" || text[word] == "A" else { return nil }
            let isWhole = text[word + 1] == "t" || text[word + 1] == "T" || text[word + 1] == "@"
            return closes(text, word + (isWhole ? 2 : 1)).map { isWhole ? max(4, $0 - at) : $0 - at }
        case "a", "A":
            // «ten a còng vi-du.vn»
            guard text[at - 1] == " ", text.scalars.count > at + 5 else { return nil }
            let rest = Folding.exact(text.text(at..<at + 6))
            return rest == "a còng" || rest == "a cong" ? 6 : nil
        default: return nil
        }
    }

    /// Behind the bracket that closes a sign.
    private static func closes(_ text: SearchedText, _ at: Int) -> Int? {
        var at = at
        while text[at] == " ", at < text.scalars.count { at += 1 }
        return text[at] == "]" || text[at] == ")" ? at + 1 : nil
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWordLetter || scalar.isDigit || "._%+-".unicodeScalars.contains(scalar)
    }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.isWordLetter || scalar.isDigit || scalar == "." || scalar == "-")
    }
}
