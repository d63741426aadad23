import DelimitedText
import Domain
import Foundation
import KeptLists

/// Reads `xu-ly.csv` or `xu-ly.xlsx`, in which the officer lays down what files alone cannot say.
///
/// A line that cannot be obeyed is a finding and no decision; the other lines are taken.
package enum DecisionsReader {
    /// What every line is held to.
    package static let rules: [any Rule.Type] = [
        UnreadableDecisions.self, MissingDecisionColumn.self, DecisionRowLength.self,
        EmptyDecisionCell.self, BadDecisionDate.self, UnknownDecisionPeriod.self,
        UnknownDecisionDepartment.self, UnknownDecisionForm.self, UnknownDecisionAction.self,
        DecisionWithoutFile.self, DecisionBeforeFile.self, DecisionWithoutValue.self, DecisionWithoutReason.self,
        BadDecisionPath.self, BadOrder.self, RespelledDecisions.self,
        HiddenDecisions.self, StruckDecisions.self,
    ]

    /// Between a code and its name in the lists of the workbook.
    package static let listMark = " – "

    /// - Parameter files: What has come, so that a decision on what has not is named; `nil` where that is not asked.
    package static func read(
        _ file: SourceFile, catalogue: Catalogue, files: KnownFiles? = nil
    ) -> (decisions: [Decision], findings: [Finding]) {
        let list = list(file, catalogue: catalogue, files: files)
        return (list.decisions, list.findings)
    }

    /// The same, with where each decision stands.
    ///
    /// - Parameters:
    ///   - isKnownClean: Whether these bytes were looked through for persons' data before, and none were found.
    ///   - now: So that a time that is still to come is asked about; `nil` where that is not asked.
    package static func list(
        _ file: SourceFile, catalogue: Catalogue, files: KnownFiles? = nil, isKnownClean: Bool = false,
        now: Instant? = nil
    ) -> DecisionList {
        let written: WrittenDecisions
        do {
            written = try WrittenDecisions(file)
        } catch {
            return DecisionList(findings: [UnreadableDecisions.finding(file.path, fault: error)], isOpened: false)
        }
        let header = WrittenDecisions.header(of: written.list.rows)
        let forbidden = isKnownClean ? [] : protection(written, header?.columns ?? [:])
        guard forbidden.isEmpty else { return DecisionList(findings: forbidden) }
        let findings = FindingCollection()
        for doubt in written.doubts {
            let position = Position(file: file.path, line: doubt.line, row: doubt.row, column: doubt.column)
            findings.add(UnreadableDecisions.self, at: position, value: doubt.sample, .unreadable(doubt))
        }
        guard !written.doubts.contains(where: { $0.isFatal || $0.further > 0 }) else {
            return DecisionList(findings: findings.all)
        }
        guard written.rivals.isEmpty else {
            return DecisionList(findings: [UnreadableDecisions.finding(file.path, rivals: written.rivals)])
        }
        let rows = written.list.rows
        let missing = DecisionColumn.allCases.filter { header?.columns[$0] == nil }
        guard let header, missing.isEmpty else {
            let first = rows.indices.contains(header?.place ?? 0) ? rows[header?.place ?? 0] : nil
            let position = Position(
                file: written.list.source.path, line: first?.line ?? 1, row: first?.spreadsheetRow ?? 1)
            findings.add(MissingDecisionColumn.self, at: position, .missingColumns(missing))
            return DecisionList(findings: findings.all)
        }
        return list(written, header, findings, DecisionContext(catalogue), files, now)
    }

    private static func list(
        _ written: WrittenDecisions, _ found: (place: Int, columns: [DecisionColumn: Int]),
        _ findings: FindingCollection, _ context: DecisionContext, _ files: KnownFiles?, _ now: Instant?
    ) -> DecisionList {
        let rows = written.list.rows
        let header = DecisionsHeader(
            file: written.list.source.path, texts: rows[found.place].fields.map(\.cleanCell), columns: found.columns)
        let body = rows.dropFirst(found.place + 1)
        let dates = [DecisionColumn.at, .value].compactMap { found.columns[$0] }
        let time = DecisionTime(
            zone: context.zone,
            texts: body.lazy.flatMap { row in dates.filter(row.fields.indices.contains).map { row.fields[$0].cleanCell }
            })
        let respellings = Respellings()
        let unread = report(written.unreadCells, below: rows[found.place].line, header, findings)
        let doubtful = Set(written.doubts.map(\.line)).union(unread)
        var list = DecisionList(findings: [])
        for row in body where !doubtful.contains(row.line) {
            guard let decision = decision(row, header, time, findings, respellings, context) else { continue }
            list.decisions.append(decision)
            list.positions.append(Position(file: header.file, line: row.line, row: row.spreadsheetRow))
            if let now {
                BadDecisionDate.report(decision, after: now, context, to: findings) {
                    header.position(of: $0, line: row.line, row: row.spreadsheetRow)
                }
            }
            if let path = decision.path, let files {
                let position = header.position(of: .path, line: row.line, row: row.spreadsheetRow)
                DecisionBeforeFile.report(path, in: decision.period, at: position, to: findings, files)
            }
        }
        list.findings = findings.all.sorted { $0.position < $1.position }
        let hidden = Set(written.hiddenRows)
        list.findings +=
            HiddenDecisions.finding(header.file, rows: list.positions.map(\.row).filter(hidden.contains)).map { [$0] }
            ?? []
        let struck = Set(written.struckRows)
        list.findings +=
            StruckDecisions.finding(header.file, rows: list.positions.map(\.row).filter(struck.contains)).map { [$0] }
            ?? []
        list.findings += RespelledDecisions.finding(header.file, respellings, written.encoding).map { [$0] } ?? []
        return list
    }

    /// Names the rows that hold cells of which nobody can say what they say, and gives their lines.
    private static func report(
        _ cells: [(row: Int, column: Int, why: WrittenDecisions.UnreadCell)], below line: Int,
        _ header: DecisionsHeader, _ findings: FindingCollection
    ) -> Set<Int> {
        var lines: Set<Int> = []
        for cell in cells where cell.row > line && lines.insert(cell.row).inserted {
            let position = Position(file: header.file, line: cell.row, row: cell.row, column: cell.column)
            findings.add(UnreadableDecisions.self, at: position, .unreadCell(cell.why))
        }
        return lines
    }

    /// Whether a list is so damaged that none of it is to be taken: it has no header, or fewer lines can be obeyed than cannot.
    package static func isDamaged(_ decisions: [Decision], _ findings: [Finding]) -> Bool {
        Set(findings.filter { $0.level == .error }.map(\.position.line)).count > decisions.count
    }

    private static func decision(
        _ row: Row, _ header: DecisionsHeader, _ time: DecisionTime, _ findings: FindingCollection,
        _ respellings: Respellings, _ context: DecisionContext
    ) -> Decision? {
        let width = header.width
        let cells = CopiedDecision.withoutRemarks(row.fields.map(\.cleanCell), header, context)
        if cells.count > width, cells[width...].contains(where: { !$0.isEmpty }) {
            let position = Position(file: header.file, line: row.line, row: row.spreadsheetRow)
            findings.add(
                DecisionRowLength.self, at: position, value: String(cells.count), .rowLength(cells.count, width))
            return nil
        }
        return DecisionRow(
            header: header, line: row.line, spreadsheetRow: row.spreadsheetRow, cells: cells, time: time,
            findings: findings, respellings: respellings
        ).decision(under: context)
    }
}

