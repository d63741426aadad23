import DelimitedText
import Domain

/// Reads submissions under a catalogue: bytes in, tallies and findings out.
///
/// Whatever the bytes, there is a reading: bad data become findings, all of them at once. What the catalogue calls things
/// is looked up once, for the first file that asks; a reader may then read any number of files, on several threads.
///
///     let reader = SubmissionReader(catalogue: catalogue)
///     let reading = reader.read(SourceFile(path: "2026-10/CAT-03-an.csv", bytes: bytes), receipt: receipt)
package struct SubmissionReader: Sendable {
    let catalogue: Catalogue
    let units: UnitMatcher
    let eras: NameEras
    let plans: [FormPlan]
    private let departmentMatcher: OnDemand<DepartmentMatcher>
    private let codeMatcher: OnDemand<CodeMatcher>
    private let headerIndex: OnDemand<HeaderIndex>
    private let namesOfMeasures: OnDemand<[String: String]>
    private let witnesses: OnDemand<Witnesses>
    let placeNames: PlaceNames

    package init(catalogue: Catalogue) {
        self.catalogue = catalogue
        units = UnitMatcher(catalogue.geography)
        eras = NameEras((catalogue.geography.units.map(\.validity) + catalogue.codes.map(\.validity)))
        plans = catalogue.forms.map(FormPlan.init)
        placeNames = PlaceNames(catalogue.geography)
        departmentMatcher = OnDemand { DepartmentMatcher(catalogue.departments) }
        codeMatcher = OnDemand { CodeMatcher(catalogue.codes) }
        headerIndex = OnDemand { HeaderIndex(catalogue.forms) }
        namesOfMeasures = OnDemand { Self.measureNames(catalogue) }
        witnesses = OnDemand {
            Witnesses(catalogue.forms.flatMap { $0.columns.map(\.name) } + catalogue.geography.units.map(\.fullName))
        }
    }

    var departments: DepartmentMatcher { departmentMatcher.value }
    var codes: CodeMatcher { codeMatcher.value }
    var headers: HeaderIndex { headerIndex.value }
    /// What the rows of a list may call a measure, by folded name.
    var measureNames: [String: String] { namesOfMeasures.value }
    /// What stands in such files: headers, and the names of units. They tell encodings apart.
    var words: Witnesses { witnesses.value }

    private static func measureNames(_ catalogue: Catalogue) -> [String: String] {
        var names: [String: String] = [:]
        for indicator in catalogue.indicators where indicator.measures.count == 1 {
            for name in [indicator.code, indicator.name.vi, indicator.name.en, indicator.shortName.vi] {
                names[Folding.key(name)] = indicator.measures[0]
            }
        }
        for measure in catalogue.forms.flatMap(\.measures) { names[Folding.key(measure.code)] = measure.code }
        return names
    }

    package func read(_ file: SourceFile, receipt: Receipt) -> Reading {
        SubmissionInHand(file, reader: self).reading(of: receipt)
    }

    /// The reading, and what the file adds up to as its form asks for it.
    package func check(_ file: SourceFile, receipt: Receipt) -> CheckedSubmission {
        CheckedSubmission(SubmissionInHand(file, reader: self), receipt)
    }

    /// Reads a file where it lies, in memory that does not grow with it; `nil` where it must be held: it is no plain
    /// UTF-8 in rows.
    package func read(streamed source: any ByteSource, path: String) -> StreamedSubmission? {
        guard let document = DelimitedDocument(streamed: source, witnesses: words) else { return nil }
        let submission = SubmissionInHand(SourceFile(path: path, bytes: []), reader: self, streamed: document)
        return document.isRefuted ? nil : StreamedSubmission(submission)
    }

    /// How a file is read, and its rows as they stand, whether or not it can be counted.
    package func inspect(_ file: SourceFile) -> Inspection {
        SubmissionInHand(file, reader: self).inspection()
    }
}

/// A file that was read where it lies. Its digest may come later: nothing that was found depends on it.
package struct StreamedSubmission {
    private let submission: SubmissionInHand

    init(_ submission: SubmissionInHand) { self.submission = submission }

    /// Whether it must not even be kept.
    package var isForbidden: Bool { submission.verdict.state == .forbidden }

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
