import CatalogueReading
import Domain
import Intake
import Reporting
import Storage

/// The ledger as it stood at one moment: the catalogue in force then, what had been read, what was decided.
struct LedgerState {
    let catalogue: Catalogue
    /// The catalogue's files.
    let files: [SourceFile]
    let readings: [Reading]
    let decisions: [Decision]
    let surroundings: Surroundings

    /// `nil` where nothing was ever taken in.
    init?(_ reader: LedgerReader, months: ClosedRange<Month>) throws {
        try self.init(reader, spans: [months])
    }

    /// With the readings of several spans, each once.
    init?(_ reader: LedgerReader, spans: [ClosedRange<Month>]) throws {
        guard let (catalogue, files) = try LedgerState.catalogue(reader) else { return nil }
        self.catalogue = catalogue
        self.files = files
        var seen: Set<Receipt> = []
        readings = try spans.flatMap { try reader.readings(months: $0) }.filter { seen.insert($0.receipt).inserted }
        decisions = try reader.decisions()
        surroundings = try reader.surroundings(of: spans)
    }

    var evidence: Evidence {
        Evidence(catalogue: catalogue, readings: readings, decisions: decisions, beside: surroundings)
    }

    /// The catalogue in force, from the archive; `nil` where there is none yet.
    private static func catalogue(_ reader: LedgerReader) throws -> (Catalogue, [SourceFile])? {
        guard let digest = try reader.catalogues().last?.digest else { return nil }
        let files = try reader.catalogueFiles(digest: digest).map { SourceFile(path: $0.name, bytes: $0.bytes) }
        guard let catalogue = CatalogueReader.read(files, digest: digest).catalogue else {
            throw Failure(
                Bilingual(
                    vi: "danh mục \(digest.prefix(12)) trong kho lưu không còn đọc được bằng bản chương trình này",
                    en: "this version of the program cannot read the archived catalogue \(digest.prefix(12))"))
        }
        return (catalogue, files)
    }
}

extension LedgerReader {
    /// What the submissions of these months are judged by beside them.
    ///
    /// - Parameter sha256: Of a file that is looked at as if it had come.
    func surroundings(of months: ClosedRange<Month>, adding sha256: String? = nil) throws -> Surroundings {
        try surroundings(of: [months], adding: sha256)
    }

    /// What the submissions of several spans are judged by.
    func surroundings(of spans: [ClosedRange<Month>], adding sha256: String? = nil) throws -> Surroundings {
        var seen: Set<Receipt> = []
        let earlier = try spans.flatMap { months in
            let first = months.lowerBound.adding(months: -Surroundings.monthsBefore)
            return try readings(months: first...months.lowerBound.adding(months: -1))
        }
        return Surroundings(
            earlier: earlier.filter { seen.insert($0.receipt).inserted }, copies: try readingsOfCopies(and: sha256),
            issues: try editions().map { Surroundings.Issue(period: $0.period, at: $0.issuedAt) })
    }
}
