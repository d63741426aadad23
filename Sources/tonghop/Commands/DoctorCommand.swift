import ArgumentParser
import Domain
import Storage

/// `tonghop doctor`: what an administrator should see to before the month ends.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Khám hệ thống trước cuối tháng; không thay đổi gì. / What to see to before month end; changes nothing.")

    @OptionGroup var options: SharedOptions

    func run() throws {
        try options.perform {
            let health = try examine()
            try show(health)
            return health.findings.outcome
        }
    }

    private func examine() throws -> Health {
        let workplace = options.workplace
        let now = options.clock
        var health = Health()
        let catalogue = health.examineCatalogue(workplace, now: now)
        if let catalogue { health.examineReadiness(of: catalogue, workplace, now: now) }
        health.examineFolders(workplace)
        health.examineDisk(workplace)
        let ledger = health.examineLedger(workplace)
        let recorded = try ledger?.read { try $0.lastRecordedAt }
        health.examineClock(
            now, isTold: options.now != nil, catalogue: catalogue, lastRecordedAt: recorded ?? nil)
        if let ledger { try health.examineBackup(ledger, in: workplace.reports, now: now) }
        if let catalogue { try health.examineInbox(workplace, catalogue, ledger, now: now) }
        return health
    }

    private struct Output: Encodable {
        let findings: [EncodedFinding]
        let passed: [String]
    }

    private func show(_ health: Health) throws {
        let printer = FindingPrinter(language: options.lang) { $0 }
        switch options.format {
        case .json:
            options.console.json(
                try FindingPrinter.json(
                    Output(
                        findings: health.findings.map(printer.encoded), passed: health.passed.map { $0[options.lang] }))
            )
        case .text:
            for finding in health.findings where !options.quiet || finding.needsPerson {
                options.console.result(printer.line(finding))
            }
            guard !options.quiet else { return }
            let word = Bilingual(vi: "đạt", en: "well")[options.lang]
            for text in health.passed { options.console.result("\(word): \(text[options.lang])") }
        }
    }
}
