import ArgumentParser
import Files
import Foundation
import Office

/// Consolidates what departments report, and writes the workbook and the texts for the periodic reviews.
@main
struct Tonghop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tonghop",
        abstract: "Tổng hợp số liệu các chương trình phối hợp. / Consolidates the figures of coordination programmes.",
        version: Program.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, InspectCommand.self, StatusCommand.self, IssueCommand.self,
            ExportCommand.self, ReportCommand.self, TraceCommand.self, ChangesCommand.self, TemplateCommand.self,
            ExplainCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
            InitCommand.self,
        ])

    /// Nobody but the account that runs it may write what it makes, and strangers may not read it, whatever the shell, the
    /// schedule or a library asks for; the ledger is kept from the group as well, where it is made.
    static func main() {
        umask(0o027)
        OpenFile.holdStandard()
        do {
            var command = try named ?? parseAsRoot()
            try command.run()
        } catch {
            UsageFault(error)?.end()
            exit(withError: error)
        }
    }

    /// The command that the line's first word names, read by itself, which is a seventh less work. What is not understood so is
    /// read as a whole, for faults, help and completion are those of `tonghop`.
    private static var named: ParsableCommand? {
        let words = CommandLine.arguments.dropFirst()
        let command = configuration.subcommands.first { $0.configuration.commandName == words.first }
        return try? command?.parseAsRoot(Array(words.dropFirst()))
    }
}
