import Domain
import Reporting
import Storage

extension Desk {
    /// The figures that moved, and what moved them; `nil` where there is no edition to compare with.
    ///
    /// - Parameters:
    ///   - from: The edition to compare with; `nil`: the last one before.
    ///   - to: The edition that is compared; `nil`: what the ledger holds now.
    package func changes(_ period: Period, from: Int? = nil, to: Int? = nil) throws -> Basis? {
        try Ledger.openIfPresent(folder: workplace.reports).read { try changed(period, from, to, $0) }
    }

    /// What is compared, with the edition that it is compared with; `nil` where there is none to compare with.
    private func changed(
        _ period: Period, _ from: Int?, _ to: Int?, _ reader: LedgerReader
    ) throws -> Basis? {
        let months = Consolidation.months(of: period)
        let editions = EditionBefore(reader: reader, period: period, months: months)
        let standing: Standing = to.map { .edition($0) } ?? .draft
        for number in [from, to].compactMap(\.self) where try reader.head(of: period, edition: number) == nil {
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) không có bản lần \(number)", en: "\(period) has no edition \(number)"))
        }
        guard let number = try from ?? editions.number(before: standing) else { return nil }
        guard let now = try to.map(editions.state(of:)) ?? LedgerState(reader, months: months) else { return nil }
        return try Basis(
            now.evidence, period: period, standing: standing, programVersion: Program.version,
            earlier: try editions.read(number, beside: now.evidence, files: now.files))
    }
}
