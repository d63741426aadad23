import Glibc

/// What a cell holds, as written and as read back.
package enum CellContent: Hashable, Sendable {
    case blank
    case text(String)
    case number(Double)
    case formula(String, Cached)

    /// The value that a formula had when the file was written.
    package enum Cached: Hashable, Sendable {
        case text(String)
        case number(Double)
    }

    /// The number nearest to `number` that the library can write: it keeps 16 digits.
    static func stored(_ number: Double) -> Double {
        if abs(number) < 1e15, number == number.rounded() { return number == 0 ? 0 : number }
        var digits = [CChar](repeating: 0, count: 40)
        let count = withVaList([number]) { vsnprintf(&digits, digits.count, "%.16G", $0) }
        let text = String(decoding: digits.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return Double(text) ?? number
    }
}

/// What a sheet holds, counted while it is written and again while it is read back.
///
/// The fingerprint adds up a hash of every cell's place, kind and value, so that it does not depend on the order of
/// writing and no cell can be lost, moved or changed without its changing.
package struct SheetTotals: Hashable, Sendable {
    package let name: String
    /// The rows that have a cell.
    package private(set) var rows = 0
    package private(set) var blanks = 0
    package private(set) var texts = 0
    package private(set) var numbers = 0
    package private(set) var formulas = 0
    package private(set) var fingerprint: UInt64 = 0

    private var rowsSeen: Set<Int> = []

    package init(name: String) {
        self.name = name
    }

    /// All cells, blank ones with a format among them.
    package var cells: Int { blanks + texts + numbers + formulas }

    mutating func count(_ content: CellContent, at address: CellAddress) {
        if rowsSeen.insert(address.row).inserted { rows += 1 }
        var hash = Hash()
        hash.add(UInt64(address.row) << 14 | UInt64(address.column))
        switch content {
        case .blank:
            blanks += 1
            hash.add(0)
        case .text(let text):
            texts += 1
            hash.add(1)
            hash.add(text)
        case .number(let number):
            numbers += 1
            hash.add(2)
            hash.add(number.bitPattern)
        case .formula(let formula, let cached):
            formulas += 1
            hash.add(3)
            hash.add(formula)
            switch cached {
            case .text(let text): hash.add(text)
            case .number(let number): hash.add(number.bitPattern)
            }
        }
        fingerprint &+= hash.value
    }

    /// FNV-1a over 64 bits: it finds accidents, and need not withstand an enemy.
    private struct Hash {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func add(_ number: UInt64) {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                value = (value ^ (number >> shift & 0xFF)) &* 0x100_0000_01b3
            }
        }

        mutating func add(_ text: String) {
            for byte in text.utf8 {
                value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
            }
            add(UInt64(text.utf8.count))
        }
    }
}
