import Domain
import Foundation
import Intake
import Reporting
import Storage

/// What the ledger knew earlier: at a time, or when an edition was made.
struct PastState {
    let ledger: Ledger

    /// What had been received, decided and defined by `time`, whatever has come since.
    func basis(_ period: Period, asOf time: Instant) throws -> Basis {
        try ledger.read { reader in
            let catalogues = try reader.catalogues()
            guard let digest = (catalogues.last { $0.recordedAt <= time } ?? catalogues.first)?.digest else {
                throw Failure(
                    Bilingual(
                        vi: "sổ tiếp nhận còn trống; chạy “tonghop run” trước",
                        en: "the ledger is empty; run “tonghop run” first"))
            }
            let loaded = try catalogue(digest, reader)
            let evidence = Evidence(
                catalogue: loaded.catalogue, readings: try readings(of: period, under: loaded, reader),
                decisions: try reader.decisions(),
                beside: try reader.surroundings(of: Consolidation.months(of: period)), asOf: time)
            let editions = EditionBefore(reader: reader, period: period, months: Consolidation.months(of: period))
            var basis = try Basis(
                evidence, period: period, standing: .draftAsOf(time), programVersion: Program.version,
                earlier: try editions.read(before: .draftAsOf(time), beside: evidence, files: loaded.files))
            basis.wordings = try reader.wordings(of: period, recordedBy: time)
            return basis
        }
    }

    /// The draft of a period as a run made it when the ledger's head had this hash, and the digest of the catalogue in force
    /// then; `nil` where nothing was taken in yet.
    func draft(_ period: Period, head: String) throws -> (basis: Basis, catalogue: String)? {
        try ledger.read { now in
            let reader = try now.upTo(head: head)
            guard let digest = try reader.catalogues().last?.digest else { return nil }
            let loaded = try catalogue(digest, reader)
            return (try basis(period, .draft, under: loaded, reader), digest)
        }
    }

    /// In which days of the office end, by the catalogue of the last run; an empty ledger has none to speak of.
    var timeZone: TimeZone {
        get throws {
            let isEmpty = try !ledger.isPresent || ledger.read { try $0.catalogues().isEmpty }
            return isEmpty ? .gmt : try newestCatalogue().organisation.timeZone
        }
    }

    /// The catalogue of the last run.
    func newestCatalogue() throws -> Catalogue {
        try ledger.read { reader in
            guard let digest = try reader.catalogues().last?.digest else {
                throw LedgerError(.missing, place: "ledger.sqlite", detail: "catalogue")
            }
            return try catalogue(digest, reader).catalogue
        }
    }

    /// The catalogue under which an edition was made.
    func catalogue(of period: Period, edition: Int) throws -> Catalogue? {
        try ledger.read { now in
            guard let head = try now.head(of: period, edition: edition) else { return nil }
            let reader = try now.upTo(head: head)
            return try reader.catalogues().last.map { try catalogue($0.digest, reader).catalogue }
        }
    }

    /// What an edition was made of; drawn again, it gives the issued bytes.
    func basis(of edition: Edition) throws -> Basis {
        try ledger.read { now in
            guard let head = try now.head(of: edition.period, edition: edition.number) else {
                throw LedgerError(.missing, place: "\(edition.period)", detail: "lan-\(edition.number)")
            }
            let reader = try now.upTo(head: head)
            guard let digest = try reader.catalogues().last?.digest else {
                throw LedgerError(.missing, place: "\(edition.period)", detail: "catalogue")
            }
            return try basis(
                edition.period, .edition(edition.number), under: try catalogue(digest, reader), reader)
        }
    }

    private func basis(
        _ period: Period, _ standing: Standing, under loaded: Workplace.LoadedCatalogue, _ reader: LedgerReader
    ) throws -> Basis {
        let months = Consolidation.months(of: period)
        let evidence = Evidence(
            catalogue: loaded.catalogue, readings: try reader.readings(months: months),
            decisions: try reader.decisions(), beside: try reader.surroundings(of: months))
        let editions = EditionBefore(reader: reader, period: period, months: months)
        var basis = try Basis(
            evidence, period: period, standing: standing, programVersion: Program.version,
            earlier: try editions.read(before: standing, beside: evidence, files: loaded.files))
        basis.wordings = try reader.wordings(of: period)
        return basis
    }

    private func catalogue(_ digest: String, _ reader: LedgerReader) throws -> Workplace.LoadedCatalogue {
        let files = try reader.catalogueFiles(digest: digest).map { SourceFile(path: $0.name, bytes: $0.bytes) }
        guard let loaded = Workplace.readCatalogue(files).loaded else {
            throw LedgerError(.damaged, place: "ledger.sqlite", detail: "catalogue \(digest)")
        }
        return loaded
    }

    /// The readings under a catalogue: those made with what it says, and the archived bytes of all others read again.
    private func readings(
        of period: Period, under loaded: Workplace.LoadedCatalogue, _ reader: LedgerReader
    ) throws -> [Reading] {
        let stale = try reader.readingHeads().filter {
            $0.intakeDigest != loaded.intakeDigest && $0.reading.state != .forbidden
        }.map(\.reading.receipt)
        let kept = Set(stale)
        let current = try reader.readings(months: Consolidation.months(of: period)).filter {
            !kept.contains($0.receipt)
        }
        let submissions = SubmissionReader(catalogue: loaded.catalogue)
        let (readings, tooLarge) = try ArchivedFiles(reader: reader, submissions: submissions).readings(stale)
        if let first = tooLarge.first {
            let why = ReadLimit.finding(in: first.path, bytes: first.size).message
            throw Failure(
                Bilingual(
                    vi: "không đọc lại được “\(first.path)” từ kho lưu: \(why.vi)",
                    en: "cannot read “\(first.path)” of the archive again: \(why.en)"))
        }
        return current + readings
    }
}
