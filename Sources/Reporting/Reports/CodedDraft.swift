import Domain

extension ReportSet {
    /// The draft with its code wherever it says that it is a draft, and the lines ready to be copied by which it is issued.
    ///
    /// What goes back to departments bears no code: it changes with what others send.
    package func bearing(_ code: DraftCode, _ basis: Basis) -> ReportSet {
        ReportSet(
            period: period, standing: standing, asOf: asOf, editions: editions.map { $0.bearing(code) },
            returns: returns, status: status.bearing(code), reminders: reminders,
            decisions: decisions.adding(DecisionsToTake.orders(basis, code)), manifest: manifest)
    }
}

extension ReportSet.LanguageEdition {
    fileprivate func bearing(_ code: DraftCode) -> ReportSet.LanguageEdition {
        ReportSet.LanguageEdition(
            language: language, workbook: workbook.bearing(code), data: data.bearing(code),
            summary: summary.bearing(code), letter: letter.bearing(code))
    }
}

extension Report {
    fileprivate func bearing(_ code: DraftCode) -> Report {
        Report(
            title: title, subject: subject, author: author, language: language, tables: tables.map { $0.bearing(code) },
            notice: notice)
    }
}

extension Document {
    fileprivate func bearing(_ code: DraftCode) -> Document {
        Document(
            blocks.map { block in
                guard case .paragraph(let text) = block else { return block }
                return .paragraph(text.bearing(code))
            })
    }
}

extension Table {
    fileprivate func bearing(_ code: DraftCode) -> Table {
        Table(
            id: id, sheetName: sheetName, annex: annex, title: title, subtitle: subtitle.map { $0.bearing(code) },
            columns: columns, rows: rows, notes: notes, charts: charts, isForOffice: isForOffice, isUpright: isUpright)
    }

    fileprivate func adding(_ more: [Row]) -> Table {
        Table(
            id: id, sheetName: sheetName, annex: annex, title: title, subtitle: subtitle, columns: columns,
            rows: rows + more, notes: notes, charts: charts, isForOffice: isForOffice, isUpright: isUpright)
    }
}

extension String {
    /// `DỰ THẢO – …` as `DỰ THẢO mã 1a2b-3c4d – …`.
    fileprivate func bearing(_ code: DraftCode) -> String {
        for (language, word) in [(Language.vi, "mã "), (.en, "")] {
            let head = Phrase.draft[language]
            if hasPrefix("\(head) – ") { return "\(head) \(word)\(code)" + dropFirst(head.count) }
        }
        return self
    }
}
