import Domain
import GRDB

/// The rows that hang on a reading, as one sequence of integers of as few bytes as they need.
///
/// In this order, each list after its length: measures; refused places; how many findings and answers there are; units and
/// codes of the tallies, each once; runs of tallies (measure, month, length); the tallies; where there are any, those with
/// refused cells and how many (packs of earlier versions end before). Texts are numbers of the table `text`.
struct ReadingPack: Equatable {
    let bytes: [UInt8]
    /// Of the tallies; `nil`: there are none.
    let months: ClosedRange<Int>?
}

/// Works out packs from the rows of the ledger.
final class ReadingPacker {
    private let measures: PreparedStatement
    private let places: PreparedStatement
    private let findings: PreparedStatement
    private let answers: PreparedStatement
    private let tallies: PreparedStatement
    private let refused: PreparedStatement?
    private let insertion: PreparedStatement

    init(_ database: Database) throws {
        measures = .ofReading(database, "measure", of: "reading_measure")
        places = .ofReading(database, "unit_code, unit_from", of: "refused_place")
        findings = PreparedStatement(database, "SELECT count(*) FROM finding WHERE reading = ?")
        answers = PreparedStatement(database, "SELECT count(*) FROM answer WHERE reading = ?")
        tallies = .ofReading(
            database,
            """
            measure, unit_code, unit_from, month, codes, sum, cells_number, cells_zero, cells_uncollected, cells_empty
            """, of: "tally")
        refused =
            try database.tableExists("refused_cells")
            ? .ofReading(database, "n, cells", of: "refused_cells") : nil
        insertion = PreparedStatement(
            database, "INSERT INTO reading_pack (reading, month_first, month_last, bytes) VALUES (?, ?, ?, ?)")
    }

    func insert(_ pack: ReadingPack, of entry: Int) throws {
        try insertion.run([
            .integer(entry), .optional(pack.months?.lowerBound), .optional(pack.months?.upperBound),
            .blob(pack.bytes),
        ])
    }

    func pack(of entry: Int) throws -> ReadingPack {
        var pack = IntegerWriter()
        pack.append(try list(measures, of: entry) { rows in [rows.integer(0)] })
        pack.append(try list(places, of: entry) { rows in [rows.integer(0), rows.optionalInteger(1).packed] })
        for count in [findings, answers] {
            try count.bind(entry, at: 1)
            while try count.step() { pack.append(count.integer(0)) }
        }
        return try appendTallies(of: entry, to: pack)
    }

    private func list(
        _ rows: PreparedStatement, of entry: Int, _ values: (PreparedStatement) -> [Int]
    ) throws -> [[Int]] {
        var list: [[Int]] = []
        try rows.bind(entry, at: 1)
        while try rows.step() { list.append(values(rows)) }
        return list
    }

    private struct UnitNumber: Hashable {
        let code: Int
        let from: Int
    }

    private func appendTallies(of entry: Int, to head: IntegerWriter) throws -> ReadingPack {
        var (pack, rows) = (head, IntegerWriter())
        var (unitPlaces, units): ([UnitNumber: Int], [[Int]]) = ([:], [])
        var (codePlaces, codes): ([Int: Int], [[Int]]) = ([:], [])
        var runs: [[Int]] = []
        var months: ClosedRange<Int>?
        try tallies.bind(entry, at: 1)
        while try tallies.step() {
            let unit = UnitNumber(code: tallies.integer(1), from: tallies.optionalInteger(2).packed)
            if unitPlaces[unit] == nil {
                unitPlaces[unit] = units.count
                units.append([unit.code, unit.from])
            }
            let code = tallies.integer(4)
            if codePlaces[code] == nil {
                codePlaces[code] = codes.count
                codes.append([code])
            }
            let (measure, month) = (tallies.integer(0), tallies.integer(3))
            months = months.map { min($0.lowerBound, month)...max($0.upperBound, month) } ?? month...month
            if let last = runs.last, last[0] == measure, last[1] == month {
                runs[runs.count - 1][2] += 1
            } else {
                runs.append([measure, month, 1])
            }
            rows.append(unitPlaces[unit] ?? 0)
            rows.append(codePlaces[code] ?? 0)
            for column in 5..<10 { rows.append(tallies.integer(Int32(column))) }
        }
        if let refused {
            let cells = try list(refused, of: entry) { [$0.integer(0), $0.integer(1)] }
            if !cells.isEmpty { rows.append(cells) }
        }
        for list in [units, codes, runs] { pack.append(list) }
        return ReadingPack(bytes: pack.bytes + rows.bytes, months: months)
    }
}

extension PreparedStatement {
    /// The rows of a table that hang on the reading that is bound, in their order.
    static func ofReading(_ database: Database, _ columns: String, of table: String) -> PreparedStatement {
        PreparedStatement(database, "SELECT \(columns) FROM \(table) WHERE reading = ? ORDER BY n")
    }
}

extension Int? {
    /// Nothing is 0; every number is another.
    fileprivate var packed: Int { map { $0 >= 0 ? $0 &+ 1 : $0 } ?? 0 }
}
