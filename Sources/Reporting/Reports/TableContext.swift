import Domain

/// What a table is told about its place in the report.
struct TableContext: Sendable {
    let language: Language
    /// `nil` where it is no annex.
    let annexNumber: Int?
    /// Domain code of a table by domain.
    let domain: String?
    /// Every entry of the plan with its annex number, so that tables can point at each other.
    let plan: [(entry: ReportPlan.Entry, annexNumber: Int?)]
    /// What the plan tells the table.
    var entry = ReportPlan.Entry(table: "")
    /// `a`, `b` … where it goes on with an annex.
    var part = ""

    var annex: String? { annexNumber.map { Phrase.annex($0)[language] + part } }

    /// `PL II. Đào tạo`; what is longer than a sheet's name may be loses whole words at its end.
    func sheetName(_ words: String) -> String {
        var full = annexNumber.map { "\(Phrase.annexShort($0)[language])\(part). \(words)" } ?? words
        while full.utf16.count > 31, let space = full.lastIndex(of: " ") {
            full = String(full[..<space])
            // No name ends with a word that leads on.
            while let last = full.split(separator: " ").last, ["and", "of", "in", "the", "và", "theo"].contains(last),
                let space = full.lastIndex(of: " ")
            {
                full = String(full[..<space])
            }
            if full.hasSuffix(",") { full.removeLast() }
        }
        return String(full.prefix(31))
    }
}

extension ReportPlan.Entry {
    /// Names the table in links and files.
    var tableID: String { domain.map { "\(table)-\($0.replacing("_", with: "-"))" } ?? table }
}
