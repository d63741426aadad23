import ArgumentParser
import Domain
import Office

/// Where a command writes down what it did, for whoever looks after the machine; nowhere unless it is told.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write one line an event to this file, or to the system's journal.", valueName: "file|journal"),
        transform: \.literalPath)
    var log: String?

    @Option(help: "text or json: how a line of the log is written.")
    var logFormat: OutputFormat = .text

    @Option(help: ArgumentHelp("The log file is put aside at this size.", valueName: "KiB"))
    var logSize = 1024

    @Option(help: ArgumentHelp("How many log files put aside are kept.", valueName: "number"))
    var logFiles = 5

    func validate() throws {
        if !(1...1_048_576).contains(logSize) {
            throw ValidationError(
                Bilingual(vi: "--log-size: ghi số từ 1 đến 1048576", en: "--log-size: from 1 to 1048576"))
        }
        if !(1...99).contains(logFiles) {
            throw ValidationError(Bilingual(vi: "--log-files: ghi số từ 1 đến 99", en: "--log-files: from 1 to 99"))
        }
    }

    /// What takes the lines; `nil` where none are wanted.
    var destination: (any LogDestination)? {
        switch log {
        case nil: nil
        case "journal": Journal()
        case let path?: RotatingFile(path: path, bytesMax: logSize * 1_024, keptMax: logFiles)
        }
    }
}

/// What takes the lines of a log.
protocol LogDestination: Sendable {
    /// Takes one line, without its end. Throws what stands in the way, which never stops a command.
    func write(_ line: String, isUrgent: Bool) throws
}
