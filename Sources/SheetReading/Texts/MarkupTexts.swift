/// Takes markup apart without parsing it, so that damaged markup says what it says, too: texts, the attributes that hold
/// words, and comments, in memory that does not grow.
struct MarkupTexts {
    enum Kind { case text, attribute, comment }

    private enum State { case text, tag, comment }

    private let emit: (Kind, _ element: String, String) -> Void
    private var state = State.text
    private var run: [UInt8] = []
    private var tag: [UInt8] = []
    private var element = ""
    private var isInProperties = false
    private var names: [UInt64: Name] = [:]

    /// What is longer is looked at in pieces.
    private static let bytesMost = 1 << 16
    /// A number that is cut in two stands whole in the next piece.
    private static let overlap = 64

    /// Of markup that nobody knows, any attribute may hold words.
    private let takesAllAttributes: Bool

    init(takesAllAttributes: Bool = false, _ emit: @escaping (Kind, _ element: String, String) -> Void) {
        (self.takesAllAttributes, self.emit) = (takesAllAttributes, emit)
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            switch state {
            case .text:
                if byte == UInt8(ascii: "<") {
                    state = .tag
                    tag.removeAll(keepingCapacity: true)
                } else {
                    run.append(byte)
                    if run.count >= Self.bytesMost { flush(leaving: Self.overlap) }
                }
            case .tag: takeInTag(byte)
            case .comment:
                tag.append(byte)
                let isEnd = byte == UInt8(ascii: ">") && tag.suffix(3).elementsEqual("-->".utf8)
                guard isEnd || tag.count >= Self.bytesMost else { continue }
                emit(.comment, "", Self.decoded(tag))
                tag.removeAll(keepingCapacity: true)
                if isEnd { state = .text }
            }
        }
    }

    /// What is left when there are no more bytes.
    mutating func finish() {
        if state == .comment { emit(.comment, "", Self.decoded(tag)) }
        flush()
    }

    private mutating func takeInTag(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") {
            if tag.starts(with: "![CDATA[".utf8) {
                guard tag.suffix(2).elementsEqual("]]".utf8) else { return tag.append(byte) }
                run += tag.dropFirst(8).dropLast(2)
            } else {
                endTag()
            }
            state = .text
            return
        }
        tag.append(byte)
        if tag.count == 3, tag.elementsEqual("!--".utf8) {
            flush()
            tag.removeAll(keepingCapacity: true)
            state = .comment
        } else if tag.count >= Self.bytesMost {
            tag.removeAll(keepingCapacity: true)
        }
    }

    private mutating func endTag() {
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        let found = known(name)
        if found.isProperties { isInProperties = !isEnd && tag.last != UInt8(ascii: "/") }
        if !isInProperties, !found.isJoining { flush() }
        if !isEnd {
            if !found.isJoining || found.local == "t" { element = found.local }
            takeAttributes(of: found.local)
        }
    }

    /// What an element is called, and what that means for the texts around it.
    private struct Name {
        let local: String
        let isJoining: Bool
        let isProperties: Bool

        init(_ bytes: ArraySlice<UInt8>) {
            local = String(decoding: bytes, as: UTF8.self).split(separator: ":").last.map { $0.lowercased() } ?? ""
            isJoining = MarkupTexts.joining.contains(local)
            isProperties = local == "rpr"
        }
    }

    /// Markup has few names and millions of tags; those of up to eight bytes, none of which is zero, are one number each.
    private mutating func known(_ bytes: ArraySlice<UInt8>) -> Name {
        guard bytes.count <= 8 else { return Name(bytes) }
        let key = bytes.reduce(0) { $0 << 8 | UInt64($1) }
        if let name = names[key] { return name }
        let name = Name(bytes)
        if names.count < Self.namesMost { names[key] = name }
        return name
    }

    private static let namesMost = 1_000

    /// A text goes on behind a change of its letters.
    private static let joining: Set<String> = [
        "r", "t", "rpr", "span", "b", "i", "u", "s", "em", "strong", "font", "prooferr",
    ]

    private mutating func flush(leaving rest: Int = 0) {
        defer { run.removeFirst(run.count - min(rest, run.count)) }
        guard run.contains(where: { $0 > 0x20 }) else { return }
        emit(.text, element, Self.decoded(run))
    }

    private func takeAttributes(of local: String) {
        var at = tag.startIndex
        while let equals = tag[at...].firstIndex(of: UInt8(ascii: "=")) {
            let name = tag[at..<equals].reversed().drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
            guard let open = tag[(equals + 1)...].firstIndex(where: { $0 > 0x20 }) else { return }
            let quote = tag[open]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            let start = isQuoted ? open + 1 : open
            let blank = isQuoted ? nil : tag[start...].firstIndex { $0 <= 0x20 } ?? tag.endIndex
            guard let close = blank ?? tag[start...].firstIndex(of: quote) else {
                at = equals + 1
                continue
            }
            let word = String(decoding: name.reversed(), as: UTF8.self).lowercased()
            if takesAllAttributes || Self.telling.contains(word) || word.hasPrefix("data-")
                || word == "v" && local == "s"
                || word == "value" && Self.fields.contains(local) || word == "val" && Self.named.contains(local)
            {
                let text = Self.decoded(Array(tag[start..<close]))
                // `{8A1F…}`, by which programs know parts from one another.
                let isKey = text.utf8.count == 38 && text.hasPrefix("{")
                if !text.isEmpty, !isKey { emit(.attribute, local, text.removingPercentEncoding ?? text) }
            }
            at = min(close + 1, tag.endIndex)
        }
    }

    /// Elements of a page in which somebody has typed.
    private static let fields: Set<String> = ["input", "option", "param", "button", "meta", "data", "textarea"]

    /// Elements of a document whose words stand in `val`: the names of fields to fill in, and what may be chosen.
    private static let named: Set<String> = ["alias", "tag", "result", "default", "filter", "customfilter"]

    /// Attributes that hold words.
    private static let telling: Set<String> = [
        "name", "descr", "title", "alt", "prompt", "prompttitle", "error", "errortitle", "display", "tooltip",
        "location",
        "displayname", "target", "href", "formatcode", "caption", "author", "string", "summary", "desc", "content",
        "aria-label", "placeholder", "label", "longdesc", "cite", "instr",
        "displaytext", "comment", "alttext", "alttextsummary",
    ]

    private static func decoded(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var decoded = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(24).firstIndex(of: ";") else {
                decoded.append("&")
                rest = rest.dropFirst()
                continue
            }
            decoded += meaning(of: rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return decoded + rest
    }

    private static func meaning(of entity: Substring) -> String {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return " "
        // «&shy;» and its like show nothing.
        case "shy", "ZeroWidthSpace", "zwnj", "zwj", "lrm", "rlm", "NoBreak": return ""
        default: break
        }
        let digits = entity.dropFirst()
        guard entity.first == "#",
            let number = digits.first == "x" || digits.first == "X"
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
            let scalar = Unicode.Scalar(number)
        else { return " " }
        return String(Character(scalar))
    }
}
