import DelimitedText
import Domain
import SheetReading

/// Reads submissions under a catalogue: bytes in, tallies and findings out.
///
/// Whatever the bytes, there is a reading: bad data become findings, all of them at once. A reader may
/// read any number of files, on several threads.
///
///     let reader = SubmissionReader(catalogue: catalogue)
///     let reading = reader.read(SourceFile(path: "2026-10/CAT-03-an.csv", bytes: bytes), receipt: receipt)
package struct SubmissionReader: Sendable {
    let names: CatalogueNames

    package init(catalogue: Catalogue) { names = CatalogueNames(catalogue) }

    /// What the file is read as: of a workbook, the sheet that the receipt's path names, or the first.
    package func read(_ file: SourceFile, receipt: Receipt) -> Reading {
        let readings = readings(file, receipt: receipt, besides: [receipt.path])
        return readings.first { $0.receipt.path == receipt.path } ?? readings[0]
    }

    /// What the file is read as: one reading, and of a workbook one for each sheet that is a submission, under the path of
    /// that sheet; at least one.
    ///
    /// - Parameter known: Paths of sheets that were read before: they are read again, whatever they are taken for today.
    package func readings(_ file: SourceFile, receipt: Receipt, besides known: [String] = []) -> [Reading] {
        var readings = submissions(file) { $0.reading(of: receipt.at($1)) }
        guard !readings.contains(where: { $0.state == .forbidden }) else { return readings }
        for path in known
        where SheetPath.sheet(of: path) != nil && !readings.contains(where: { $0.receipt.path == path }) {
            readings += submissions(file, only: path) { submission, _ in submission.reading(of: receipt.at(path)) }
                .prefix(1)
        }
        return readings
    }

    /// The readings, each with what the sheet adds up to as its form asks for it.
    package func checks(_ file: SourceFile, receipt: Receipt) -> [CheckedSubmission] {
        submissions(file) { CheckedSubmission($0, receipt.at($1)) }
    }

    /// What is made of each submission that a file holds, with its path.
    func submissions<Value>(
        _ given: SourceFile, only: String? = nil, tracing: RowTrace? = nil,
        _ make: (SubmissionInHand, _ path: String) -> Value
    ) -> [Value] {
        let file = given.whole
        do throws(SheetFault) {
            guard let workbook = try WorkbookInHand(file, names: names) else {
                let isMail = PackageTexts.isMail(file.bytes)
                let words = PackageTexts.mayHold(file.bytes) ? PackageWords(in: file) : nil
                if let found = words?.submission(names) {
                    if isMail { found.name(.mail, in: file.path) }
                    return [make(found, file.path)]
                }
                if words?.extent == .sealed { return [make(sealed(file, tracing), file.path)] }
                let format = isMail ? .mail : FileFormat.ofPrograms(file.bytes)
                return [make(submission(of: file, format, words, tracing), file.path)]
            }
            let values = try workbook.map(only: only, tracing: tracing, make)
            if !values.isEmpty { return values }
            // The sheet that was asked for is not there any more.
            return try workbook.map(tracing: tracing, make)
        } catch {
            if error == .otherFile("zip"), let package = PackageInHand(file, names: names) {
                return [make(SubmissionInHand(file, names: names, tracing: tracing, package: package), file.path)]
            }
            let words = PackageWords(in: file)
            let format = FileFormat(error, name: PathWitness(file.path).fileExtension)
            if let found = words.submission(names) {
                if format == .mail { found.name(.mail, in: file.path) }
                return [make(found, file.path)]
            }
            if format == .archive, words.extent == .sealed { return [make(sealed(file, tracing), file.path)] }
            return [make(submission(of: file, format, words, tracing), file.path)]
        }
    }

    /// A file that is not read, in whose words nothing was found.
    private func submission(
        of file: SourceFile, _ format: FileFormat?, _ words: PackageWords?, _ tracing: RowTrace?
    ) -> SubmissionInHand {
        SubmissionInHand(
            file, names: names, tracing: tracing, format: format, isLookedThrough: words?.extent == .whole)
    }

    private func sealed(_ file: SourceFile, _ tracing: RowTrace?) -> SubmissionInHand {
        SubmissionInHand(file, names: names, tracing: tracing, format: .sealedArchive)
    }

    /// Reads a file where it lies, in memory that does not grow with it; `nil` where it must be held: it is no plain
    /// UTF-8 in rows.
    package func read(streamed source: any ByteSource, path: String) -> StreamedSubmission? {
        // The rows of a mail are the letters that its parts are packed in.
        let head = [UInt8](unsafeUninitializedCapacity: min(source.count, 1 << 9)) { buffer, count in
            count = source.read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard !PackageTexts.mayHold(head),
            let document = DelimitedDocument(streamed: source, witnesses: names.words)
        else { return nil }
        let submission = SubmissionInHand(SourceFile(path: path, bytes: []), names: names, streamed: document)
        return document.isRefuted ? nil : StreamedSubmission(submission)
    }

    /// How a file is read, and its rows as they stand, whether or not it can be counted.
    ///
    /// Of a workbook, the first sheet that is a submission.
    package func inspect(_ file: SourceFile) -> Inspection {
        submissions(file) { submission, _ in submission.inspection() }[0]
    }
}

extension SubmissionReader {
    /// Reads a file again and says which of its rows stand behind the tallies of `measures`, and which are not counted,
    /// or not with every cell.
    ///
    /// Of a file that is refused as a whole there are no rows; `nil` where there are more than a person could look at.
    ///
    /// - Parameter units: Only of these; `nil`: of all.
    package func trace(
        _ file: SourceFile, measures: Set<String>, units: Set<UnitKey>? = nil
    ) -> SubmissionTrace? {
        let only = SheetPath.sheet(of: file.path) == nil ? nil : file.path
        return submissions(file, only: only, tracing: RowTrace(measures: measures, units: units)) { submission, _ in
            trace(of: submission)
        }[0]
    }

    /// The same of a file that is read where it lies; `.some(nil)` where there are too many rows, `nil` where it must be held.
    package func trace(
        streamed source: any ByteSource, path: String, measures: Set<String>, units: Set<UnitKey>? = nil
    ) -> SubmissionTrace?? {
        guard let document = DelimitedDocument(streamed: source, witnesses: names.words) else { return nil }
        let submission = SubmissionInHand(
            SourceFile(path: path, bytes: []), names: names, streamed: document,
            tracing: RowTrace(measures: measures, units: units))
        return document.isRefuted ? nil : .some(trace(of: submission))
    }

    private func trace(of submission: SubmissionInHand) -> SubmissionTrace? {
        guard let trace = submission.rows?.counter.trace, submission.isCounted else {
            return SubmissionTrace(rows: [], refused: [])
        }
        guard !trace.isCut else { return nil }
        let findings = Dictionary(grouping: submission.findings.filter { $0.level != .note }, by: \.position.row)
        return SubmissionTrace(
            rows: trace.rows,
            refused: trace.refused.sorted { $0.position < $1.position }.map {
                RefusedRow(
                    position: $0.position, unit: $0.unit, measures: $0.measures,
                    findings: findings[$0.position.row] ?? [])
            })
    }
}

/// A file that was read where it lies. Its digest may come later: nothing that was found depends on it.
package struct StreamedSubmission {
    private let submission: SubmissionInHand

    init(_ submission: SubmissionInHand) { self.submission = submission }

    /// Whether it must not even be kept.
    package var isForbidden: Bool { submission.isForbidden }

    package func reading(of receipt: Receipt) -> Reading { submission.reading(of: receipt) }

    package func checked(_ receipt: Receipt) -> CheckedSubmission { CheckedSubmission(submission, receipt) }
}

/// A reading with what `check` shows beside it.
package struct CheckedSubmission {
    package let reading: Reading
    /// Of what is counted; empty unless the form asks for totals.
    package let totals: [SubmissionTotal]

    init(_ submission: SubmissionInHand, _ receipt: Receipt) {
        reading = submission.reading(of: receipt)
        totals = submission.isCounted ? submission.rows?.counter.breakdown?.totals ?? [] : []
    }
}
