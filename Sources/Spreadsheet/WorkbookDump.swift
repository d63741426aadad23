import ZipPackage

/// A finished workbook as text, so that two can be compared line by line.
///
/// A line has sheet, cell, type, value and format, parted by tabs. Behind the cells of a sheet stands what else is said
/// of it (merged cells, links, rules, page set-up, charts), with the element's name in brackets in place of a cell.
package enum WorkbookDump {
    /// The lines of the workbook at `path`, each ended by a line feed.
    package static func text(of path: String) throws(SpreadsheetError) -> String {
        do throws(SpreadsheetError) {
            let reading = try WorkbookReading(path: path)
            let styles = StyleReading()
            try reading.package.read("xl/styles.xml", styles)
            var lines = try properties(of: reading)
            for sheet in reading.sheets {
                try reading.readCells(of: sheet) { cell in
                    let (type, value) = words(for: cell.content)
                    let format = styles.formats.indices.contains(cell.format) ? styles.formats[cell.format] : ""
                    lines.append(line([sheet.name, "\(cell.address)", type, value, format]))
                }
                lines += try facts(about: sheet, in: reading)
            }
            return lines.map { $0 + "\n" }.joined()
        } catch {
            throw error.at(path)
        }
    }

    private static func words(for content: CellContent) -> (type: String, value: String) {
        switch content {
        case .blank: ("blank", "")
        case .text(let text): ("text", text)
        case .number(let number): ("number", plain(number))
        case .formula(let formula, .number(let number)): ("formula", "=\(formula) → \(plain(number))")
        case .formula(let formula, .text(let text)): ("formula", "=\(formula) → “\(text)”")
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    private static func line(_ fields: [String]) -> String {
        var fields = fields
        while fields.last == "" { fields.removeLast() }
        return fields.map { field in
            String(field.unicodeScalars.map { $0 == "\n" ? "\\n" : $0 == "\t" ? "\\t" : String($0) }.joined())
        }.joined(separator: "\t")
    }

    private static func properties(of reading: WorkbookReading) throws(SpreadsheetError) -> [String] {
        let facts = SheetFacts(told: .properties)
        for part in ["docProps/core.xml", "docProps/custom.xml"] where reading.package.parts[part] != nil {
            try reading.package.read(part, facts)
        }
        return facts.lines.map { line(["(workbook)"] + $0) }
            + reading.definedNames.map { line(["(workbook)", "(definedName)", $0.name, $0.formula]) }
    }

    private static func facts(
        about sheet: WorkbookReading.SheetPart, in reading: WorkbookReading
    ) throws(SpreadsheetError) -> [String] {
        let facts = SheetFacts(told: .sheet)
        try reading.package.read(sheet.part, facts)
        for part in attachments(of: sheet.part, in: reading.package) {
            try reading.package.read(part, facts)
        }
        return facts.lines.map { line([sheet.name] + $0) }
    }

    /// The comments, tables and charts of a sheet, in the order of their names.
    private static func attachments(of part: String, in package: PackageReading) -> [String] {
        let targets = package.relationships[part, default: [:]].values.filter { !$0.isExternal }
        let own = targets.filter { ["comments", "table"].contains($0.kind) }.map(\.target)
        let drawings = targets.filter { $0.kind == "drawing" }.map(\.target)
        let charts = drawings.flatMap { package.relationships[$0, default: [:]].values.map(\.target) }
        return own.sorted() + drawings.sorted() + charts.sorted { ($0.count, $0) < ($1.count, $1) }
    }
}
