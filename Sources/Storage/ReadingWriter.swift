import Domain
import GRDB

/// Writes the rows of readings.
final class ReadingWriter {
    private let texts: TextWriter
    private let newest: PreparedStatement
    private let reading: PreparedStatement
    private let measure: PreparedStatement
    private let place: PreparedStatement
    private let tally: PreparedStatement
    private let refused: PreparedStatement
    private let finding: PreparedStatement
    private let subject: PreparedStatement
    private let answer: PreparedStatement
    private let packer: ReadingPacker

    init(_ database: Database, texts: TextWriter) throws {
        func insert(_ table: String, _ columns: Int) -> PreparedStatement {
            let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
            guard let names = Payload.tables.first(where: { $0.name == table })?.columns else {
                preconditionFailure("no table \(table)")
            }
            return PreparedStatement(database, "INSERT INTO \(table) (\(names)) VALUES (\(marks))")
        }
        self.texts = texts
        newest = PreparedStatement(
            database,
            """
            SELECT catalogue.digest, reading.intake_digest
            FROM reading JOIN catalogue ON catalogue.entry = reading.catalogue
            WHERE reading.receipt = ? ORDER BY reading.entry DESC LIMIT 1
            """)
        reading = insert("reading", 15)
        measure = insert("reading_measure", 3)
        place = insert("refused_place", 4)
        tally = insert("tally", 12)
        refused = insert("refused_cells", 3)
        finding = insert("finding", 17)
        subject = insert("finding_subject", 5)
        answer = insert("answer", 12)
        packer = try ReadingPacker(database)
    }

    /// Whether the newest reading of a receipt, if any, is under another catalogue or reader.
    func isNews(receipt: Int, _ catalogueDigest: String, _ intakeDigest: String) throws -> Bool {
        try newest.bind(receipt, at: 1)
        guard try newest.step() else { return true }
        defer { newest.reset() }
        return newest.text(0) != catalogueDigest || newest.text(1) != intakeDigest
    }

    func insert(_ value: Reading, entry: Int, receipt: Int, catalogue: Int, intakeDigest: String) throws {
        try reading.run([
            .integer(entry), .integer(receipt), .integer(catalogue), .text(intakeDigest),
            .optional(value.department), .optional(value.form), .optional(value.period?.first.index),
            .optional(value.period?.last.index), .text(value.part), .integer(value.sequence),
            .text(value.state.rawValue), .text(value.unlisted.rawValue), .integer(value.refusedRowsWithoutPlace),
            .integer(value.rowsRead), .integer(value.rowsCounted),
        ])
        for (index, code) in value.measures.enumerated() {
            try measure.run([.integer(entry), .integer(index), .integer(try texts.id(of: code, entry: entry))])
        }
        for (index, unit) in value.refusedPlaces.enumerated() {
            try place.run([
                .integer(entry), .integer(index), .integer(try texts.id(of: unit.code, entry: entry)),
                .optional(unit.from?.number),
            ])
        }
        try insert(value.tallies, entry: entry)
        for (index, finding) in value.findings.enumerated() {
            try insert(finding, at: index, path: value.receipt.path, entry: entry)
        }
        for (index, answer) in value.answers.enumerated() { try insert(answer, at: index, entry: entry) }
        try packer.insert(packer.pack(of: entry), of: entry)
    }

    private func insert(_ value: Answer, at index: Int, entry: Int) throws {
        try answer.run([
            .integer(entry), .integer(index), .integer(value.position.line), .integer(value.position.row),
            .integer(value.position.column ?? 0), .text(value.asked.rawValue), .text(value.file),
            .integer(try texts.id(of: value.rule.text, entry: entry)), .integer(value.row), .optional(value.column),
            .text(value.question), .text(value.reason),
        ])
    }

    /// The path through which nearly all rows come: numbers alone, bound one by one.
    private func insert(_ tallies: Tallies, entry: Int) throws {
        try tally.bind(entry, at: 1)
        for (index, value) in tallies.enumerated() {
            try tally.bind(index, at: 2)
            try tally.bind(try texts.id(of: value.measure, entry: entry), at: 3)
            try tally.bind(try texts.id(of: value.unit.code, entry: entry), at: 4)
            try tally.bind(.optional(value.unit.from?.number), at: 5)
            try tally.bind(value.month.index, at: 6)
            try tally.bind(try texts.id(of: value.codes, entry: entry), at: 7)
            try tally.bind(Int(value.sum.thousandths), at: 8)
            try tally.bind(value.cells.number, at: 9)
            try tally.bind(value.cells.zero, at: 10)
            try tally.bind(value.cells.uncollected, at: 11)
            try tally.bind(value.cells.empty, at: 12)
            while try tally.step() {}
            if value.cells.refused > 0 {
                try refused.run([.integer(entry), .integer(index), .integer(value.cells.refused)])
            }
        }
    }

    /// The level of a query that holds its file.
    static let holding = "held"

    private func insert(_ value: Finding, at index: Int, path: String, entry: Int) throws {
        func id(_ text: String?) throws -> PreparedStatement.Value {
            guard let text else { return .null }
            return .integer(try texts.id(of: text, entry: entry))
        }
        let position = value.position
        let isOwnFile = ExactText(position.file) == ExactText(path)
        try finding.run([
            .integer(entry), .integer(index), try id(value.rule.text),
            .text(value.holds ? Self.holding : value.level.rawValue),
            isOwnFile ? .null : .text(position.file), .integer(position.line), .integer(position.row),
            .optional(position.column), try id(position.header), .optional(value.value),
            .text(value.message.vi), .text(value.message.en), try id(value.expected?.vi), try id(value.expected?.en),
            try id(value.remedy.vi), try id(value.remedy.en), .optional(value.answer),
        ])
        guard let row = value.subject else { return }
        try subject.run([
            .integer(entry), .integer(index), try id(row.unit.code), .optional(row.unit.from?.number),
            try id(row.measure),
        ])
    }
}
