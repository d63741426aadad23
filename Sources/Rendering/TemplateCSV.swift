import DelimitedText
import Legibility
import Reporting

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
