import ArgumentParser
import Domain
import Foundation
import Office

/// What every command understands.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Folder of the catalogue, the submissions and the decisions.", valueName: "dir"),
        transform: \.literalPath)
    var inputs = "inputs"

    @Option(
        help: ArgumentHelp("Folder of the ledger and the reports.", valueName: "dir"), transform: \.literalPath)
    var reports = "reports"

    @Option(help: ArgumentHelp("Stands for the clock: 2026-10-20T17:00+07:00.", valueName: "time"))
    var now: Instant?

    @Option(help: ArgumentHelp("Seconds to wait for another run.", valueName: "seconds"))
    var wait = 0

    @Flag(help: "Only what needs a person.")
    var quiet = false

    @Option(help: "Language of messages: vi or en.")
    var lang: Language = .vi

    @Option(help: "text or json, where a program may read it.")
    var format: OutputFormat = .text

    @OptionGroup var logging: LogOptions

    var clock: Instant { now ?? Instant(seconds: Int(Date().timeIntervalSince1970)) }

    var console: Console { Console(language: lang, isQuiet: quiet) }

    /// What this command writes down of its work.
    func eventLog() -> EventLog {
        EventLog(logging, now: now) { [console] error in
            let reason = (error as? ForeignFile)?.message ?? Bilingual(vi: "\(error)", en: "\(error)")
            console.warn(
                Bilingual(
                    vi: "tonghop: không ghi được nhật ký (\(reason.vi)); lệnh vẫn chạy tiếp",
                    en: "tonghop: cannot write the log (\(reason.en)); the command goes on"))
        }
    }

    var printer: FindingPrinter { FindingPrinter(language: lang, shownPath: workplace.shownPath) }

    /// Runs a command's verb, says what stopped it, and ends with its code.
    func perform(_ work: (Desk) throws -> Outcome) throws { try perform(saying: console) { desk, _ in try work(desk) } }

    /// The same, saying everything on one console; `work` is given the log, too.
    func perform(saying console: Console, _ work: (Desk, EventLog) throws -> Outcome) throws {
        let log = eventLog()
        let name = CommandLine.arguments.dropFirst().first ?? ""
        let began = Date()
        log.note(.begun, ["command": name, "version": Program.version])
        let outcome: Outcome
        do {
            outcome = try work(desk(log, console), log)
        } catch {
            let failure = Failure(error)
            console.endProgress()
            for finding in failure.findings { console.warn(line: printer.line(finding)) }
            console.warn(failure.message.map { "tonghop: \($0)" })
            log.fail(.stopped, ["command": name, "reason": failure.message[lang]])
            outcome = failure.outcome
        }
        let seconds = now == nil ? Int(Date().timeIntervalSince(began).rounded()) : 0
        log.note(.ended, ["command": name, "exit": "\(outcome.code)", "seconds": "\(seconds)"])
        if outcome != .done { throw ExitCode(outcome.code) }
    }

    /// What a verb works with; what it tells is shown, or written into the log.
    private func desk(_ log: EventLog, _ console: Console) -> Desk {
        Desk(workplace, language: lang, wait: wait, clock: { clock }) { event in
            switch event {
            case .progress(let text): console.progress(text)
            case .progressEnded: console.endProgress()
            case .remark(let text): console.say(text)
            case .warning(let text): console.warn(text)
            case .result(let text): if !quiet, format == .text { console.result(text[lang]) }
            case .entry(let entry):
                console.transcript?.add(entry)
                log.write(entry)
            }
        }
    }

    /// What a command came to: as a program reads it, or as a line for a person.
    func result(_ encoded: some Encodable, or line: @autoclosure () -> String) throws {
        switch format {
        case .json: console.json(try FindingPrinter.json(encoded))
        case .text: console.result(line())
        }
    }

    var workplace: Workplace { Workplace(inputs: inputs, reports: reports) }

    func validate() throws {
        // Below an empty path would be what lies at the top of the disk.
        for (option, path) in [("--inputs", inputs), ("--reports", reports)] where path.isEmpty {
            throw ValidationError(
                Bilingual(
                    vi: "\(option): ghi tên thư mục, không để trống", en: "\(option): a folder, not an empty name"))
        }
        guard wait < 0 else { return }
        throw ValidationError(
            Bilingual(
                vi: "--wait: ghi số giây, không âm, thay cho \(wait)", en: "--wait: a number of seconds, not \(wait)"))
    }
}

extension Outcome {
    /// What the program ends with.
    var code: Int32 {
        switch self {
        case .done: 0
        case .needsPerson: 1
        case .failed: 2
        case .wrongUsage: 64
        case .busy: 75
        }
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

extension Language: ExpressibleByArgument {}

extension Instant: ExpressibleByArgument {
    /// As `--now` takes it: ISO 8601 with an offset.
    public init?(argument: String) { self.init(argument) }
}

extension Period: ExpressibleByArgument {
    /// Months from and to may be the quarter, half-year or year that they are.
    package init?(argument: String) { self.init(orSpelledOut: argument) }
}
