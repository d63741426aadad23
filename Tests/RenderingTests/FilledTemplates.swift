import CatalogueReading
import Domain
import Intake
import Reporting
import TestSupport

/// The forms of everything that the real catalogue asks for, empty and filled in, and what is read from them.
struct FilledTemplates {
    struct Owed: CustomStringConvertible, Sendable {
        let obligation: Obligation
        let template: Template
        let period: Period

        var description: String { template.name }
        var path: String { "\(period)/\(template.name).csv" }
    }

    static let catalogue: Catalogue? = {
        let files = (try? Repository.catalogueFiles()) ?? []
        return CatalogueReader.read(files, digest: "real").catalogue
    }()

    static let reader = catalogue.map { SubmissionReader(catalogue: $0) }

    /// One for each obligation, for the last period up to November 2026 in which it was due.
    static let all: [Owed] = {
        guard let catalogue else { return [] }
        let calendar = catalogue.organisation.calendar
        return catalogue.obligations.compactMap { obligation in
            let months = (0..<36).map { Month(index: 2026 * 12 + 10 - $0) }
            guard let month = months.first(where: { obligation.validity.contains(calendar.lastDay(of: $0)) }),
                let form = catalogue.form(obligation.form)
            else { return nil }
            let period = Templates.period(of: obligation, on: calendar.lastDay(of: month), calendar)
            let template = Templates.make(obligation, form, for: period, catalogue)
            return Owed(obligation: obligation, template: template, period: period)
        }
    }()

    static func read(_ bytes: [UInt8], as path: String) -> Reading? {
        reader?.read(
            SourceFile(path: path, bytes: bytes),
            receipt: Receipt(path: path, sha256: "", size: bytes.count, receivedAt: Instant(seconds: 0)))
    }
}

extension Template {
    /// What a clerk types into an empty cell: one of everything, which no check between columns minds.
    func typed(_ column: Column) -> String? {
        switch column.entry {
        case .whole: "1"
        case .decimal: "1,5"
        case .day(let days): Language.vi.date(days.upperBound)
        case .oneOf(let names): names.last
        case .text, .numbering, .reason: nil
        }
    }

    /// With a value in every cell that is the clerk's; a register has one row.
    func filledIn() -> Template {
        let open = emptyRowCount > 0 ? [[String](repeating: "", count: columns.count)] : rows
        return Template(
            name: name, title: title, head: head, blanks: blanks, columns: columns,
            rows: open.map { row in
                zip(row, columns).map { text, column in text.isEmpty ? typed(column) ?? "" : text }
            },
            emptyRowCount: 0, instructions: instructions, author: author)
    }
}
