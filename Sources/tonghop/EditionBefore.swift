import Domain
import Intake
import Reporting
import Storage

/// Rebuilds an edition from the ledger as it stood when the edition was made.
struct EditionBefore {
    let reader: LedgerReader
    let period: Period
    let months: ClosedRange<Month>

    /// The edition that a set is compared with: the last one, or the one before the set's own number.
    func number(before standing: Standing) throws -> Int? {
        let editions = try reader.editions(period: period)
        switch standing {
        case .draft: return editions.map(\.number).max()
        case .draftAsOf(let time): return editions.filter { $0.issuedAt <= time }.map(\.number).max()
        case .edition(let own): return editions.map(\.number).filter { $0 < own }.max()
        }
    }

    /// What the edition was made of.
    func state(of number: Int) throws -> LedgerState? {
        guard let head = try reader.head(of: period, edition: number) else { return nil }
        return try LedgerState(reader.upTo(head: head), months: months)
    }

    /// What a set of this standing is compared with; `nil` where no edition was issued before it.
    func earlier(_ standing: Standing, beside now: Evidence) throws -> EarlierEdition? {
        try number(before: standing).flatMap { try read($0, beside: now) }
    }

    /// The edition beside what is compared with it; `nil` where there is no such edition.
    func read(_ number: Int, beside now: Evidence) throws -> EarlierEdition? {
        guard let issued = try state(of: number) else { return nil }
        return try EarlierEdition(
            number: number, issued: issued.evidence, now: now, period: period,
            changedCatalogueFiles: try changedFiles(issued.catalogue, now.catalogue),
            rows: { try rows($0, now.catalogue) })
    }

    /// The rows of submissions, read again from the archive.
    private func rows(_ receipts: Set<Receipt>, _ catalogue: Catalogue) throws -> [Receipt: SubmissionTrace] {
        struct Source: Sendable {
            let receipt: Receipt
            let file: SourceFile
        }
        let sources = try receipts.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map { receipt in
            Source(
                receipt: receipt, file: SourceFile(path: receipt.path, bytes: try reader.blob(sha256: receipt.sha256)))
        }
        guard !sources.isEmpty else { return [:] }
        let submissions = SubmissionReader(catalogue: catalogue)
        let measures = Set(catalogue.forms.flatMap(\.measures).map(\.code))
        let traces = ParallelMap.map(sources) { submissions.trace($0.file, measures: measures) }
        return Dictionary(zip(sources.map(\.receipt), traces), uniquingKeysWith: { first, _ in first })
    }

    /// Names of the files that are not the same in both catalogues; none where one of them is not in the ledger yet.
    private func changedFiles(_ issued: Catalogue, _ now: Catalogue) throws -> [String] {
        let known = try reader.catalogues().map(\.digest)
        guard issued.digest != now.digest, known.contains(now.digest) else { return [] }
        func files(_ digest: String) throws -> [String: [UInt8]] {
            Dictionary(
                try reader.catalogueFiles(digest: digest).map { ($0.name, $0.bytes) },
                uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (try files(issued.digest), try files(now.digest))
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}
