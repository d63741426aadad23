import Domain

extension Basis {
    /// Every report of the period: the same evidence gives the same values.
    ///
    /// - Parameter anchor: The ledger's last entry before the set is made, which an edition prints; what leaves the office has
    ///   none, and neither has a draft, whose bytes do not depend on the order in which things came.
    /// - Parameter rows: The rows of the submissions that `SourceLines.receipts` names; `nil`: the set goes without its lines.
    package func reportSet(anchor: Anchor? = nil, rows: [Receipt: SubmissionTrace]? = nil) -> ReportSet {
        let editions = organisation.languages.map { languageEdition($0).bearing(anchor) }
        return ReportSet(
            period: period, standing: standing, asOf: wallClock, editions: editions, returns: Returns.all(self),
            status: StatusText.document(self), reminders: Reminders.document(self),
            decisions: DecisionsToTake.table(self), sources: rows.map { SourceLinesReport.report(self, rows: $0) },
            manifest: manifest(anchor))
    }

    func languageEdition(
        _ language: Language,
        figuresOf isIncluded: @Sendable (Indicator, PlaceIndex.Place) -> Bool = { _, _ in true }
    ) -> ReportSet.LanguageEdition {
        let title = organisation.subject(of: period, language)
        func report(_ tables: [Table]) -> Report {
            var report = Report(
                title: title, subject: periodLine(language), author: organisation.agencyName[language],
                language: language, tables: tables)
            report.details = details(language)
            return report
        }
        let tables = tables(plan, language)
        return ReportSet.LanguageEdition(
            language: language, workbook: report(tables),
            data: report(dataTables(language, figuresOf: isIncluded)),
            summary: SummaryText.document(self, language),
            letter: Letter.document(self, language, annexes: tables), paper: letterPaper(language),
            page: LeaderSummary(self, language).page)
    }

    /// What the letter is written into. An officer's words may say what is suppressed, and are for those who see every figure.
    func letterPaper(_ language: Language) -> LetterPaper {
        let sentences = Sentences(basis: self, language: language)
        let isForAllEyes = audience == nil || audience?.audience == .leadership && mask == nil
        let wording = isForAllEyes ? wordings[language] : nil
        return LetterPaper(
            form: catalogue.letterForm, wording: wording, figures: wording == nil ? [:] : letterFigures(sentences),
            titles: sentences.titles)
    }

    private func letterFigures(_ sentences: Sentences) -> [String: String] {
        let told = Letter.document(self, sentences.language).passages.flatMap(\.sentences).flatMap(\.parts).compactMap {
            if case .figure(let figure) = $0 { (figure.key, figure.text) } else { nil }
        }
        return sentences.allFigures.merging(told) { _, told in told }
    }

    /// When it was published, and whom to ask.
    private func details(_ language: Language) -> [Report.Detail] {
        [
            Report.Detail(AboutWords.published[language], standingLine(language)),
            Report.Detail(
                AboutWords.contact[language], organisation.contact?[language] ?? organisation.agencyName[language]),
        ]
    }

    private func dataTables(
        _ language: Language, figuresOf isIncluded: @Sendable (Indicator, PlaceIndex.Place) -> Bool
    ) -> [Table] {
        AudiencePlan.Data.allCases.filter { audience?.data.contains($0) ?? true }.map { sheet in
            switch sheet {
            case .figures: TidyFigures.table(self, language, where: isIncluded)
            case .submissions: TidyFigures.submissions(self, language)
            case .indicators: TidyFigures.indicators(self, language)
            }
        }
    }

    /// The time that a set bears: that of its newest data; the period's last day where there are none.
    var wallClock: LocalTime { wallClock(at: asOf) }

    func wallClock(at instant: Instant?) -> LocalTime {
        guard let instant else {
            return LocalTime(day: organisation.calendar.lastDay(of: period))
        }
        return instant.local(in: organisation.timeZone)
    }

    private func manifest(_ anchor: Anchor?) -> Manifest {
        let months = Set(
            [period, period.previous, period.sameLastYear, period.yearToDate, period.sameLastYear.yearToDate]
                .compactMap(\.self)
                .flatMap(\.months))
        let receipts = slices.readings.filter { months.contains($0.key.month) }.values.joined().map(\.receipt)
        let inputs = Set(receipts.map { Manifest.Input(path: $0.path, sha256: $0.sha256) })
        let days = organisation.calendar.days(of: period)
        return Manifest(
            period: period, firstDay: days.lowerBound, lastDay: days.upperBound, standing: standing, asOf: asOf,
            catalogueDigest: catalogue.digest,
            inputs: inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }, programVersion: programVersion,
            anchor: anchor)
    }
}

extension ReportSet.LanguageEdition {
    /// With the ledger's entry on the last page of the workbook, and at the end of the texts.
    fileprivate func bearing(_ anchor: Anchor?) -> ReportSet.LanguageEdition {
        guard let line = anchor?.line(language) else { return self }
        var bearing = self
        bearing.workbook = workbook.ending(with: line)
        bearing.summary = Document(summary.blocks + [.paragraph(line)])
        bearing.letter = Document(letter.blocks + [.paragraph(line)], passages: letter.passages)
        bearing.page = page?.ending(with: line)
        return bearing
    }
}

extension Organisation {
    /// What a report of the period is about: `Results of the programmes, October 2026`.
    func subject(of period: Period, _ language: Language) -> String {
        subject[language] + (language == .vi ? " " : ", ") + period.name(in: language)
    }
}

extension Report {
    /// With one more note below the last table.
    fileprivate func ending(with note: String) -> Report {
        guard let last = tables.indices.last else { return self }
        var report = self
        report.tables[last].notes.append(note)
        return report
    }
}

private enum AboutWords {
    static let published = Bilingual(vi: "Ngày công bố, tình trạng", en: "Published, standing")
    static let contact = Bilingual(vi: "Liên hệ", en: "Contact")
}
