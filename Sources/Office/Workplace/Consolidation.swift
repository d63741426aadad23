import Domain
import Reporting
import Storage

/// Works out the reports of a period from what the ledger holds.
struct Consolidation {
    let loaded: Workplace.LoadedCatalogue
    let ledger: Ledger

    /// Everything that the reports of `period` may need.
    func basis(_ period: Period, _ standing: Standing, adding reading: Reading? = nil) throws -> Basis {
        let months = Consolidation.months(of: period)
        return try ledger.read { reader in
            // A file that was taken in already is not counted a second time.
            let readings = try reader.readings(months: months).filter { $0.receipt != reading?.receipt }
            let evidence = Evidence(
                catalogue: loaded.catalogue, readings: readings + (reading.map { [$0] } ?? []),
                decisions: try reader.decisions(),
                beside: try reader.surroundings(of: months, adding: reading?.receipt.sha256))
            let editions = EditionBefore(reader: reader, period: period, months: months)
            var basis = try Basis(
                evidence, period: period, standing: standing, programVersion: Program.version,
                earlier: try reading == nil
                    ? editions.read(before: standing, beside: evidence, files: loaded.files) : nil)
            basis.wordings = try reader.wordings(of: period)
            return basis
        }
    }

    /// Who has sent what for `period`, without a figure.
    func submissions(_ period: Period) throws -> Basis {
        try ledger.read { reader in
            let months = Consolidation.months(of: period)
            let evidence = Evidence(
                catalogue: loaded.catalogue, readings: try reader.readings(months: months),
                decisions: try reader.decisions(), beside: try reader.surroundings(of: months))
            return try Basis(
                evidence, period: period, standing: .draft, programVersion: Program.version, extent: .submissions)
        }
    }

    /// The months that the reports of a period look at.
    static func months(of period: Period) -> ClosedRange<Month> {
        let first =
            [
                (period.previous ?? period).first, period.sameLastYear.yearToDate.first,
                period.first.adding(months: -1),
            ].min() ?? period.first
        return first...period.last
    }

    /// The newest month that is over on the day of `now` and has a folder.
    static func latestMonth(_ workplace: Workplace, _ catalogue: Catalogue, now: Instant) throws -> Period {
        let today = now.day(in: catalogue.organisation.timeZone)
        let months = try Inbox.months(in: workplace.submissionsFolder)
        guard let month = months.filter({ catalogue.organisation.calendar.lastDay(of: $0) < today }).max() else {
            throw Failure(
                Bilingual(
                    vi:
                        "chưa có thư mục của tháng nào đã kết thúc trong “\(workplace.submissionsFolder)”; ghi rõ kỳ, ví dụ 2026-10",
                    en:
                        "no month that is over has a folder in “\(workplace.submissionsFolder)”; name the period, such as 2026-10"
                ))
        }
        return Period(month)
    }
}
