/// What a PDF's bytes are made of: names, numbers, strings and operators, one after another, whatever is wrong with them.
struct PDFWords: Sequence, IteratorProtocol {
    enum Word {
        case string([UInt8])
        case name(String)
        case number(Double)
        case word(String)
        case open, close
    }

    private let bytes: ArraySlice<UInt8>
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    private static let wordMost = 128

    mutating func next() -> Word? {
        while place < bytes.endIndex {
            let byte = bytes[place]
            switch byte {
            case 0...0x20: place += 1
            case UInt8(ascii: "%"): place = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
            case UInt8(ascii: "("): return .string(literal())
            case UInt8(ascii: "<"):
                if place + 1 < bytes.endIndex, bytes[place + 1] == byte {
                    place += 2
                } else {
                    return .string(hexadecimal())
                }
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                place += 1
                return byte == UInt8(ascii: "[") ? .open : .close
            case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): place += 1
            default: return plain()
            }
        }
        return nil
    }

    private mutating func plain() -> Word {
        let start = place
        place += 1
        while place < bytes.endIndex, bytes[place] > 0x20, !"()<>[]{}/%".utf8.contains(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<Swift.min(place, start + Self.wordMost)], as: UTF8.self)
        if text.hasPrefix("/") { return .name(String(text.dropFirst())) }
        return Double(text).map { .number($0) } ?? .word(text)
    }

    private mutating func literal() -> [UInt8] {
        var found: [UInt8] = []
        var depth = 0
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                if depth == 1 { continue }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return found }
            case UInt8(ascii: "\\"):
                escaped(&found)
                continue
            default: break
            }
            found.append(byte)
        }
        return found
    }

    private mutating func escaped(_ found: inout [UInt8]) {
        guard place < bytes.endIndex else { return }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): found.append(0x20)
        case 0x0A, 0x0D: break
        case 0x30...0x37:
            var value = Int(byte - 0x30)
            var count = 1
            while count < 3, place < bytes.endIndex, (0x30...0x37).contains(bytes[place]) {
                value = value * 8 + Int(bytes[place] - 0x30)
                place += 1
                count += 1
            }
            found.append(UInt8(truncatingIfNeeded: value))
        default: found.append(byte)
        }
    }

    private mutating func hexadecimal() -> [UInt8] {
        place += 1
        var found: [UInt8] = []
        var half: UInt8?
        while place < bytes.endIndex, bytes[place] != UInt8(ascii: ">") {
            if let digit = MailTexts.hex(bytes[place]) {
                if let high = half { found.append(high << 4 | digit) }
                half = half == nil ? digit : nil
            }
            place += 1
        }
        place = Swift.min(place + 1, bytes.endIndex)
        if let half { found.append(half << 4) }
        return found
    }
}

/// What the codes of a PDF's font stand for, as the font says for whoever copies its text.
struct PDFLetters {
    private var texts: [Int: [UInt16]] = [:]
    /// Bytes of a code.
    private(set) var width = 1

    private static let most = 1 << 17

    /// `nil`: the stream is none that says so.
    init?(_ stream: [UInt8]) {
        guard ByteText.contains("beginbf", in: stream) else { return nil }
        var strings: [[UInt8]] = []
        var list: [[UInt8]]?
        var section = ""
        for word in PDFWords(stream[...]) {
            switch word {
            case .word(let word):
                if word == "endcodespacerange" { width = Swift.min(max(strings.map(\.count).max() ?? 1, 1), 2) }
                (section, strings) = (word, [])
            case .open: list = []
            case .close:
                if strings.count == 2, let list { take(list, from: Self.code(strings[0])) }
                (list, strings) = (nil, [])
            case .string(let text):
                guard list == nil else {
                    list?.append(text)
                    continue
                }
                strings.append(text)
                if section == "beginbfrange", strings.count == 3 {
                    take(strings[2], from: Self.code(strings[0]), to: Self.code(strings[1]))
                    strings = []
                } else if section == "beginbfchar", strings.count == 2 {
                    take([strings[1]], from: Self.code(strings[0]))
                    strings = []
                }
            default: break
            }
        }
    }

    private mutating func take(_ list: [[UInt8]], from first: Int) {
        for (place, text) in list.enumerated() where texts.count < Self.most {
            texts[first + place] = Self.units(text)
        }
    }

    private mutating func take(_ text: [UInt8], from first: Int, to last: Int) {
        guard first <= last, last - first < 1 << 16, texts.count < Self.most else { return }
        var units = Self.units(text)
        for code in first...last {
            texts[code] = units
            if let end = units.indices.last { units[end] &+= 1 }
        }
    }

    private static func code(_ bytes: [UInt8]) -> Int { bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

    private static func units(_ bytes: [UInt8]) -> [UInt16] {
        stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }

    func text(_ codes: [UInt8]) -> String {
        var units: [UInt16] = []
        for at in stride(from: 0, to: codes.count, by: width) {
            units += texts[Self.code(Array(codes[at..<Swift.min(at + width, codes.count)]))] ?? [0xFFFD]
        }
        return String(decoding: units, as: UTF16.self)
    }
}
