import Domain
import Files
import Foundation
import Rendering

/// What the pages of the days say beside what the ledger holds: what runs told, and how far the pages have come.
///
/// It lies beside the pages. Where it is missing or damaged the pages are made of the ledger alone.
struct DayRecord: Codable {
    /// The day of `viec-can-lam.txt`, as the office's clock shows it.
    var day: String
    /// The office's time zone, for a run that comes to know no catalogue.
    var zone: String
    /// The last entry of the ledger that the pages tell.
    var entry = 0
    var troubles: [Trouble] = []
    /// What waits, by the period of the run that said so; of `day`.
    var tasks: [DayTasks] = []
    /// What somebody has to look at among the files that came and the decisions: the first of it, and how much it is.
    var queries: [String] = []
    var queryCount = 0
    /// Editions that print figures which are no longer so.
    var moved: [Moved] = []
    /// Held files of other periods than those in `tasks`.
    var held: [Held] = []
    /// The SHA-256 of each page as it was written, by its path in the folder of reports; `nil`: by a version that kept none.
    var pages: [String: String]?
    /// Of pages that were about to be written; a run may have been stopped before or behind it.
    var pending: [String: String]?
    /// When the page last changed, in seconds since 1970.
    var changedAt = 0

    /// Something that broke.
    struct Trouble: Codable, Hashable {
        let day: String
        /// Seconds since 1970, of the first run that met it on this day.
        let metAt: Int
        let words: String
        /// When a run of the same day found it gone.
        var goneAt: Int?
    }

    struct Moved: Codable, Hashable {
        let period: String
        let edition: Int
    }

    struct Held: Codable, Hashable {
        let period: String
        let path: String
    }

    /// Troubles of the days before are kept for as long as a page may have to be made again.
    private static let daysKept = 35

    static let name = ".viec-can-lam.json"

    /// The record beside the pages; `nil` where there is none.
    init?(in reports: String) throws(FileFault) {
        guard let record: DayRecord = try KeptNote.read("\(reports)/\(DayRecord.name)") else { return nil }
        self = record
    }

    init(day: Day, zone: TimeZone) { self.init(day: day.description, zone: zone.identifier) }

    /// By the names that another record has.
    init(day: String, zone: String) {
        self.day = day
        self.zone = zone
    }

    func keep(in reports: String) throws {
        try Publisher(in: reports).put(Array(try JSONPage.text(self, isPretty: false).utf8), as: DayRecord.name)
    }

    /// Notes that pages of these digests are about to be written: a run may be stopped before it, behind it or between.
    ///
    /// - Returns: Whether there is anything to keep; not in a record of a version that knew no pages.
    mutating func announce(_ digests: [String: String], beside lying: DayPageFolder) -> Bool {
        guard pages != nil else { return false }
        if let left = pending {
            // A run was stopped here before: what it had written by then is known.
            let present = lying.digests
            pages?.merge(left.filter { present[$0.key] == $0.value }) { $1 }
        }
        pending = digests
        return true
    }

    /// Whether the page of a day was about to be written when a run was stopped.
    func announces(_ day: Day) -> Bool { pending?[DayPages.name(of: day)] != nil }

    /// Notes that they are written.
    mutating func settle(_ digests: [String: String], announcedIn noted: DayRecord, beside lying: DayPageFolder) {
        // Of pages that an older version wrote nothing is known but what they are.
        pages = (noted.pages ?? lying.digests).merging(digests) { $1 }
        pending = nil
    }

    /// A new day begins: what waited is asked for anew, what broke belongs to its day.
    mutating func begin(_ today: Day) {
        guard day != today.description else { return }
        day = today.description
        tasks = []
        troubles.removeAll { (Day($0.day)?.number ?? 0) < today.number - DayRecord.daysKept }
    }

    /// Notes what a run of this day met, and that the rest of the day's is gone.
    mutating func meet(_ words: [String], at now: Instant) {
        for index in troubles.indices where troubles[index].day == day {
            let isThere = words.contains(troubles[index].words)
            if isThere {
                troubles[index].goneAt = nil
            } else if troubles[index].goneAt == nil {
                troubles[index].goneAt = now.seconds
            }
        }
        let known = Set(troubles.filter { $0.day == day }.map(\.words))
        var seen = known
        troubles += words.filter { seen.insert($0).inserted }.map {
            Trouble(day: day, metAt: now.seconds, words: $0)
        }
    }
}
