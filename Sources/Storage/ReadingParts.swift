import Domain
import GRDB

/// Reads the rows that belong to readings.
struct ReadingParts {
    private let texts: TextTable
    private let measureRows: PreparedStatement
    private let placeRows: PreparedStatement
    private let tallyRows: PreparedStatement
    private let findingRows: PreparedStatement
    private let answerRows: PreparedStatement

    init(_ database: Database) throws {
        func rows(_ columns: String, _ table: String) throws -> PreparedStatement {
            try PreparedStatement(database, "SELECT \(columns) FROM \(table) WHERE reading = ? ORDER BY n")
        }
        texts = try TextTable(database)
        measureRows = try rows("measure", "reading_measure")
        placeRows = try rows("unit_code, unit_from", "refused_place")
        tallyRows = try rows(
            """
            measure, unit_code, unit_from, month, codes, sum, cells_number, cells_zero, cells_uncollected, cells_empty
            """, "tally")
        findingRows = try rows(
            """
            rule, level, file, line, row, column, header, value, message_vi, message_en, expected_vi, expected_en,
            remedy_vi, remedy_en, answer
            """, "finding")
        answerRows = try rows(
            "line, row, column, asked, file, rule, asked_row, asked_column, question, reason", "answer")
    }

    func measures(of entry: Int) throws -> [String] {
        var measures: [String] = []
        try measureRows.bind(entry, at: 1)
        while try measureRows.step() { measures.append(try texts[measureRows.integer(0)]) }
        return measures
    }

    func refusedPlaces(of entry: Int) throws -> [UnitKey] {
        var places: [UnitKey] = []
        try placeRows.bind(entry, at: 1)
        while try placeRows.step() { places.append(try unit(placeRows, 0)) }
        return places
    }

    func tallies(of entry: Int) throws -> [Tally] {
        var tallies: [Tally] = []
        let rows = tallyRows
        try rows.bind(entry, at: 1)
        while try rows.step() {
            tallies.append(
                Tally(
                    measure: try texts[rows.integer(0)], unit: try unit(rows, 1), month: Month(index: rows.integer(3)),
                    codes: try texts[rows.integer(4)], sum: Quantity(thousandths: Int64(rows.integer(5))),
                    cells: Tally.Cells(
                        number: rows.integer(6), zero: rows.integer(7), uncollected: rows.integer(8),
                        empty: rows.integer(9))))
        }
        return tallies
    }

    func findings(of entry: Int, path: String) throws -> [Finding] {
        var findings: [Finding] = []
        let rows = findingRows
        try rows.bind(entry, at: 1)
        while try rows.step() {
            guard let level = Finding.Level(rawValue: rows.text(1)) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: rows.text(1))
            }
            let position = Position(
                file: rows.optionalText(2) ?? path, line: rows.integer(3), row: rows.integer(4),
                column: rows.optionalInteger(5), header: try texts.optional(rows.optionalInteger(6)))
            let expectedVi = try texts.optional(rows.optionalInteger(10))
            let expectedEn = try texts.optional(rows.optionalInteger(11))
            findings.append(
                Finding(
                    rule: RuleName(try texts[rows.integer(0)]), level: level, position: position,
                    value: rows.optionalText(7), message: Bilingual(vi: rows.text(8), en: rows.text(9)),
                    expected: expectedVi.flatMap { vi in expectedEn.map { Bilingual(vi: vi, en: $0) } },
                    remedy: Bilingual(vi: try texts[rows.integer(12)], en: try texts[rows.integer(13)]),
                    answer: rows.optionalText(14)))
        }
        return findings
    }

    func answers(of entry: Int, path: String) throws -> [Answer] {
        var answers: [Answer] = []
        let rows = answerRows
        try rows.bind(entry, at: 1)
        while try rows.step() {
            guard let asked = Answer.Asked(rawValue: rows.text(3)) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: rows.text(3))
            }
            answers.append(
                Answer(
                    position: Position(
                        file: path, line: rows.integer(0), row: rows.integer(1), column: rows.integer(2),
                        header: ReturnSheet.Column.reason.rawValue),
                    asked: asked, file: rows.text(4), rule: RuleName(try texts[rows.integer(5)]), row: rows.integer(6),
                    column: rows.optionalInteger(7), question: rows.text(8), reason: rows.text(9)))
        }
        return answers
    }

    private func unit(_ rows: PreparedStatement, _ column: Int32) throws -> UnitKey {
        UnitKey(code: try texts[rows.integer(column)], from: rows.optionalInteger(column + 1).map(Day.init(number:)))
    }
}
