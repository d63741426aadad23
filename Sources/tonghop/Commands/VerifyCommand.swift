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
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            let mismatches = try ledger.verify()
            for mismatch in mismatches { options.console.result(mismatch.message[options.lang]) }
            if mismatches.isEmpty {
                options.console.say(
                    Bilingual(vi: "Sổ tiếp nhận và kho lưu toàn vẹn.", en: "The ledger and the archive are whole."))
            }
            return mismatches.isEmpty ? .done : .needsPerson
        }
    }
}
