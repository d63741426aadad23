import DelimitedText
import Domain
import SheetReading

/// What the law forbids to keep: looked for in every file, whatever becomes of it, before anything else is said of it.
///
/// Other findings would quote it: where something is found, nothing else is said, and the file is not kept.
extension SubmissionInHand {
    func personsSurvey(_ shape: TableShape) -> PersonsSurvey {
        PersonsSurvey(
            PersonsSurvey.Layout(
                headerRow: shape.headerRow, headers: head?.header?.texts ?? [], roles: shape.roles,
                reasonField: shape.field(shape.plan?.reason), mayCount: fieldsThatMayCount),
            bornBefore: identity.period?.last.year ?? .max, placeNames: names.placeNames)
    }

    /// Fields of the table whose headers ask for persons, or are those of figures: their cells say which.
    var fieldsThatMayCount: [Int] {
        guard let head, head.header != nil else { return [] }
        return headerCells(head).compactMap { cell in
            PersonHeader.isPersonal(cell.text) && PersonHeader.mayCount(cell.text)
                ? cell.position.column.map { $0 - 1 } : nil
        }
    }

    /// What must not be kept of a table's file, which has been surveyed.
    func forbiddenContent(_ head: Head, _ survey: TableSurvey) -> ForbiddenContent {
        var content = forbiddenInName
        for cell in headerCells(head) where PersonHeader.isPersonal(cell.text) {
            let isCounted = cell.position.column.map { survey.isCounted($0 - 1) } ?? false
            if !isCounted { content.found.append((cell.position, .header(cell.text))) }
        }
        take(survey.personSpots, doubts: survey.doubts, &content)
        return content
    }

    /// The same of a return, whose questions are the office's own words.
    func forbiddenContent(_ layout: ReturnLayout) -> ForbiddenContent {
        let roles = [TableShape.Role](repeating: .text, count: layout.width)
        let survey = PersonsSurvey(
            PersonsSurvey.Layout(
                headerRow: layout.headerRow ?? 0, headers: [], roles: roles, reasonField: layout.fields[.reason]),
            bornBefore: identity.period?.last.year ?? .max, placeNames: names.placeNames)
        return forbiddenContent(survey)
    }

    /// The same of a file of another format, as far as it is text.
    func forbiddenContent() -> ForbiddenContent { forbiddenContent(personsSurvey(TableShape(header: nil))) }

    private func forbiddenContent(_ survey: PersonsSurvey) -> ForbiddenContent {
        var content = forbiddenInName
        let (spots, doubts) = survey.look(at: document)
        take(spots, doubts: doubts, &content)
        return content
    }

    private var forbiddenInName: ForbiddenContent {
        var content = ForbiddenContent(isInName: file.hasPersonalName)
        if let mark = file.secrecyMark { content.found.append((Position(file: file.path), .mark(mark))) }
        return content
    }

    /// Where rows and cells are not known, or none were read, the bytes themselves are looked at.
    private func take(_ spots: [PersonsSurvey.Spot], doubts: [Doubt], _ content: inout ForbiddenContent) {
        for spot in spots {
            let header = head?.header.flatMap { header in
                spot.field < header.texts.count && !header.columns[spot.field].isEmpty
                    && spot.row > header.spreadsheetRow
                    ? header.texts[spot.field] : nil
            }
            let here = Position(
                file: file.path, line: spot.line, row: spot.row, column: spot.field + 1, header: header)
            content.found.append((here, spot.found))
        }
        guard content.isEmpty, !isLookedThrough, (document.doubts + doubts).contains(where: \.isFatal) else { return }
        content.found = PersonLines(file.bytes).found.map { line, found in
            (Position(file: file.path, line: line, row: line), found)
        }
    }

    /// Cells of the header that are no column of a form; without a header, all short cells of the first rows.
    private func headerCells(_ head: Head) -> [(position: Position, text: String)] {
        guard let header = head.header else {
            return head.cells.filter { !$0.text.contains(":") }.map { ($0.position, $0.text) }
        }
        return header.texts.enumerated().compactMap { field, text in
            guard header.columns[field].isEmpty, !text.isEmpty else { return nil }
            let position = Position(
                file: file.path, line: header.line, row: header.spreadsheetRow, column: field + 1)
            return (position, text)
        }
    }
}

extension PersonFound {
    /// Whether it is a mark of secrecy.
    var isMark: Bool {
        switch self {
        case .number, .person, .signer, .header: false
        case .mark, .markBesideTable: true
        }
    }

    var rule: any Rule.Type { isMark ? SecrecyMark.self : PersonalData.self }

    func finding(at position: Position) -> Finding {
        switch self {
        case .number(let text): PersonalData.finding(at: position, identifier: text)
        case .person(let text), .signer(let text): PersonalData.finding(at: position, person: text)
        case .header(let text): PersonalData.finding(at: position, header: text)
        case .mark(let mark), .markBesideTable(let mark): SecrecyMark.finding(at: position, mark: mark)
        }
    }
}
