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

    /// `nil` where nothing was ever taken in.
    init?(_ reader: LedgerReader, months: ClosedRange<Month>) throws {
        guard let (catalogue, files) = try LedgerState.catalogue(reader) else { return nil }
        self.catalogue = catalogue
        self.files = files
        readings = try reader.readings(months: months)
        decisions = try reader.decisions()
    }

    var evidence: Evidence { Evidence(catalogue: catalogue, readings: readings, decisions: decisions) }

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