/// What was read of a list of decisions.
package struct DecisionList: Sendable {
    package internal(set) var decisions: [Decision] = []
    /// Where each of them stands.
    package internal(set) var positions: [Position] = []
    package internal(set) var findings: [Finding]
    /// Whether what it holds could be looked at.
    package let isOpened: Bool

    init(findings: [Finding], isOpened: Bool = true) { (self.findings, self.isOpened) = (findings, isOpened) }
}

/// The header of the officer's decisions, and which column each is.
struct DecisionsHeader {
    let file: String
    let texts: [String]
    let columns: [DecisionColumn: Int]

    /// Up to its last cell with a word: a spreadsheet adds empty ones where a line is longer.
    var width: Int { (texts.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// Of a line's cell.
    func position(of column: DecisionColumn, line: Int, row: Int) -> Position {
        let index = columns[column]
        return Position(
            file: file, line: line, row: row, column: index.map { $0 + 1 }, header: index.map { texts[$0] })
    }
}

/// What the catalogue says that decisions are understood by.
struct DecisionContext {
    /// Few decisions name a department.
    private let matcher: OnDemand<DepartmentMatcher>
    let forms: [Form]
    /// Codes by code and number, folded.
    let formsByName: [String: String]
    let indicators: Set<String>
    let calendar: PeriodCalendar
    let zone: TimeZone

    init(_ catalogue: Catalogue) {
        matcher = OnDemand { DepartmentMatcher(catalogue.departments) }
        forms = catalogue.forms
        formsByName = Dictionary(
            forms.flatMap { form in [form.code, form.number].map { (Folding.key($0), form.code) } },
            uniquingKeysWith: { first, _ in first })
        indicators = Set(catalogue.indicators.map(\.code))
        calendar = catalogue.organisation.calendar
        zone = catalogue.organisation.timeZone
    }

    var departments: DepartmentMatcher { matcher.value }
}

extension DecisionsReader {
    /// The header of a list of decisions that has none yet.
    package static var header: [String] { DecisionColumn.allCases.map(\.name) }

    /// Where departments, forms and actions stand in it.
    package static var listed: (department: Int, form: Int, action: Int) {
        func place(_ column: DecisionColumn) -> Int { DecisionColumn.allCases.firstIndex(of: column) ?? 0 }
        return (place(.department), place(.form), place(.action))
    }

    /// The words of the actions.
    package static var actions: [String] { DecisionAction.allCases.map(\.word) }

    /// The lines of a list as they are written, in the columns of `header`; `nil` where its header is not found, or it holds
    /// what must not be kept.
    package static func lines(of file: SourceFile) -> [[String]]? {
        guard let written = try? WrittenDecisions(file), !written.doubts.contains(where: \.isFatal),
            written.unreadCells.isEmpty, written.rivals.isEmpty,
            let (place, columns) = WrittenDecisions.header(of: written.list.rows),
            protection(written, columns).isEmpty, columns.count == DecisionColumn.allCases.count
        else { return nil }
        return written.list.rows.dropFirst(place + 1).map { row in
            DecisionColumn.allCases.map { column in
                columns[column].flatMap { $0 < row.fields.count ? row.fields[$0].cleanCell : nil } ?? ""
            }
        }
    }
}

/// A line of `viec-can-quyet.csv`: a decision in the columns of `xu-ly.csv`, and four remarks for who decides. Copied
/// whole, it is the decision without the remarks.
enum CopiedDecision {
    private static let remarks = 4

    /// The cells of the decision; those of the line as they are where it is no such copy. Its remarks tell it from a
    /// line whose reason holds delimiters: none of them on figures is ever empty.
    static func withoutRemarks(
        _ cells: [String], _ header: DecisionsHeader, _ context: DecisionContext
    ) -> [String] {
        let width = DecisionColumn.allCases.count
        guard header.width == width, cells.count >= width + remarks,
            DecisionColumn.allCases.enumerated().allSatisfy({ header.columns[$0.element] == $0.offset }),
            cells[(width + remarks)...].allSatisfy(\.isEmpty), !cells[width].isEmpty,
            isAboutFigures(cells[width + 1], context)
        else { return cells }
        return Array(cells[..<width])
    }

    /// Indicators with their names, or that there are none.
    private static func isAboutFigures(_ remark: String, _ context: DecisionContext) -> Bool {
        let code = remark.prefix { $0 != " " }
        return remark == Decision.noFiguresMove || context.indicators.contains(String(code))
    }
}
