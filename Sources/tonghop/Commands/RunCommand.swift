import ArgumentParser
import Domain
import Office

/// `tonghop run`: takes in what is new and remakes the draft of a period.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Nhận tệp mới, lập lại dự thảo của kỳ. / Takes in what is new, remakes the period's draft.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Remake the drafts of the other periods whose figures moved, too.")
    var all = false

    @Argument(help: "Period, such as 2026-10; the latest month that is over where none is named.")
    var period: Period?

    func run() throws {
        let transcript = Transcript()
        var console = options.console
        console.transcript = transcript
        try options.perform(saying: console) { desk, log in
            let asBefore = RunAsBefore(desk, asked: asked)
            if let saying = try asBefore.saying {
                console.say(again: saying.lines)
                for entry in saying.entries { log.write(entry) }
                return saying.needsPerson ? .needsPerson : .done
            }
            let outcome = try desk.run(period, remakesAll: all) { findings in
                RunReport(findings: findings, console: console, workplace: options.workplace).show()
            }
            if options.format == .json { console.json(try FindingPrinter.json(RunOutput(outcome, options.printer))) }
            asBefore.keep(transcript.saying, of: outcome)
            return outcome.needsPerson ? .needsPerson : .done
        }
    }

    /// What the words of a run depend on beside the two folders.
    private var asked: String {
        "\(period?.description ?? "-") \(all) \(options.quiet) \(options.lang) \(options.format)"
    }
}

/// What a run came to, as a program reads it.
struct RunOutput: Encodable {
    /// A draft that this run has made, or found to be what it would make.
    struct Draft: Encodable {
        let period, folder: String
        let changed: Bool
    }

    struct Edition: Encodable {
        let period: String
        let number: Int
    }

    let period: String
    let drafts: [Draft]
    let newFiles, knownFiles: Int
    let received, owed: Int
    /// A line for each report that did not come.
    let missing: [String]
    /// Files that wait for a decision.
    let held: [String]
    let errors, queries: Int
    /// What is to be settled, of the drafts no more than a run shows; and all that was found in the folders.
    let findings: [EncodedFinding]
    /// Other periods whose figures moved, and editions that print what is no longer so.
    let moved: [String]
    let movedEditions: [Edition]

    init(_ outcome: RunOutcome, _ printer: FindingPrinter) {
        let (summary, taken, moved) = (outcome.findings.summary, outcome.findings.taken, outcome.moved)
        period = outcome.findings.period.description
        drafts = outcome.drafts.map {
            Draft(period: $0.period.description, folder: $0.folder, changed: $0.isChange)
        }
        newFiles = taken.readings.count
        knownFiles = taken.knownCount
        received = summary.received
        owed = summary.owed
        missing = summary.missing.map { $0.words(printer.language) }
        held = summary.held.map(printer.shownPath)
        errors = summary.errors
        queries = summary.queries
        findings = (taken.findings + summary.findings).map(printer.encoded)
        self.moved = moved.drafts.map(\.description)
        movedEditions = moved.issued.map { Edition(period: $0.period.description, number: $0.number) }
    }
}
