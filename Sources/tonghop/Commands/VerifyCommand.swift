import ArgumentParser
import Domain
import Office
import Storage

/// `tonghop verify`: reads the whole ledger and archive again, and names what does not fit.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Đọc lại toàn bộ sổ và kho lưu, nêu chỗ không khớp. / Reads the ledger again.",
        discussion: """
            Editions, packages, drafts and the entries on the pages of the days are held against the ledger, and what the \
            program did not make is named. What a page tells beside its entries (troubles, what waits) stands in no ledger: \
            who rewrites it together with .viec-can-lam.json is found by a copy kept elsewhere only. A ledger that was exchanged together with everything \
            beside it is found by a code that was noted elsewhere: --anchor takes the one that an edition's last page or the page \
            of a day prints, or that this command prints on standard error (with --format json on standard output).
            """)

    @OptionGroup var options: SharedOptions

    @Option(
        help: ArgumentHelp(
            "A code that an edition or this command printed: 16 to 64 hexadecimal digits; more than one may be named.",
            valueName: "code"))
    var anchor: [AnchorCode] = []

    func run() throws {
        try options.perform { desk in
            let report = try desk.verify(anchors: anchor)
            switch options.format {
            case .json: options.console.json(try FindingPrinter.json(report.encoded(options.lang)))
            case .text: show(report)
            }
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
        options.console.say(head.words)
    }
}

extension Verification.Report {
    /// As a program reads it.
    struct Encoded: Encodable {
        struct Item: Encodable { let kind, place, message: String }

        /// `entry` is left out where the ledger has no such entry.
        struct Code: Encodable {
            let code: String
            let entry: Int?
        }

        struct Head: Encodable {
            let entry: Int
            let hash, code: String
        }

        let anchors: [Code]
        let head: Head?
        let mismatches: [Item]
        let notes: [String]
    }

    func encoded(_ language: Language) -> Encoded {
        Encoded(
            anchors: codes.map { Encoded.Code(code: $0.code.description, entry: $0.entry) },
            head: head.map { Encoded.Head(entry: $0.entry, hash: $0.digest, code: $0.code) },
            mismatches: mismatches.map {
                Encoded.Item(kind: $0.kind, place: $0.place, message: $0.message[language])
            }, notes: notes.map { $0[language] })
    }
}

extension AnchorCode: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
