import ArgumentParser
import Domain
import Intake
import Office
import Reporting

/// `tonghop check`: says what is wrong, and changes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Nêu mọi lỗi của tệp hoặc danh mục; không thay đổi gì. / Says what is wrong; changes nothing.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Check the catalogue.")
    var catalogue = false

    @Argument(help: "Files to check.", transform: \.literalPath)
    var files: [String] = []

    func validate() throws {
        guard files.isEmpty != catalogue else { return }
        throw ValidationError(
            catalogue
                ? Bilingual(
                    vi: "kiểm tra tệp thì bỏ --catalogue; kiểm tra danh mục thì không ghi tệp",
                    en: "name files, or --catalogue, not both")
                : Bilingual(
                    vi: "ghi tệp cần kiểm tra, hoặc --catalogue để kiểm tra danh mục",
                    en: "name the files to check, or --catalogue"))
    }

    func run() throws {
        try options.perform { desk in
            catalogue ? try checkCatalogue(desk) : try checkFiles(desk)
        }
    }

    private func checkCatalogue(_ desk: Desk) throws -> Outcome {
        let (isUsable, findings) = try desk.checkCatalogue()
        try CheckReport(options).show(findings, totals: [])
        if isUsable, findings.isEmpty {
            options.console.say(Bilingual(vi: "Danh mục không có lỗi.", en: "No fault in the catalogue."))
        }
        return isUsable ? findings.outcome : .needsPerson
    }

    private func checkFiles(_ desk: Desk) throws -> Outcome {
        let checks = try FileChecks(desk)
        var findings: [Finding] = []
        var totals: [CheckReport.Total] = []
        var breakdowns: [CheckReport.Breakdown] = []
        var outlooks: [CheckReport.Outlook] = []
        var failed = 0
        for path in files {
            let file: CheckedFile
            do {
                file = try checks.check(path)
            } catch let failure as Failure where files.count > 1 {
                // One file that cannot be read keeps nobody from hearing of the others.
                options.console.warn(failure.message.map { "tonghop: \($0)" })
                failed += 1
                continue
            }
            findings += file.refusals
            let shownPath = options.workplace.shownPath
            for submission in file.submissions {
                let reading = submission.checked.reading
                findings += submission.findings
                if let moves = submission.moves {
                    outlooks.append(
                        CheckReport.Outlook(file: shownPath(reading.receipt.path), moves: moves, options.lang))
                }
                totals += CheckReport.totals(of: reading, checks.catalogue, shownPath: shownPath)
                breakdowns.append(
                    CheckReport.Breakdown(submission.checked, checks.catalogue, shownPath: shownPath))
                if submission.findings.isEmpty {
                    let shown = SheetPath.path(of: path, sheet: SheetPath.sheet(of: reading.receipt.path) ?? "")
                    options.console.say(CheckReport.clean(ShownPath(shown).text, reading))
                }
            }
        }
        try CheckReport(options).show(findings, totals: totals, breakdowns, outlooks)
        guard failed > 0 else { return findings.outcome }
        return failed == files.count ? .failed : .needsPerson
    }
}

/// What `check` prints.
struct CheckReport {
    let options: SharedOptions

    init(_ options: SharedOptions) { self.options = options }

    /// The sum of a measure over a file.
    struct Total: Encodable {
        let file, measure: String
        /// What the form calls it.
        let name: String
        let sum: Double
    }

    private struct Output: Encodable {
        let findings: [EncodedFinding]
        let totals: [Total]
        /// Only where a form asks for it.
        let breakdown: [Breakdown.Line]?
        /// Files that would be held; left out where none would be.
        let held: [Outlook]?
    }

    static func totals(
        of reading: Reading, _ catalogue: Catalogue, shownPath: (String) -> String
    ) -> [Total] {
        let form = reading.form.flatMap(catalogue.form)
        return reading.measures.map { measure in
            Total(
                file: shownPath(reading.receipt.path), measure: measure,
                name: form?.name(ofMeasure: measure) ?? measure,
                sum: reading.tallies.sum(of: measure).double)
        }
    }

    static func clean(_ path: String, _ reading: Reading) -> Bilingual {
        guard reading.state != .answered else {
            return Bilingual(
                vi: "\(path): phiếu gửi trả lại, đọc được \(Language.vi.count(reading.answers.count)) lý do.",
                en: "\(path): a return sent back; reasons read: \(Language.en.count(reading.answers.count)).")
        }
        return Bilingual(
            vi: "\(path): không có lỗi; \(Language.vi.count(reading.rowsCounted)) dòng được tính.",
            en: "\(path): no fault; \(Language.en.count(reading.rowsCounted)) rows count.")
    }

    func show(
        _ findings: [Finding], totals: [Total], _ breakdowns: [Breakdown] = [], _ outlooks: [Outlook] = []
    ) throws {
        let lines = breakdowns.flatMap(\.lines)
        let printer = FindingPrinter(language: options.lang, shownPath: askedOnce(options.workplace.shownPath))
        switch options.format {
        case .json:
            options.console.json(
                try FindingPrinter.json(
                    Output(
                        findings: findings.map(printer.encoded), totals: totals, breakdown: lines.isEmpty ? nil : lines,
                        held: outlooks.isEmpty ? nil : outlooks)
                ))
        case .text:
            let said = findings.filter { !options.quiet || $0.level != .note }.map(printer.line)
            if !said.isEmpty { options.console.result(said.joined(separator: "\n")) }
            for outlook in outlooks { options.console.result(outlook.text(options.lang)) }
            guard !options.quiet else { return }
            for total in totals {
                let amount = options.lang.quantity(Quantity(thousandths: Int64((total.sum * 1_000).rounded())))
                options.console.result("\(total.file): \(total.name): \(amount)")
            }
            let sums = lines.map { $0.text(options.lang) }
            if !sums.isEmpty { options.console.result(sums.joined(separator: "\n")) }
        }
    }

    /// Thousands of findings name the same file, and where it lies is asked of the disk.
    private func askedOnce(_ shownPath: @escaping (String) -> String) -> (String) -> String {
        var known: [String: String] = [:]
        return { path in
            if let shown = known[path] { return shown }
            let shown = shownPath(path)
            known[path] = shown
            return shown
        }
    }
}

extension Form {
    /// The name of the one column that a measure adds; a selection of rows goes by its code.
    func name(ofMeasure code: String) -> String? {
        guard let measure = measure(code), measure.selection.isEmpty, measure.columns.count == 1 else { return nil }
        return column(measure.columns[0])?.name
    }
}
