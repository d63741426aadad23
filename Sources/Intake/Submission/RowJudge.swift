import DelimitedText
import Domain

/// A rule that sees one row, and what rows before it have said.
protocol RowRule: Rule {
    /// Whether it also judges rows whose cells may have moved.
    static var judgesMovedCells: Bool { get }

    /// Says what is wrong with a row, and takes out what therefore cannot be counted: cells, or the row.
    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge)
}

extension RowRule {
    static var judgesMovedCells: Bool { false }
}

/// Puts rows to the rules, and keeps what is said of them. A finding that will not be kept is never built.
struct RowJudge {
    let table: TableInHand
    var log: FindingLog
    /// Where each key was first seen.
    var seen: [String: (line: Int32, row: Int32)] = [:]
    /// Spellings of places that have been noted.
    var respelled: Set<String> = []

    init(_ table: TableInHand, log: FindingLog) {
        self.table = table
        self.log = log
    }

    mutating func say(_ rule: any Rule.Type, _ make: () -> Finding) { log.add(rule, make) }

    /// As `say`, of what the row says of its place; the row's reason answers a query.
    mutating func ask(_ row: RowInHand, _ rule: any Rule.Type, _ make: () -> Finding) {
        let subject = row.unit.map { Finding.Subject(unit: $0, measure: row.listMeasure?.code) }
        log.add(rule, reason: row.reason) {
            let finding = make()
            return finding.level == .query ? finding.of(subject) : finding
        }
    }

    /// An error for each cell of figures with such a fault; the cell is taken out already.
    mutating func sayFaults(
        _ row: RowInHand, _ block: borrowing RowBlock, _ rule: any Rule.Type,
        where isMeant: (RowInHand.Fault) -> Bool, _ make: (Position, String, RowInHand.Fault) -> Finding
    ) {
        for fault in row.faults where isMeant(fault) {
            log.add(rule) {
                make(table.position(row, fault.column), table.text(block, row.index, fault.column), fault)
            }
        }
    }
}
