import DelimitedText
import Domain
import Files
import Glibc
import Legibility
import Reporting
import Spreadsheet

/// Writes a template as a workbook and as CSV, and never over a file that somebody may have filled in.
package struct TemplateRenderer: Sendable {
    private let madeAt: LocalTime

    package init(madeAt: LocalTime) { self.madeAt = madeAt }

    /// What a template is written as.
    package enum Kind: String, CaseIterable, Sendable { case xlsx, csv }

    /// The paths of the files, the workbook first, in a folder that is made where it is missing.
    package func write(
        _ template: Template, as kinds: [Kind] = Kind.allCases, to folder: String
    ) throws -> [String] {
        let folder = SetFolder(path: folder)
        _ = try folder.createIfMissing()
        let names = kinds.map { "\(template.name).\($0.rawValue)" }
        for name in names where try folder.read(name) != nil { throw TemplateIsThere(path: folder.path(of: name)) }
        let draft = folder.path(of: "\(PrivateFolder.prefix)\(template.name)-\(getpid()).xlsx")
        let workbook = folder.path(of: "\(template.name).xlsx")
        do {
            try WorkbookRenderer(.print, asOf: madeAt).write(template, to: draft)
            // Unlike a rename, a link never takes another file's place.
            try onDisk(Entry.link(draft, as: workbook))
            try? Entry.remove(draft)
        } catch {
            try? Entry.remove(draft)
            throw error
        }
        if kinds.contains(.csv) { try folder.write(TemplateCSV.bytes(template), to: "\(template.name).csv") }
        return names.map(folder.path(of:))
    }
}

/// There is a file of the template's name already, which may be filled in.
package struct TemplateIsThere: Error, Hashable, Sendable {
    package let path: String

    package init(path: String) { self.path = path }
}

/// A template as CSV: UTF-8 with its mark and semicolons, as Vietnamese Excel opens it with a double click.
package enum TemplateCSV {
    package static func bytes(_ template: Template) -> [UInt8] {
        var writer = RowWriter(delimiter: Dialect.semicolon, mark: true)
        let blanks = [String](repeating: "", count: max(template.columns.count - 1, 0))
        for line in template.linesAbove { writer.write([ShownText.lines(line ?? "")] + blanks) }
        writer.write(template.columns.map { ShownText.lines($0.header) })
        for row in template.rows { writer.write(row.map(ShownText.lines)) }
        return writer.bytes
    }
}
