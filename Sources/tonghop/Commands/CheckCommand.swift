import ArgumentParser
import Digest
import Domain
import Intake
import Reporting
import Storage

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
        try options.perform {
            catalogue ? try checkCatalogue() : try checkFiles()
        }
    }

    private func checkCatalogue() throws -> Outcome {
        let (loaded, ofRegisters) = try options.workplace.readCatalogue()
        var health = Health()
        if let loaded { health.examineReadiness(of: loaded.catalogue, options.workplace, now: options.clock) }
        let findings = ofRegisters + health.findings
        try CheckReport(options).show(findings, totals: [])
        if loaded != nil, findings.isEmpty {
            options.console.say(Bilingual(vi: "Danh mục không có lỗi.", en: "No fault in the catalogue."))
        }
        return loaded == nil ? .needsPerson : findings.outcome
    }

    private func checkFiles() throws -> Outcome {
        let loaded = try options.workplace.loadCatalogue(options.console)
        let reader = SubmissionReader(catalogue: loaded.catalogue)
        let ledger = try Ledger.openIfPresent(folder: options.reports)
        var findings: [Finding] = []
        var totals: [CheckReport.Total] = []
        var breakdowns: [CheckReport.Breakdown] = []
        var outlooks: [CheckReport.Outlook] = []
        var failed = 0
        for path in files {
            let (some, refusals): ([CheckedSubmission], [Finding])
            do {
                (some, refusals) = try check(path, reader, ledger)
            } catch let failure as Failure where files.count > 1 {
                // One file that cannot be read keeps nobody from hearing of the others.
                options.console.warn(failure.message.map { "tonghop: \($0)" })
                failed += 1
                continue
            }
            findings += refusals
            for checked in some {
                let reading = checked.reading
                let (found, outlook) = try allFindings(reading, loaded, ledger)
                findings += found
                outlooks += outlook.map { [$0] } ?? []
                totals += CheckReport.totals(
                    of: reading, loaded.catalogue, shownPath: options.workplace.shownPath)
                breakdowns.append(
                    CheckReport.Breakdown(checked, loaded.catalogue, shownPath: options.workplace.shownPath))
                if found.isEmpty {
                    let shown = SheetPath.path(of: path, sheet: SheetPath.sheet(of: reading.receipt.path) ?? "")
                    options.console.say(CheckReport.clean(ShownPath(shown).text, reading))
                }
            }
        }
        try CheckReport(options).show(findings, totals: totals, breakdowns, outlooks)
        guard failed > 0 else { return findings.outcome }
        return failed == files.count ? .failed : .needsPerson
    }

    /// A file as it is read, of a workbook each of its sheets, or why it is not.
    private func check(
        _ path: String, _ reader: SubmissionReader, _ ledger: Ledger
    ) throws -> (checked: [CheckedSubmission], findings: [Finding]) {
        let shown = options.workplace.pathBelowSubmissions(path)
        if let file = try InputFile.streamed(path) {
            let submission = reader.read(streamed: file, path: shown)
            // Only the ledger asks for the hash.
            let sha256 = ledger.isPresent && submission != nil ? file.sha256.hex : ""
            guard try file.isSettled() else { return ([], [StillBeingWritten.finding(shown, level: .query)]) }
            if let submission {
                let receipt = try receipt(shown, sha256: sha256, size: file.count, ledger)
                return ([submission.checked(receipt)], [])
            }
        }
        let (source, refusals) = try InputFile.submission(path, shown: shown)
        guard let file = source else { return ([], refusals) }
        let sha256 = SHA256Digest.of(file.bytes).hex
        let receipt = try receipt(file.path, sha256: sha256, size: file.bytes.count, ledger)
        return (reader.checks(file, receipt: receipt), refusals)
    }

    private func receipt(_ path: String, sha256: String, size: Int, _ ledger: Ledger) throws -> Receipt {
        let known = ledger.isPresent ? try ledger.read { try $0.receivedAt(path: path, sha256: sha256) } : nil
        return Receipt(path: path, sha256: sha256, size: size, receivedAt: known ?? options.clock)
    }

    /// What is wrong with the file, its queries with the reasons that the ledger holds, and what the checks across
    /// submissions would say if it were taken in; and what taking it would do, if it would be held.
    private func allFindings(
        _ reading: Reading, _ loaded: Workplace.LoadedCatalogue, _ ledger: Ledger
    ) throws -> (findings: [Finding], outlook: CheckReport.Outlook?) {
        let file = options.workplace.shownPath(reading.receipt.path)
        guard reading.isCounted || reading.state == .answered, let period = reading.period, ledger.isPresent else {
            let isHeld = reading.isCounted && reading.findings.contains(where: \.isHolding)
            return (reading.findings, isHeld ? CheckReport.Outlook(file: file, moves: [], options.lang) : nil)
        }
        let basis = try Consolidation(loaded: loaded, ledger: ledger).basis(period, .draft, adding: reading)
        let own = basis.evidence.readings.first { $0.receipt == reading.receipt } ?? reading
        let awaited = basis.awaitedDecisions.first { $0.reading.receipt == reading.receipt }
        return (
            own.findings + basis.ledgerFindings.filter { $0.position.file == reading.receipt.path },
            awaited.map { CheckReport.Outlook(file: file, moves: $0.moves, options.lang) }
        )
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

extension Workplace {
    /// How findings name a file: below `submissions/` where it lies there, else as it was typed.
    func pathBelowSubmissions(_ path: String) -> String {
        let prefix = submissionsFolder + "/"
        let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        let folder = prefix.hasPrefix("./") ? String(prefix.dropFirst(2)) : prefix
        return plain.hasPrefix(folder) ? String(plain.dropFirst(folder.count)) : path
    }
}
