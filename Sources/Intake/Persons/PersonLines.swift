import Domain

/// What must not be kept in bytes whose rows and cells are not known, line by line: a quote that nothing closes, letters of
/// no encoding, a program's file.
struct PersonLines {
    /// With the physical line, from 1.
    private(set) var found: [(line: Int, found: PersonFound)] = []

    private static let lineMax = 1 << 16
    private static let most = 1_000

    init(_ bytes: [UInt8]) {
        var line = 1
        var start = 0
        for at in bytes.indices {
            let isEnd = bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r")
            guard isEnd || at - start >= Self.lineMax || at == bytes.count - 1 else { continue }
            take(bytes[start...at], line)
            // A number that a long line is cut in stands whole in the next part.
            start = isEnd ? at + 1 : max(start + 1, at - 64)
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            if found.count >= Self.most { return }
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ line: Int) {
        // Of text in two bytes a letter, the digits are left.
        let bytes = bytes.contains(0) ? ArraySlice(bytes.filter { $0 != 0 }) : bytes
        guard bytes.withUnsafeBufferPointer({ PersonBytes.mayConcern($0, namesCount: false) }) else { return }
        if bytes.withUnsafeBufferPointer({ LineBytes($0).mayHoldNumber }) {
            // Whatever else parts cells may stand within a number; a tab does not.
            let text = String(decoding: bytes, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
                .joined(separator: " | ")
            if let number = PersonNumber.first(in: text) { found.append((line, .number(number.text))) }
        }
        var start = bytes.startIndex
        for at in bytes.indices where Self.isDelimiter(bytes[at]) {
            if start < at { take(cell: bytes[start..<at], line) }
            start = at + 1
        }
        if start < bytes.endIndex { take(cell: bytes[start...], line) }
    }

    private mutating func take(cell: ArraySlice<UInt8>, _ line: Int) {
        // Nearly all are passed over by their bytes.
        guard cell.withUnsafeBufferPointer({ PersonBytes.mayConcern($0, namesCount: false) }) else { return }
        let holds = cell.withUnsafeBufferPointer { LineBytes($0) }
        guard holds.mayHoldMark || holds.mayHoldBirth else { return }
        let text = String(decoding: cell, as: UTF8.self).trimmedCell
        if holds.mayHoldMark, let mark = SecrecyWords.mark(in: text, .cell) {
            found.append((line, .mark(mark)))
        } else if holds.mayHoldBirth, BirthMention.isIn(text) {
            found.append((line, .person(text)))
        }
    }

    /// What may part one cell from the next.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: ","): true
        default: false
        }
    }
}
