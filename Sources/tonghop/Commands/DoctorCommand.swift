import ArgumentParser
import Domain
import Office

/// `tonghop doctor`: what an administrator should see to before the month ends.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Khám hệ thống trước cuối tháng; không thay đổi gì. / What to see to before month end; changes nothing.")

    @OptionGroup var options: SharedOptions

    func run() throws {
        try options.perform { desk in
            let health = try desk.examine(isTold: options.now != nil)
            try show(health)
            return health.findings.outcome
        }
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
