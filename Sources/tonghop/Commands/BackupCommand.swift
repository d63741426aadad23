import ArgumentParser
import Domain
import Foundation
import Storage

/// `tonghop backup`: a copy of the ledger, its archive and its editions, also while a run is going on.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Sao lưu sổ, kho lưu và các bản đã phát hành. / Copies the ledger, the archive and the editions.")

    @OptionGroup var options: SharedOptions

    @Argument(
        help: "Folder of the copy: new, empty or left by a stopped backup, and outside the reports.",
        transform: \.literalPath)
    var folder: String

    func run() throws {
        try options.perform { log in
            let target = TargetFolder(folder)
            try target.refuseInside(options.reports)
            guard UnfinishedCopy.isMarked(target.place) || !target.isOccupied else { throw target.occupied }
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            try refuseAbsent(ledger)
            try target.make()
            let unfinished = try UnfinishedCopy(in: target)
            try ledger.copyAgain(to: target.place)
            let copy = try Ledger.openIfPresent(folder: target.place)
            try PeriodFolder.showAll(copy, in: Workplace(inputs: options.inputs, reports: target.place))
            unfinished.finish()
            let head = try copy.read { try $0.head }
            LastBackup(at: options.clock, folder: target.place, entries: head.seq).note(in: options.reports)
            log.note(.copied, ["folder": folder, "entries": "\(head.seq)"])
            try options.result(Output(folder: folder, entries: head.seq), or: folder)
            return .done
        }
    }

    private struct Output: Encodable {
        let folder: String
        /// Of the ledger that was copied.
        let entries: Int
    }

    private func refuseAbsent(_ ledger: Ledger) throws {
        guard !ledger.isPresent else { return }
        throw Failure(
            Bilingual(
                vi: "chưa có sổ tiếp nhận trong “\(options.reports)”; chỉ đúng thư mục bằng --reports",
                en: "there is no ledger in “\(options.reports)”; name the right folder with --reports"))
    }
}
