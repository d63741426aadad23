import ArgumentParser
import Domain
import Storage

/// `tonghop verify`: reads the whole ledger and archive again, and names what does not fit.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Đọc lại toàn bộ sổ và kho lưu, nêu chỗ không khớp. / Reads the ledger again.")

    @OptionGroup var options: SharedOptions

    func run() throws {
        try options.perform {
            let (opened, damage) = try open()
            guard let ledger = opened else {
                options.console.result(damage[options.lang])
                return .needsPerson
            }
            guard ledger.isPresent else { return try absent() }
            let mismatches = try ledger.verify()
            let folders = EditionFolders(workplace: options.workplace, ledger: ledger)
            // A damaged ledger may be past telling what was issued; that it is damaged is said already.
            let packages = ReleaseFolders(workplace: options.workplace, ledger: ledger)
            let shown = { try folders.mismatches() + packages.mismatches() }
            let messages = mismatches.map(\.message) + (mismatches.isEmpty ? try shown() : (try? shown()) ?? [])
            for message in messages { options.console.result(message[options.lang]) }
            if messages.isEmpty {
                options.console.say(
                    Bilingual(
                        vi: "Sổ tiếp nhận, kho lưu và các bản đã phát hành toàn vẹn.",
                        en: "The ledger, the archive and the editions are whole."))
            }
            return messages.isEmpty ? .done : .needsPerson
        }
    }

    /// The ledger, or what keeps it from being opened: that is what this command is there to say.
    private func open() throws -> (ledger: Ledger?, damage: Bilingual) {
        do {
            return (try Ledger.openIfPresent(folder: options.reports), Bilingual(vi: "", en: ""))
        } catch let error as LedgerError where error.reason == .damaged {
            return (nil, error.fault)
        }
    }

    /// Before the first run there is nothing to verify; a folder that is not there was named wrongly.
    private func absent() throws -> Outcome {
        let absent = Bilingual(
            vi: "chưa có sổ tiếp nhận trong “\(options.reports)”", en: "there is no ledger in “\(options.reports)”")
        guard InputFile.isFolder(options.reports) else { throw Failure(absent) }
        options.console.say(absent)
        return .done
    }
}
