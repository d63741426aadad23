import Domain
import Files
import Foundation
import Intake
import Storage

extension Health {
    /// Whether the month that is over has a folder, the decisions can be read, and what came was taken in.
    mutating func examineInbox(_ workplace: Workplace, _ catalogue: Catalogue, _ ledger: Ledger?, now: Instant) throws {
        let kind = EntryKind(at: workplace.submissionsFolder)
        guard kind == .folder else {
            // Whatever else stands there is named where rights are; a link looks well there, and no run follows it.
            if kind == .link {
                let place = workplace.submissionsFolder
                add(FolderNotUsable.self, .error, at: place, value: kind.words.vi, .notUsable(kind))
            }
            return
        }
        let today = now.day(in: catalogue.organisation.timeZone)
        let month = catalogue.organisation.calendar.month(containing: today).adding(months: -1)
        let months = try Inbox.months(in: workplace.submissionsFolder)
        if !months.contains(month), months.contains(where: { $0 < month }) {
            let folder = "\(workplace.submissionsFolder)/\(month)"
            add(
                MonthWithoutFolder.self, .query, at: folder, .withoutFolder(month))
        }
        try examineDecisions(workplace, catalogue)
        try examineWaiting(workplace, ledger, now: now)
    }

    private mutating func examineDecisions(_ workplace: Workplace, _ catalogue: Catalogue) throws {
        let file: SourceFile
        switch try DecisionsFile(in: workplace) {
        case .absent: return
        case .refused(let finding):
            let place = "\(workplace.inputs)/\(finding.position.file)"
            return add(DecisionsNeedCare.self, finding.level, at: place, .misplaced(finding))
        case .file(let found): file = found
        }
        let open = DecisionsReader.read(file, catalogue: catalogue).findings.filter(\.needsPerson)
        guard let worst = open.map(\.level).max() else { return }
        add(
            DecisionsNeedCare.self, worst, at: "\(workplace.inputs)/\(file.path)", .decisionsNeedCare(open.count))
    }

    private mutating func examineWaiting(_ workplace: Workplace, _ ledger: Ledger?, now: Instant) throws {
        let inbox = try Inbox(workplace.submissionsFolder)
        // That a folder cannot be looked into is said where rights are.
        let isSaidOfRights: (Finding) -> Bool = {
            $0.rule == CannotBeRead.name && inbox.unlisted.contains($0.position.file)
        }
        for finding in inbox.findings where finding.needsPerson && !isSaidOfRights(finding) {
            add(
                MisplacedFile.self, finding.level, at: "\(workplace.submissionsFolder)/\(finding.position.file)",
                .misplaced(finding))
        }
        // Of a workbook the receipts are those of its sheets.
        let known = Set(try ledger?.read { try $0.receipts().map { SheetPath.file(of: $0.path) } } ?? [])
        let waiting = inbox.paths.filter { !known.contains(ShownPath($0).text) }
        guard !waiting.isEmpty else { return }
        let old = waiting.filter {
            let entry = try? Entry(at: "\(workplace.submissionsFolder)/\($0)", followingLinks: true)
            return entry.map { now.seconds - $0.modified.seconds > Instant.secondsPerDay } ?? false
        }
        let names = (old.isEmpty ? waiting : old).map { ShownPath($0).text }
        add(
            FilesWaiting.self, old.isEmpty ? .note : .query, at: workplace.submissionsFolder,
            old.isEmpty ? .waitForNextRun(names) : .waitTooLong(names))
    }
}
