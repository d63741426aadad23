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
        try options.perform { desk in
            let outcome = try desk.run(period, remakesAll: all) { findings in
                RunReport(findings: findings, console: options.console, workplace: options.workplace).show()
            }
            if options.format == .json {
                options.console.json(try FindingPrinter.json(RunOutput(outcome, options.printer)))
            }
            return outcome.needsPerson ? .needsPerson : .done
        }
    }
}
