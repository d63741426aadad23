import DelimitedText
import Domain

/// The reasons that a department wrote into a return, row by row.
struct ReturnAnswers {
    private(set) var answers: [Answer] = []
    private(set) var log = FindingLog()
    /// Where a row ends is no longer known.
    private(set) var hasFatalDoubt = false

    /// The first words beside the table, in the row of a question that has no reason.
    private(set) var beside: (position: Position, words: String)?

    /// A return lists fewer questions.
    private static let most = 20_000

    private let file: String
    private let fields: [ReturnSheet.Column: Int]
    private let headerRow: Int
    private let width: Int
    private let isSheet: Bool

    init(_ document: DelimitedDocument, _ layout: ReturnLayout, headerRow: Int, file: String) {
        self.file = file
        fields = layout.fields
        self.headerRow = headerRow
        width = layout.width
        isSheet = document.dialect.isOfSheet
        document.forEachBlockWithDoubts { block, doubts in
            let doubted = Dictionary(doubts.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
            for row in 0..<block.rowCount where block.spreadsheetRow(of: row) > headerRow {
                let doubt = doubted[block.spreadsheetRow(of: row)]
                if let doubt {
                    hasFatalDoubt = hasFatalDoubt || doubt.isFatal
                    log.add(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file) }
                }
                take(block, row, isDoubtful: doubt != nil)
            }
        }
    }

    private mutating func take(_ block: borrowing RowBlock, _ row: Int, isDoubtful: Bool) {
        let line = block.line(of: row)
        let number = block.spreadsheetRow(of: row)
        let cells = (0..<min(block.fieldCount(row), 400)).map { block.text(row, $0).trimmedCell }
        let isAnswerable = !isDoubtful && checkWidth(cells, line, number)
        if isAnswerable { noteBeside(cells, line, number) }
        guard isAnswerable, answers.count < Self.most, let answer = answer(cells, line, number) else { return }
        guard !ReasonInWords.isFormula(answer.reason) else {
            log.add(ReasonInWords.self) { ReasonInWords.finding(at: answer.position, value: answer.reason) }
            return
        }
        guard answer.reason.count <= ReasonLength.most else {
            log.add(ReasonLength.self) { ReasonLength.finding(at: answer.position, length: answer.reason.count) }
            return
        }
        guard !PersonInReason.isIn(answer.reason) else {
            log.add(PersonInReason.self) { PersonInReason.finding(at: answer.position) }
            return
        }
        answers.append(answer)
    }

    private mutating func noteBeside(_ cells: [String], _ line: Int, _ row: Int) {
        guard beside == nil, cells.count > width, let rule = fields[.rule], !cells.cell(rule).isEmpty,
            cells.cell(fields[.reason] ?? 0).isEmpty,
            let place = cells[width...].firstIndex(where: { !$0.isEmpty })
        else { return }
        beside = (Position(file: file, line: line, row: row, column: place + 1), cells[place])
    }

    /// Whether every cell stands under its heading; a note below the table has one cell.
    private mutating func checkWidth(_ cells: [String], _ line: Int, _ row: Int) -> Bool {
        let filled = cells.count { !$0.isEmpty }
        let count = cells.count
        guard count != width, filled > 2, !isSheet else { return true }
        if count > width, cells[width...].allSatisfy(\.isEmpty) { return true }
        let (file, width) = (file, width)
        log.add(RowLength.self) {
            RowLength.finding(at: Position(file: file, line: line, row: row), cells: count, expected: width)
        }
        return false
    }

    /// `nil`: the row has no reason.
    private func answer(_ cells: [String], _ line: Int, _ row: Int) -> Answer? {
        func cell(_ column: ReturnSheet.Column) -> String { fields[column].map { cells.cell($0) } ?? "" }
        let reason = cell(.reason).shownOnOneLine
        guard !reason.isEmpty, Folding.key(reason).isEmpty == false else { return nil }
        let asked =
            fields[.cell] == nil
            ? (row: Int(cell(.row)) ?? 0, column: Self.column(cell(.column))) : ReturnSheet.place(cell(.cell))
        return Answer(
            position: Position(
                file: file, line: line, row: row, column: (fields[.reason] ?? 0) + 1,
                header: ReturnSheet.Column.reason.rawValue),
            asked: Self.asked(cell(.level)), file: cell(.file), rule: RuleName(stored: cell(.rule)),
            row: asked.row, column: asked.column, question: cell(.message).shownOnOneLine, reason: reason)
    }

    private static func asked(_ level: String) -> Answer.Asked {
        switch Folding.key(level) {
        case "loi": .error
        case Folding.key(ReturnSheet.answered): .answered
        default: .query
        }
    }

    /// `C (Xã, phường)` is the third.
    private static func column(_ text: String) -> Int? {
        let letters = text.prefix { $0.isASCII && $0.isLetter }.uppercased()
        guard !letters.isEmpty, letters.count <= 3 else { return nil }
        return letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    }
}

/// A return that was sent back: the reasons in it, or why they cannot be taken.
struct ReturnInHand {
    private(set) var answers: [Answer] = []

    init(_ file: FileInHand, _ layout: ReturnLayout, _ verdict: inout FileVerdict) {
        verdict.judge(file, .protection)
        guard !verdict.isOver else { return }
        for doubt in file.doubts where doubt.isFatal {
            verdict.refuse(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file.path) }
        }
        guard verdict.state == nil else { return }
        guard let headerRow = layout.headerRow, layout.missing.isEmpty else {
            verdict.refuse(ReturnComplete.self) { ReturnComplete.finding(in: file.path, layout) }
            return
        }
        let taken = ReturnAnswers(file.document, layout, headerRow: headerRow, file: file.path)
        verdict.adopt(taken.log)
        if taken.hasFatalDoubt { verdict.refuse() }
        DetectedEncoding.judge(file, &verdict)
        // Folder, lines and name agree on whose return it is, and of which period.
        for stage in [.witnesses, .owner] as [FileStage] where !verdict.isOver { verdict.judge(file, stage) }
        guard verdict.state == nil else { return }
        verdict.answer()
        answers = taken.answers
        if answers.isEmpty {
            verdict.say(ReturnAnswered.self) { ReturnAnswered.finding(in: file.path, beside: taken.beside) }
        }
    }
}
