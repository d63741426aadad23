import Domain
import Storage

extension Desk {
    /// Copies the ledger, its archive and its editions, also while a run is going on.
    ///
    /// - Parameter folder: New, empty or left by a stopped backup, and outside the reports.
    /// - Returns: The entries of the ledger that was copied.
    package func backup(to folder: String) throws -> Int {
        let target = TargetFolder(folder)
        try target.refuseInside(workplace)
        guard UnfinishedCopy.isMarked(target.place) || !target.isOccupied else { throw target.occupied }
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        try refuseAbsent(ledger)
        try target.make()
        let unfinished = try UnfinishedCopy(in: target)
        try ledger.copyAgain(to: target.place)
        let copy = try Ledger.openIfPresent(folder: target.place)
        try PeriodFolder.showAll(copy, in: Workplace(inputs: workplace.inputs, reports: target.place))
        let head = try copy.read { try $0.head }
        // Before the copy is called whole: one that is stopped here is made once more, and takes away what noting it has left.
        LastBackup(at: now, folder: target.place, entries: head.seq).note(in: workplace.reports)
        try unfinished.finish()
        tell(.note(.copied, ["folder": folder, "entries": "\(head.seq)"]))
        return head.seq
    }

    private func refuseAbsent(_ ledger: Ledger) throws {
        guard !ledger.isPresent else { return }
        throw Failure(
            Bilingual(
                vi: "chưa có sổ tiếp nhận trong “\(workplace.reports)”; chỉ đúng thư mục bằng --reports",
                en: "there is no ledger in “\(workplace.reports)”; name the right folder with --reports"))
    }
}
