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
    ///
    /// A decimal fraction of at most 15 digits is kept: of all texts of 16 digits the nearest to its number is no farther from
    /// it than the fraction itself, and so is read as that number.
    static func stored(_ number: Double) -> Double {
        if abs(number) < 1e15, number == number.rounded() { return number == 0 ? 0 : number }
        if abs(number) < 1e9, (number * 1e6).rounded() / 1e6 == number { return number }
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
    package private(set) var blanks = 0
    package private(set) var texts = 0
    package private(set) var numbers = 0
    package private(set) var formulas = 0
    package private(set) var fingerprint: UInt64 = 0

    private var places = CellSet()

    package init(name: String) {
        self.name = name
    }

    /// The rows that have a cell.
    package var rows: Int { places.rowCount }

    /// All cells, blank ones with a format among them.
    package var cells: Int { blanks + texts + numbers + formulas }

    /// Counts a cell of the sheet; whether it is the first at its place.
    @discardableResult
    mutating func count(_ content: CellContent, at address: CellAddress) -> Bool {
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
        return places.insert(address)
    }

    /// A word at a time is mixed in by a multiplication of full width: it finds accidents, and need not withstand an enemy.
    private struct Hash {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func add(_ word: UInt64) {
            let product = (value ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            value = (product.high ^ product.low) &+ 0xd1b5_4a32_d192_ed03
        }

        mutating func add(_ text: String) {
            var text = text
            text.withUTF8 { bytes in
                let whole = bytes.count & ~7
                for start in stride(from: 0, to: whole, by: 8) {
                    add(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
                }
                var rest = UInt64(bytes.count)
                for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
                add(rest)
            }
        }
    }
}

/// A set of cells: a word of bits for each row, and what is farther to the right by its address.
struct CellSet: Hashable, Sendable {
    /// The rows that have a cell.
    private(set) var rowCount = 0
    /// By row, a bit for each of the first columns; all below the last row with a cell.
    private var rows: [UInt64] = []
    private var beyond: Set<CellAddress> = []
    private var rowsBeyond: Set<Int> = []

    /// Takes in a cell; whether it was not there before.
    mutating func insert(_ address: CellAddress) -> Bool {
        if address.row >= rows.count {
            rows.append(contentsOf: repeatElement(0, count: address.row + 1 - rows.count))
        }
        let before = rows[address.row]
        guard address.column < UInt64.bitWidth else {
            if before == 0, rowsBeyond.insert(address.row).inserted { rowCount += 1 }
            return beyond.insert(address).inserted
        }
        let bit = UInt64(1) << UInt64(address.column)
        if before == 0, rowsBeyond.isEmpty || !rowsBeyond.contains(address.row) { rowCount += 1 }
        rows[address.row] = before | bit
        return before & bit == 0
    }
}
