import Digest
import Domain
import Intake
import Reporting
import Storage

/// What would become of a file if it were taken in.
package struct CheckedFile {
    /// A file, or of a workbook one of its sheets.
    package struct Submission {
        package let checked: CheckedSubmission
        /// What is wrong with it, its queries with the reasons that the ledger holds, and what the checks across submissions say.
        package let findings: [Finding]
        /// What taking it would do to the province's figures, if it would be held; `nil`: it would count.
        package let moves: [AwaitedDecision.Move]?
    }

    package let submissions: [Submission]
    /// Why it is not read, or which of its sheets keep one another from being counted.
    package let refusals: [Finding]
    /// The paths of these sheets.
    package let together: Set<String>
}

/// Files are looked at one by one, beside what the ledger holds; nothing is changed.
package struct FileChecks {
    private let desk: Desk
    private let loaded: Workplace.LoadedCatalogue
    private let ledger: Ledger
    private let reader: SubmissionReader

    package var catalogue: Catalogue { loaded.catalogue }

    package init(_ desk: Desk) throws {
        self.desk = desk
        loaded = try desk.workplace.loadCatalogue()
        reader = SubmissionReader(catalogue: loaded.catalogue)
        ledger = try Ledger.openIfPresent(folder: desk.workplace.reports)
    }

    package func check(_ path: String) throws -> CheckedFile {
        let (checked, refusals) = try read(path)
        let submissions = try checked.map(submission)
        // Each sheet is looked at by itself; taken in they come together.
        let together = SheetsTogether.slices(among: checked.map(\.reading))
        return CheckedFile(
            submissions: submissions, refusals: refusals + together.map { SheetsTogether.finding($0) },
            together: Set(together.joined()))
    }

    /// A file as it is read, of a workbook each of its sheets, or why it is not.
    private func read(_ path: String) throws -> (checked: [CheckedSubmission], findings: [Finding]) {
        let shown = desk.workplace.pathBelowSubmissions(path)
        if let file = try InputFile.streamed(path) {
            let submission = reader.read(streamed: file, path: shown)
            // Only the ledger asks for the hash.
            let sha256 = ledger.isPresent && submission != nil ? file.sha256.hex : ""
            guard try file.isSettled() else { return ([], [StillBeingWritten.finding(shown, level: .query)]) }
            if let submission {
                let receipt = try receipt(shown, sha256: sha256, size: file.count)
                return ([submission.checked(receipt)], [])
            }
        }
        let (source, refusals) = try InputFile.submission(path, shown: shown)
        guard let file = source else { return ([], refusals) }
        let sha256 = SHA256Digest.of(file.bytes).hex
        let receipt = try receipt(file.path, sha256: sha256, size: file.bytes.count)
        return (reader.checks(file, receipt: receipt), refusals)
    }

    private func receipt(_ path: String, sha256: String, size: Int) throws -> Receipt {
        let known = ledger.isPresent ? try ledger.read { try $0.receivedAt(path: path, sha256: sha256) } : nil
        return Receipt(path: path, sha256: sha256, size: size, receivedAt: known ?? desk.now)
    }

    /// What is wrong with the file, its queries with the reasons that the ledger holds, and what the checks across
    /// submissions would say if it were taken in; and what taking it would do, if it would be held.
    private func submission(_ checked: CheckedSubmission) throws -> CheckedFile.Submission {
        let reading = checked.reading
        guard reading.isCounted || reading.state == .answered, let period = reading.period, ledger.isPresent else {
            let isHeld = reading.isCounted && reading.findings.contains(where: \.isHolding)
            return CheckedFile.Submission(checked: checked, findings: reading.findings, moves: isHeld ? [] : nil)
        }
        let basis = try Consolidation(loaded: loaded, ledger: ledger).basis(period, .draft, adding: reading)
        let own = basis.evidence.readings.first { $0.receipt == reading.receipt } ?? reading
        let awaited = basis.awaitedDecisions.first { $0.reading.receipt == reading.receipt }
        return CheckedFile.Submission(
            checked: checked,
            findings: own.findings + basis.ledgerFindings.filter { $0.position.file == reading.receipt.path },
            moves: awaited?.moves)
    }
}

extension Desk {
    /// What is wrong with the catalogue, and what the coming periods lack; whether it can be used.
    package func checkCatalogue() throws -> (isUsable: Bool, findings: [Finding]) {
        let (loaded, ofRegisters) = try workplace.readCatalogue()
        var health = Health()
        if let loaded { health.examineReadiness(of: loaded.catalogue, workplace, now: now) }
        return (loaded != nil, ofRegisters + health.findings)
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
