import ArgumentParser
import Office

/// `tonghop restore`: brings a backup back into a folder of reports that holds nothing.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Khôi phục từ bản sao lưu vào thư mục reports trống. / Brings a backup back into an empty folder.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of the backup.", transform: \.literalPath)
    var folder: String

    func run() throws {
        try options.perform { desk in
            try desk.restore(from: folder)
            try options.result(Output(folder: options.reports, backup: folder), or: options.reports)
            return .done
        }
    }

    private struct Output: Encodable {
        let folder, backup: String
    }
}
