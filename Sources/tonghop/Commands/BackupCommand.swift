import ArgumentParser
import Office

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
        try options.perform { desk in
            let outcome = try desk.backup(to: folder)
            try options.result(Output(folder: folder, entries: outcome.entries), or: folder)
            return outcome.isWhole ? .done : .needsPerson
        }
    }

    private struct Output: Encodable {
        let folder: String
        /// Of the ledger that was copied.
        let entries: Int
    }
}
