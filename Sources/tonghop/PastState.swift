import Domain
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
            return try Basis(
                evidence, period: period, standing: .draftAsOf(time), programVersion: Program.version,
                earlier: try editions.read(before: .draftAsOf(time), beside: evidence, files: loaded.files))
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
            let loaded = try catalogue(digest, reader)
            let months = Consolidation.months(of: edition.period)
            let evidence = Evidence(
                catalogue: loaded.catalogue, readings: try reader.readings(months: months),
                decisions: try reader.decisions(), beside: try reader.surroundings(of: months))
            let editions = EditionBefore(reader: reader, period: edition.period, months: months)
            let standing = Standing.edition(edition.number)
            return try Basis(
                evidence, period: edition.period, standing: standing, programVersion: Program.version,
                earlier: try editions.read(before: standing, beside: evidence, files: loaded.files))
        }
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
        var large: [Reading] = []
        var files: [(Receipt, SourceFile)] = []
        for receipt in stale {
            if let reading = try LyingIntake.read(receipt, from: reader, by: submissions) {
                large.append(reading)
            } else {
                files.append(
                    (receipt, SourceFile(path: receipt.path, bytes: try reader.blob(sha256: receipt.sha256))))
            }
        }
        return current + large + ParallelMap.map(files) { submissions.read($0.1, receipt: $0.0) }
    }
}
