import Domain

extension Basis {
    /// Every report of the period: the same evidence gives the same values.
    package func reportSet() -> ReportSet {
        let editions = organisation.languages.map { languageEdition($0) }
        return ReportSet(
            period: period, standing: standing, asOf: wallClock, editions: editions, returns: Returns.all(self),
            status: StatusText.document(self), reminders: Reminders.document(self),
            decisions: DecisionsToTake.table(self), manifest: manifest)
    }

    /// - Parameter isForOffice: False for what leaves the office.
    func languageEdition(
        _ language: Language,
        figuresOf isIncluded: @Sendable (Indicator, PlaceIndex.Place) -> Bool = { _, _ in true },
        isForOffice: Bool = true
    ) -> ReportSet.LanguageEdition {
        let title = "\(organisation.subject[language]) \(period.name(in: language))"
        func report(_ tables: [Table]) -> Report {
            Report(
                title: title, subject: periodLine(language), author: organisation.agencyName[language],
                language: language, tables: tables)
        }
        return ReportSet.LanguageEdition(
            language: language, workbook: report(tables(plan, language)),
            data: report([
                TidyFigures.table(self, language, where: isIncluded, isForOffice: isForOffice),
                TidyFigures.submissions(self, language),
                TidyFigures.indicators(self, language),
            ]),
            summary: SummaryText.document(self, language, isForOffice: isForOffice),
            letter: Letter.document(self, language))
    }

    /// The time that a set bears: that of its newest data; the period's last day where there are none.
    var wallClock: WallClock { wallClock(at: asOf) }

    func wallClock(at instant: Instant?) -> WallClock {
        guard let instant else {
            return WallClock(day: organisation.calendar.lastDay(of: period), hour: 0, minute: 0, second: 0)
        }
        let local = instant.local(in: organisation.timeZone)
        return WallClock(day: local.day, hour: local.hour, minute: local.minute, second: local.second)
    }

    private var manifest: Manifest {
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
            inputs: inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }, programVersion: programVersion)
    }
}
