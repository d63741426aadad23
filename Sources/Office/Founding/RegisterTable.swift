import DelimitedText

/// A register as it was written, for making other registers of it.
struct RegisterTable {
    let header: [String]
    /// Without lines of one cell, which say nothing.
    let rows: [[String]]

    init(_ bytes: [UInt8]) {
        let rows = DelimitedDocument(bytes).rows().map(\.fields)
        header = rows.first ?? []
        self.rows = rows.dropFirst().filter { $0.count > 1 }
    }

    func value(_ row: [String], _ column: String) -> String {
        header.firstIndex(of: column).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
    }

    /// The rows by the names of their columns.
    var byColumn: [[String: String]] {
        let names = header.map(\.trimmedCell)
        return rows.map { row in
            Dictionary(zip(names, row.map(\.trimmedCell)), uniquingKeysWith: { first, _ in first })
        }
    }
}
