import Digest
import Domain
import Foundation
import Rendering
import Storage

/// The pages of the days in the folder of reports: `viec-can-lam.txt` of today, and each day's own below `trang-ngay`.
///
/// A day's page is made of what the ledger recorded on that day by the office's clock, and of what the day's runs told. It
/// is made anew whenever the ledger has more of its day, so that each entry stands in one page, and in no other.
struct DayPages {
    let workplace: Workplace
    let now: Instant

    static let fileName = "viec-can-lam.txt"
    static let folder = "trang-ngay"

    /// What a run has to say that no entry of the ledger holds.
    struct Told {
        let troubles: [String]
        let queries: [String]
        let tasks: DayTasks
        /// Editions that print figures which are no longer so.
        let moved: [DayRecord.Moved]
        /// Held files of other periods.
        let held: [DayRecord.Held]
    }

    /// After a run.
    func tell(_ told: Told, _ catalogue: Catalogue, _ ledger: Ledger) throws {
        let zone = catalogue.organisation.timeZone
        let today = now.day(in: zone)
        let before = DayRecord(in: workplace.reports)
        var record = before ?? DayRecord(day: today, zone: zone)
        let last = try ledger.read { try $0.head.seq }
        record.zone = zone.identifier
        var days = try newDays(after: record.entry, zone, ledger)
        var pages: [Page] = []
        if before != nil, let day = Day(record.day), day != today {
            // What was issued after the day's last run is of that day's page, with all that its runs told.
            days.remove(day)
            pages.append(try full(day, record, catalogue, ledger))
        }
        record.begin(today)
        record.meet(told.troubles, at: now)
        record.tasks.removeAll { $0.period == told.tasks.period }
        record.tasks = (record.tasks + [told.tasks]).sorted { $0.period < $1.period }
        record.moved = told.moved
        record.held = told.held
        record.queries = DayTasks.cut(told.queries, to: 5)
        record.queryCount = told.queries.count
        record.entry = last
        days.insert(today)
        let isSame = before.map { record.says(what: $0) } ?? false
        if isSame, FolderContent.isThere(path(of: today)), FolderContent.isThere(top) { return }
        record.changedAt = now.seconds
        for day in days.sorted() { pages.append(try full(day, record, catalogue, ledger)) }
        pages.append(Page(name: DayPages.fileName, text: try page(today, record, catalogue, ledger).short()))
        try write(pages, record, before: before)
    }

    /// After a run that was stopped: what stopped it stands on top of what the run before it said.
    func tell(_ failure: Failure, _ findings: [String]) {
        guard failure.outcome == .failed, var record = DayRecord(in: workplace.reports),
            let zone = TimeZone(identifier: record.zone)
        else { return }
        let today = now.day(in: zone)
        record.begin(today)
        // What an earlier run of the day met may be there still.
        let left = record.troubles.filter { $0.day == record.day && $0.goneAt == nil }.map(\.words)
        record.meet(left + ["lần chạy không xong: \(failure.message.vi)"] + findings, at: now)
        record.changedAt = now.seconds
        let page = DayPage(day: today, record: record, events: nil, zone: zone)
        // A disk that takes nothing stops the page, too; the command says what stopped it.
        try? write(
            [Page(name: DayPages.fileName, text: page.short())], record, before: DayRecord(in: workplace.reports))
    }

    private var top: String { "\(workplace.reports)/\(DayPages.fileName)" }

    private func path(of day: Day) -> String { "\(workplace.reports)/\(DayPages.name(of: day))" }

    /// The page of a day by its path in the folder of reports: `trang-ngay/2026-10-20.txt`.
    static func name(of day: Day) -> String { "\(folder)/\(day).txt" }

    /// The day whose page has this path; `nil` where none has.
    static func day(of name: String) -> Day? {
        let start = "\(folder)/"
        guard name.hasPrefix(start), name.hasSuffix(".txt") else { return nil }
        return Day(String(name.dropFirst(start.count).dropLast(4)))
    }

    /// The days of what was recorded since.
    private func newDays(after entry: Int, _ zone: TimeZone, _ ledger: Ledger) throws -> Set<Day> {
        Set(try ledger.read { try $0.recordedTimes(after: entry) }.map { $0.day(in: zone) })
    }

    private func page(_ day: Day, _ record: DayRecord, _ catalogue: Catalogue, _ ledger: Ledger) throws -> DayPage {
        let zone = catalogue.organisation.timeZone
        func midnight(_ day: Day) -> Instant { Instant(day: day, hour: 0, minute: 0, second: 0, in: zone) }
        let events = try ledger.read { reader in
            try reader.events(from: midnight(day), before: midnight(day.adding(days: 1)))
        }
        return DayPage(
            day: day, record: record, events: DayEvents(catalogue: catalogue, events: events), zone: zone)
    }

    /// A page by its path in the folder of reports.
    private struct Page {
        let name: String
        let text: String

        var digest: String { SHA256Digest.of(text).hex }
    }

    private func full(_ day: Day, _ record: DayRecord, _ catalogue: Catalogue, _ ledger: Ledger) throws -> Page {
        let page = try page(day, record, catalogue, ledger)
        let anchor = try page.events?.events.last.flatMap { last in try ledger.read { try $0.anchor(of: last.number) } }
        return Page(name: DayPages.name(of: day), text: page.full(anchor))
    }

    /// Writes pages, with what they will be noted before and what they are behind: a run may be stopped at any place.
    private func write(_ pages: [Page], _ record: DayRecord, before: DayRecord?) throws {
        var record = record
        let digests = Dictionary(pages.map { ($0.name, $0.digest) }, uniquingKeysWith: { $1 })
        // The first record says no more than that.
        var noted = before ?? DayRecord(day: record.day, zone: record.zone)
        if before == nil { noted.pages = DayPageFolder(workplace: workplace).digests }
        if let left = noted.pending {
            // A run was stopped here before: what it had written by then is known.
            let present = DayPageFolder(workplace: workplace).digests
            noted.pages?.merge(left.filter { present[$0.key] == $0.value }) { $1 }
        }
        if noted.pages != nil {
            record.pages = noted.pages
            noted.pending = digests
            try noted.keep(in: workplace.reports)
        }
        let folder = "\(workplace.reports)/\(DayPages.folder)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for page in pages {
            let isOfDay = page.name != DayPages.fileName
            try Publisher(in: isOfDay ? folder : workplace.reports).put(
                Array(page.text.utf8), as: page.name.split(separator: "/").last.map(String.init) ?? page.name)
        }
        // Of pages that an older version wrote nothing is known but what they are.
        record.pages = (record.pages ?? DayPageFolder(workplace: workplace).digests).merging(digests) { $1 }
        record.pending = nil
        try record.keep(in: workplace.reports)
    }
}

extension DayRecord {
    /// Whether another says the same, whenever it did.
    fileprivate func says(what other: DayRecord) -> Bool {
        day == other.day && zone == other.zone && entry == other.entry && troubles == other.troubles
            && tasks == other.tasks && moved == other.moved && held == other.held && queries == other.queries
            && queryCount == other.queryCount
    }
}
