import DelimitedText
import Domain

/// What the law forbids to keep: looked for in every file, whatever becomes of it, before anything else is said of it.
///
/// Other findings would quote it: where something is found, nothing else is said, and the file is not kept.
extension SubmissionInHand {
    func personsSurvey(_ shape: TableShape) -> PersonsSurvey {
        PersonsSurvey(
            PersonsSurvey.Layout(
                headerRow: shape.headerRow, headers: head?.header?.texts ?? [], roles: shape.roles,
                reasonField: shape.field(shape.plan?.reason)),
            bornBefore: identity.period?.last.year ?? .max, placeNames: reader.placeNames)
    }

    /// Whether nothing stands in a table's file that must not be kept.
    func isProtected(_ head: Head) -> Bool {
        checkName()
        for (position, text) in headerCells(head) where PersonHeader.isPersonal(text) {
            forbid(PersonalData.self) { PersonalData.finding(at: position, header: text) }
        }
        note(survey?.personSpots ?? [], doubts: survey?.doubts ?? [])
        return state != .forbidden
    }

    /// The same of a return, whose questions are the office's own words.
    func isProtected(_ layout: ReturnLayout) -> Bool {
        let roles = [TableShape.Role](repeating: .text, count: layout.width)
        let survey = PersonsSurvey(
            PersonsSurvey.Layout(
                headerRow: layout.headerRow ?? 0, headers: [], roles: roles, reasonField: layout.fields[.reason]),
            bornBefore: identity.period?.last.year ?? .max, placeNames: reader.placeNames)
        checkName()
        let (spots, doubts) = survey.look(at: document)
        note(spots, doubts: doubts)
        return state != .forbidden
    }

    /// The same of a file of another format, as far as it is text.
    func isProtectedWhole() -> Bool {
        checkName()
        let (spots, doubts) = personsSurvey(TableShape(header: nil)).look(at: document)
        note(spots, doubts: doubts)
        return state != .forbidden
    }

    private func checkName() {
        if file.hasPersonalName { forbid(PersonalData.self) { PersonalData.finding(inNameOf: file.path) } }
        if let mark = file.secrecyMark {
            forbid(SecrecyMark.self) { SecrecyMark.finding(at: Position(file: file.path), mark: mark) }
        }
    }

    /// Says what was found; where rows and cells are not known, or none were read, the bytes themselves are looked at.
    private func note(_ spots: [PersonsSurvey.Spot], doubts: [Doubt]) {
        for spot in spots {
            let header = head?.header.flatMap { header in
                spot.field < header.texts.count && !header.columns[spot.field].isEmpty
                    && spot.row > header.spreadsheetRow
                    ? header.texts[spot.field] : nil
            }
            let here = Position(
                file: file.path, line: spot.line, row: spot.row, column: spot.field + 1, header: header)
            forbid(spot.found.rule) { spot.found.finding(at: here) }
        }
        guard state != .forbidden, (document.doubts + doubts).contains(where: \.isFatal) else { return }
        for (line, found) in PersonLines(file.bytes).found {
            forbid(found.rule) { found.finding(at: Position(file: file.path, line: line, row: line)) }
        }
    }

    /// Cells of the header that are no column of a form; without a header, all short cells of the first rows.
    private func headerCells(_ head: Head) -> [(Position, String)] {
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
    var rule: any Rule.Type {
        switch self {
        case .number, .person, .signer, .header: PersonalData.self
        case .mark, .markBesideTable: SecrecyMark.self
        }
    }

    func finding(at position: Position) -> Finding {
        switch self {
        case .number(let text): PersonalData.finding(at: position, identifier: text)
        case .person(let text), .signer(let text): PersonalData.finding(at: position, person: text)
        case .header(let text): PersonalData.finding(at: position, header: text)
        case .mark(let mark), .markBesideTable(let mark): SecrecyMark.finding(at: position, mark: mark)
        }
    }
}
