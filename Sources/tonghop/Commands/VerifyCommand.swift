import ArgumentParser
import Domain
import Storage

/// `tonghop verify`: reads the whole ledger and archive again, and names what does not fit.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Đọc lại toàn bộ sổ và kho lưu, nêu chỗ không khớp. / Reads the ledger again.",
        discussion: """
            Editions, packages and drafts are held against the ledger. A ledger that was exchanged together with everything \
            beside it is found by a code that was noted elsewhere: --anchor takes the one that an edition's last page prints, \
            or that this command prints.
            """)

    @OptionGroup var options: SharedOptions

    @Option(
        help: ArgumentHelp(
            "A code that an edition or this command printed: 16 to 64 hexadecimal digits; more than one may be named.",
            valueName: "code"))
    var anchor: [AnchorCode] = []

    func run() throws {
        try options.perform {
            let report = try Verification(workplace: options.workplace, anchors: anchor).report()
            switch options.format {
            case .json: options.console.json(try FindingPrinter.json(report.encoded(options.lang)))
            case .text: show(report)
            }
            DayTroubles(workplace: options.workplace).note(
                report.mismatches.filter { $0.kind != "anchor" }.map(\.message))
            return report.mismatches.isEmpty ? .done : .needsPerson
        }
    }

    private func show(_ report: Verification.Report) {
        for mismatch in report.mismatches { options.console.result(mismatch.message[options.lang]) }
        for line in report.confirmed { options.console.result(line[options.lang]) }
        for note in report.notes { options.console.say(note) }
        guard report.mismatches.isEmpty, let head = report.head else { return }
        options.console.say(
            Bilingual(
                vi: "Sổ tiếp nhận, kho lưu và các bản đã phát hành toàn vẹn.",
                en: "The ledger, the archive and the editions are whole."))
        options.say(head)
    }
}

extension AnchorCode: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
