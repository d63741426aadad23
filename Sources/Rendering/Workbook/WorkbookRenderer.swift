import Domain
import Reporting
import Spreadsheet

/// Draws a report as a workbook, which is opened again and checked before it counts as written.
package struct WorkbookRenderer: Sendable {
    /// What the workbook is for.
    package enum Profile: Hashable, Sendable {
        /// Annexes on A4, to be attached to a signed report.
        case print
        /// Plain tables, one a sheet from A1, to be worked with.
        case data
    }

    private let profile: Profile
    private let asOf: LocalTime

    /// The workbook says that it was made at `asOf`, so that the same report gives the same bytes.
    package init(_ profile: Profile, asOf: LocalTime) {
        self.profile = profile
        self.asOf = asOf
    }

    /// Writes the workbook to `path`; on an error nothing is left there.
    package func write(_ report: Report, to path: String) throws {
        let properties = properties(of: report)
        switch profile {
        case .print:
            let annexes = AnnexWorkbook(report)
            try Workbook.write(to: path, properties: properties) { book in try annexes.draw(into: &book) }
        case .data:
            let data = DataWorkbook(report)
            try Workbook.write(to: path, properties: properties) { book in try data.draw(into: &book) }
        }
    }

    /// Writes a template to `path`; on an error nothing is left there.
    func write(_ template: Template, to path: String) throws {
        let report = Report(
            title: template.title.joined(separator: " "), subject: template.name, author: template.author,
            language: .vi, tables: [])
        let workbook = try TemplateWorkbook(template)
        try Workbook.write(to: path, properties: properties(of: report)) { book in try workbook.draw(into: &book) }
    }

    /// A sheet for each table, in their order: names that are too long, alike or not allowed are changed as little as can be.
    static func sheets(of tables: [Table], taken: inout Set<String>) -> [String: SheetName] {
        tables.reduce(into: [:]) { sheets, table in
            if sheets[table.id] == nil { sheets[table.id] = .nearest(to: table.sheetName, taken: &taken) }
        }
    }

    /// A name that formulas can use, and no other table has: `bang_dao_tao`.
    static func tableName(_ id: String, _ language: Language, _ taken: inout Set<String>) -> String {
        let letters = id.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
        }
        let base = (language == .vi ? "bang_" : "table_") + String(letters.drop { $0 == "_" })
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)_\(number)"
            number += 1
        }
        return name
    }

    private func properties(of report: Report) -> DocumentProperties {
        var properties = DocumentProperties(created: asOf)
        properties.title = report.title
        properties.subject = report.subject
        properties.author = report.author
        properties.company = report.author
        properties.language = report.language == .vi ? "vi-VN" : "en-GB"
        return properties
    }
}
