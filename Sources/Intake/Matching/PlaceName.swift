import Domain

/// A place's name as written, parted into its type, if it has one in front, and the rest.
struct PlaceName {
    /// `xã`, `phường`, …; `nil` where none is written.
    let type: String?
    /// As `Folding.exact`, without punctuation at the ends; apostrophes and hyphens part words like blanks.
    let whole: String
    /// `whole` without its type.
    let rest: String

    init(_ written: String) {
        whole = Self.parted(Self.trimmed(Folding.exact(written)))
        let bytes = whole.utf8
        let first = bytes.first ?? 0
        for (prefix, type) in Self.prefixes where prefix.utf8.first == first {
            // Both are composed, so that the bytes must agree before the letters can.
            guard bytes.starts(with: prefix.utf8), whole.hasPrefix(prefix) else { continue }
            let rest = Self.trimmed(String(whole[bytes.index(bytes.startIndex, offsetBy: prefix.utf8.count)...]))
            guard !rest.isEmpty else { continue }
            self.type = type
            self.rest = rest
            return
        }
        type = nil
        rest = whole
    }

    /// A name without the mark of a note behind it: `Mai Sơn (1)`, `Mai Sơn¹`, `Mai Sơn [a]`, `Mai Sơn (*)`; `nil` where there
    /// is none.
    static func withoutNote(_ written: String) -> String? {
        guard let last = written.unicodeScalars.last else { return nil }
        if last == ")" || last == "]" {
            guard let open = written.lastIndex(of: last == ")" ? "(" : "[") else { return nil }
            let mark = written[written.index(after: open)...].dropLast().trimmingPrefix { $0 == " " }
            let isMark =
                !mark.isEmpty && mark.count <= 3
                && (mark.allSatisfy { $0.isASCII && $0.isNumber } || mark.allSatisfy { $0 == "*" }
                    || mark.count == 1 && mark.allSatisfy { $0.isASCII && $0.isLetter && $0.isLowercase })
            return isMark ? String(written[..<open]).trimmedCell : nil
        }
        guard isRaised(last) else { return nil }
        var rest = written.unicodeScalars[...]
        while let scalar = rest.last, isRaised(scalar) { rest = rest.dropLast() }
        return String(rest).trimmedCell
    }

    /// The digits before a name, and the name behind the mark that parts them.
    static func numbered(_ name: String) -> (number: String, rest: String)? {
        let number = name.prefix { $0.isASCII && $0.isNumber }
        guard (1...5).contains(number.count) else { return nil }
        let behind = name[number.endIndex...].drop { $0.isWhitespace }
        guard let mark = behind.first, ".)-–:/_".contains(mark) else { return nil }
        let rest = String(behind.dropFirst()).trimmedCell
        return rest.isEmpty ? nil : (String(number), rest)
    }

    /// The name behind its number in a list: `1. Tô Hiệu`.
    static func listed(_ name: String) -> String? {
        numbered(name).flatMap { $0.number.utf8.count <= listDigitsMost ? $0.rest : nil }
    }

    /// Lists of places are not longer.
    static let listDigitsMost = 3

    /// A name without the office in front of it: `UBND xã Mai Sơn`; `nil` where there is none.
    static func withoutOffice(_ written: String) -> String? {
        guard let first = written.utf8.first, first | 0x20 == UInt8(ascii: "u") || first >= 0x80 else { return nil }
        let words = written.split(separator: " ")
        for office in [["ubnd"], ["uy", "ban", "nhan", "dan"]] where words.count > office.count {
            if words.prefix(office.count).map({ Folding.key(String($0)) }) == office {
                return words.dropFirst(office.count).joined(separator: " ")
            }
        }
        return nil
    }

    /// A name and the area behind its last comma or dash, or in brackets: `Phường Tô Hiệu, tỉnh Sơn La`, `Xã Yên Châu - Sơn La`, `Mường É
    /// (Thuận Châu)`; `nil` where there is none.
    static func partedByArea(_ written: String) -> (name: String, area: String)? {
        let blank: Character = " "
        let mark = written.indices.last { place in
            if written[place] == "," { return true }
            guard "-–".contains(written[place]), place > written.startIndex else { return false }
            let next = written.index(after: place)
            return written[written.index(before: place)] == blank && next < written.endIndex && written[next] == blank
        }
        guard let comma = mark else {
            guard written.last == ")", let open = written.firstIndex(of: "(") else { return nil }
            let inside = written[written.index(after: open)...].dropLast()
            return (String(written[..<open]).trimmedCell, String(inside).trimmedCell)
        }
        let (name, area) = (written[..<comma], written[written.index(after: comma)...])
        return (String(name).trimmedCell, String(area).trimmedCell)
    }

    /// A name with its code in front or in brackets behind: `03646 Phường Tô Hiệu`, `Phường Tô Hiệu (03646)`; `nil` where there
    /// is none.
    static func partedFromCode(_ written: String) -> (code: String, name: String)? {
        let front = written.prefix { $0.isASCII && $0.isNumber }
        if front.utf8.count == codeDigits, written.dropFirst(codeDigits).first == " " {
            return (String(front), String(written.dropFirst(codeDigits)).trimmedCell)
        }
        guard written.last == ")", let open = written.lastIndex(of: "(") else { return nil }
        let inside = written[written.index(after: open)...].dropLast()
        guard inside.utf8.count == codeDigits, inside.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return (String(inside), String(written[..<open]).trimmedCell)
    }

    /// Of a commune's code.
    private static let codeDigits = 5

    /// A raised digit.
    private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
        default: false
        }
    }

    /// The level of units that bear a type.
    static func level(ofType type: String) -> Unit.Level {
        switch type {
        case "tỉnh": .province
        case "huyện", "thị xã", "thành phố", "địa bàn": .district
        default: .commune
        }
    }

    private static func parted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "-") }) else { return text }
        return text.split { $0 == "'" || $0 == "-" || $0 == " " }.joined(separator: " ")
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        if let first = scalars.first, let last = scalars.last, first.isLatin, last.isLatin { return text }
        var view = text[...]
        while let last = view.last, last.isPunctuation, last != ")" || !view.contains("(") { view = view.dropLast() }
        while let first = view.first, first.isPunctuation || first == "+", first != "(" { view = view.dropFirst() }
        return view.trimmingPrefix(while: \.isWhitespace).description.trimmedCell
    }

    /// Longer ones first, so that `thị xã` is not taken for `xã`, nor `tp.` for `t`.
    private static let prefixes: [(String, String)] = {
        let words: [(String, String)] = [
            ("thị trấn", "thị trấn"), ("thi tran", "thị trấn"), ("thị xã", "thị xã"), ("thi xa", "thị xã"),
            ("thành phố", "thành phố"), ("thanh pho", "thành phố"), ("địa bàn", "địa bàn"), ("dia ban", "địa bàn"),
            ("phường", "phường"), ("phuong", "phường"), ("huyện", "huyện"), ("huyen", "huyện"),
            ("tỉnh", "tỉnh"), ("xã", "xã"), ("xa", "xã"),
        ]
        let short: [(String, String)] = [
            ("tt", "thị trấn"), ("tx", "thị xã"), ("tp", "thành phố"), ("p", "phường"), ("h", "huyện"), ("x", "xã"),
        ]
        return words.map { ($0 + " ", $1) } + short.flatMap { [($0 + ".", $1), ($0 + " ", $1)] }
    }()
}

extension Unicode.Scalar {
    /// A digit or a Latin letter, as nearly all names begin and end with.
    fileprivate var isLatin: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1EA0...0x1EFF: true
        default: false
        }
    }
}
