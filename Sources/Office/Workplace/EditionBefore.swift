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
        let editions = try reader.editions(period: period).filter { edition in
            switch standing {
            case .draft: true
            case .draftAsOf(let time): edition.issuedAt <= time
            case .edition(let own): edition.number < own
            }
        }
        return editions.map(\.number).max()
    }

    /// What the edition was made of.
    func state(of number: Int) throws -> LedgerState? {
        guard let head = try reader.head(of: period, edition: number) else { return nil }
        return try LedgerState(reader.upTo(head: head), months: months)
    }

    /// What a set is compared with; `nil` where there is no edition before it.
    func read(before standing: Standing, beside now: Evidence, files: [SourceFile]) throws -> EarlierEdition? {
        try number(before: standing).flatMap { try read($0, beside: now, files: files) }
    }

    /// The edition beside what is compared with it, whose catalogue has these files; `nil` where there is no such edition.
    func read(_ number: Int, beside now: Evidence, files: [SourceFile]) throws -> EarlierEdition? {
        guard let issued = try state(of: number) else { return nil }
        return try EarlierEdition(
            number: number, issued: issued.evidence, now: now, period: period,
            changedCatalogueFiles: EditionBefore.changed(issued.files, files),
            rows: { try rows($0, now.catalogue) })
    }

    /// The rows of submissions, read again from the archive.
    private func rows(_ receipts: Set<Receipt>, _ catalogue: Catalogue) throws -> [Receipt: SubmissionTrace] {
        let sources = receipts.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
        guard !sources.isEmpty else { return [:] }
        let submissions = SubmissionReader(catalogue: catalogue)
        let measures = Set(catalogue.forms.flatMap(\.measures).map(\.code))
        // What moved is named by its file alone where its rows are too many to be named.
        return try ArchivedFiles(reader: reader, submissions: submissions).traces(sources) { _ in (measures, nil) }
    }

    /// Names of the files that are not the same in both catalogues.
    private static func changed(_ issued: [SourceFile], _ now: [SourceFile]) -> [String] {
        func bytes(_ files: [SourceFile]) -> [String: [UInt8]] {
            Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (bytes(issued), bytes(now))
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}
