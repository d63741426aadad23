import Domain
import Foundation
import Storage

/// The entries that the pages of the days tell, against the ledger: who rewrites a page together with the note beside it cannot rewrite
/// these.
///
/// Of an entry its time, numbers, file and what became of it are held, not the names of departments, which the catalogue of its day gave.
/// What runs told beside (troubles, what waits) stands in the page and its note alone, and cannot be held against anything.
struct DayPageEntries {
    let record: DayRecord
    let zone: TimeZone

    /// - Parameters:
    ///   - text: The page of a day as it lies there, by the day; `nil` where none does.
    ///   - path: Where it lies.
    /// - Returns: What the pages do not tell as the ledger has it.
    func mismatches(_ ledger: Ledger, text: (Day) -> String?, path: (Day) -> String) throws -> [FolderMismatch] {
        guard ledger.isPresent else { return [] }
        let events = try ledger.read { reader in
            try reader.events(from: Instant(seconds: 0), before: Instant(seconds: .max))
        }
        let days = Dictionary(grouping: events) { $0.recordedAt.day(in: zone) }
        let noted = Set((record.pages ?? [:]).keys.compactMap(DayPages.day(of:)))
        return try noted.union(days.keys).sorted().compactMap { day in
            let lines = DayEvents.evidence(days[day] ?? [], zone)
            guard let text = text(day) else {
                let isDue = !noted.contains(day) && lines.contains { $0.last <= record.entry }
                return isDue ? .dayPage(.lost, path(day)) : nil
            }
            let isWhole = try tells(text, lines) && ledger.read { try DayPageEntries.codeHolds(text, $0) }
            return isWhole ? nil : .dayPage(.changed, path(day))
        }
    }

    /// The days of what runs recorded and no page tells. A run tells all that was recorded before it, so that one that was stopped
    /// leaves its own day; more of them say that pages and note are of an earlier time.
    func untoldDays(_ ledger: Ledger) throws -> [Day] {
        guard ledger.isPresent else { return [] }
        let events = try ledger.read { reader in
            // The note tells of everything nearly always: then none of years of entries is read.
            try reader.head.seq <= record.entry
                ? [] : reader.events(from: Instant(seconds: 0), before: Instant(seconds: .max))
        }
        return Set(events.filter { $0.number > record.entry && $0.isOfRun }.map { $0.recordedAt.day(in: zone) })
            .sorted()
    }

    /// Whether a page tells these entries and no others; those of after the note it may tell or not.
    private func tells(_ text: String, _ lines: [DayEvents.Evidence]) -> Bool {
        var told = DayPageEntries.items(of: text)
        for line in lines {
            if let index = told.firstIndex(where: line.isToldBy) {
                told.remove(at: index)
            } else if line.last <= record.entry {
                return false
            }
        }
        return !told.contains { $0.contains(/^\d\d:\d\dmục\d+/) }
    }

    /// The items of the list below «Trong ngày», without blanks: lines are broken at any of them.
    private static func items(of text: String) -> [String] {
        let part = text.components(separatedBy: "\nTRONG NGÀY\n").dropFirst().joined(separator: "\n")
        let list = part.components(separatedBy: "\n\n").first ?? ""
        return "\n\(list)".components(separatedBy: "\n- ").dropFirst().map { $0.filter { !$0.isWhitespace } }
    }

    /// Whether the ledger has the entry whose code a page bears at its end; pages of older versions bear none.
    private static func codeHolds(_ text: String, _ reader: LedgerReader) throws -> Bool {
        guard let line = text.firstMatch(of: /\n(Mã đối chiếu sổ tiếp nhận: .*\(mục (\d+)\))\n$/),
            let entry = Int(line.2)
        else { return true }
        return try reader.anchor(of: entry)?.line(.vi) == String(line.1)
    }
}

extension RecordedEvent {
    /// Whether a run alone records such; the others record catalogues, editions and packages, too.
    fileprivate var isOfRun: Bool {
        switch content {
        case .receipt, .reading, .decisions, .order, .wording: true
        case .catalogue, .edition, .release: false
        }
    }
}
