/// The texts of a workbook, in one store of bytes within bounds.
struct TextStore {
    private var bytes: [UInt8] = []
    /// Where each begins; behind the last, where it ends.
    private var starts: [UInt32] = [0]

    var count: Int { starts.count - 1 }

    subscript(place: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, place < count else { return nil }
        return bytes[Int(starts[place])..<Int(starts[place + 1])]
    }

    func forEach(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { all in
            for place in 0..<count {
                take(UnsafeBufferPointer(rebasing: all[Int(starts[place])..<Int(starts[place + 1])]))
            }
        }
    }

    func hasRoom(for length: Int, _ limits: SheetLimits) -> Bool {
        count < limits.texts && bytes.count + length <= limits.textBytes
    }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
    }
}

/// A text of a cell as it is gathered, fit to stand in one line.
struct CellText {
    private(set) var bytes: [UInt8] = []
    /// Whether an escape may stand in it.
    private var hasUnderscore = false

    /// What comes next is set apart from what came before: a note's number raised behind a figure, one struck through.
    private var isParted = false

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isParted = false
        hasUnderscore = false
    }

    /// Digits on both sides make no number together.
    mutating func part() { isParted = true }

    mutating func append(_ byte: UInt8) {
        if isParted { part(from: byte) }
        bytes.append(byte)
        if byte == UInt8(ascii: "_") { hasUnderscore = true }
    }

    private mutating func part(from next: UInt8) {
        isParted = false
        if next &- 0x30 < 10, let last = bytes.last, last &- 0x30 < 10 { bytes.append(UInt8(ascii: "|")) }
    }

    mutating func append(_ text: some Collection<UInt8>) {
        if isParted, let first = text.first { part(from: first) }
        bytes.append(contentsOf: text)
        if !hasUnderscore { hasUnderscore = text.contains(UInt8(ascii: "_")) }
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func removeLast() { bytes.removeLast() }

    /// `_x000D_` stands for a character that XML does not have, `_x005F_` for an underscore.
    mutating func unescape() {
        guard hasUnderscore else { return }
        var clean: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if let scalar = escaped(at: place) {
                clean.append(contentsOf: String(Character(scalar)).utf8)
                place += 7
            } else {
                clean.append(bytes[place])
                place += 1
            }
        }
        bytes = clean
    }

    private func escaped(at place: Int) -> Unicode.Scalar? {
        guard bytes.count >= place + 7, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_"),
            let code = UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
        else { return nil }
        return Unicode.Scalar(code)
    }

    /// Control characters, tabs and line ends become blanks.
    mutating func flatten() {
        for place in bytes.indices where bytes[place] < 0x20 || bytes[place] == 0x7F { bytes[place] = 0x20 }
    }
}
