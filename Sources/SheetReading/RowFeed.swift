import Glibc

/// Gives the rows of a sheet to `PlainRow`, one by one, and to the parser what that cannot read, with all that stands around
/// the rows. Each row stands for itself, so the parser need not have seen those before it.
final class RowFeed {
    /// Where the rows come from that the next bytes hold.
    private enum Source {
        /// They have not begun.
        case above
        /// From `PlainRow`, and from the parser where that cannot read one.
        case bytes
        /// From the parser, to the end of the part.
        case parser
    }

    private var plain: PlainRow
    private var source = Source.above
    private var isFirst = true
    /// Bytes that wait for those behind them.
    private var held: [UInt8] = []

    private static let begin: StaticString = "<sheetData>"
    private static let end: StaticString = "</sheetData"
    private static let rowEnd: StaticString = "</row>"
    /// A row that does not end within so many bytes is the parser's, with all behind it.
    private static let heldMax = 1 << 18

    init(_ plain: PlainRow) { self.plain = plain }

    /// - Parameter parse: Has the parser take bytes; says whether there may be more.
    func take(
        _ bytes: UnsafeRawBufferPointer, _ part: SheetPart, _ parse: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        if isFirst {
            isFirst = false
            if !Self.isUTF8(bytes) { source = .parser }
        }
        if source == .parser { return parse(bytes) }
        guard !held.isEmpty else { return takeAll(bytes, part, parse) }
        held.append(contentsOf: bytes)
        let all = held
        held = []
        return all.withUnsafeBytes { takeAll($0, part, parse) }
    }

    /// When there are no more bytes.
    func takeRest(_ parse: (UnsafeRawBufferPointer) -> Bool) {
        if !held.isEmpty { _ = held.withUnsafeBytes(parse) }
        held = []
    }

    /// Whether the part's first bytes are those of XML in UTF-8: without a word of another encoding.
    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let head = bytes.prefix(200).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let first = head.first, first == UInt8(ascii: "<") || head.starts(with: [0xEF, 0xBB, 0xBF]) else {
            return false
        }
        let text = String(decoding: head, as: UTF8.self).replacing("'", with: "\"")
        return !text.contains("encoding") || text.contains("encoding=\"utf-8\"")
    }

    private func takeAll(
        _ bytes: UnsafeRawBufferPointer, _ part: SheetPart, _ parse: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        var place = 0
        if source == .above {
            guard let begin = Self.find(Self.begin, in: bytes, from: 0) else {
                // The tag with which the rows begin may have been cut in two.
                let cut = max(0, bytes.count - Self.begin.utf8CodeUnitCount + 1)
                held.append(contentsOf: bytes[cut...])
                return parse(UnsafeRawBufferPointer(rebasing: bytes[..<cut]))
            }
            place = begin + Self.begin.utf8CodeUnitCount
            guard parse(UnsafeRawBufferPointer(rebasing: bytes[..<place])) else { return false }
            // The parser has seen the tag, and is in nothing else: no comment, say.
            source = part.isInRows && part.depth == 2 ? .bytes : .parser
        }
        // Whole rows stand before it.
        let end = source == .bytes ? Self.lastRowEnd(in: bytes, from: place) : place
        while source == .bytes, place < bytes.count {
            guard let next = takeRow(bytes, place, end, part, parse) else { return !part.isStopped }
            place = next
        }
        return place < bytes.count ? parse(UnsafeRawBufferPointer(rebasing: bytes[place...])) : true
    }

    /// Takes the row at `place`, and says where it ends; `nil`: reading has ended, or the row waits for more bytes.
    private func takeRow(
        _ bytes: UnsafeRawBufferPointer, _ place: Int, _ end: Int, _ part: SheetPart,
        _ parse: (UnsafeRawBufferPointer) -> Bool
    ) -> Int? {
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
        var start = place
        while start < bytes.count, Mark.isBlank(base[start]) { start += 1 }
        guard start < end else {
            // Behind the last row, or in one that is long.
            guard bytes.count - start > Self.heldMax || Self.find(Self.end, in: bytes, from: start) != nil else {
                held.append(contentsOf: bytes[start...])
                return nil
            }
            source = .parser
            return place
        }
        var tag = base + start
        guard Mark.pass("<row", &tag), tag[0] == 0x20 || tag[0] == Mark.close else {
            source = .parser
            return place
        }
        if let after = plain.read(base + start, after: part.lastRow) {
            part.lend(plain: plain.row)
            return part.isStopped ? nil : after - base
        }
        let after = (Self.find(Self.rowEnd, in: bytes, from: start) ?? end) + Self.rowEnd.utf8CodeUnitCount
        guard parse(UnsafeRawBufferPointer(rebasing: bytes[start..<min(after, end)])) else { return nil }
        // It was a row, and nothing of it stands open.
        if !part.isInRows || part.depth != 2 { source = .parser }
        return min(after, end)
    }

    /// Behind the last end of a row; `start` where none ends.
    private static func lastRowEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let length = rowEnd.utf8CodeUnitCount
        guard let base = bytes.baseAddress, bytes.count - start >= length else { return start }
        var place = bytes.count - length
        while place >= start {
            if memcmp(base + place, rowEnd.utf8Start, length) == 0 { return place + length }
            place -= 1
        }
        return start
    }

    private static func find(_ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let length = word.utf8CodeUnitCount
        guard let base = bytes.baseAddress else { return nil }
        var place = start
        while bytes.count - place >= length {
            guard let found = memchr(base + place, Int32(word.utf8Start[0]), bytes.count - place - length + 1) else {
                return nil
            }
            place = UnsafeRawPointer(found) - base
            if memcmp(base + place, word.utf8Start, length) == 0 { return place }
            place += 1
        }
        return nil
    }
}
