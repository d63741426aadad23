/// Opens a finished workbook again and compares it with what was counted while it was written.
///
/// The C library returns success with a full temporary folder and leaves a sheet cut off, and readers open such a file
/// without a word. So nothing is taken for written that was not read back.
package enum WorkbookCheck {
    /// Throws where the workbook at `path` is damaged, or holds other cells than `written` says.
    package static func verify(_ path: String, holds written: [SheetTotals]) throws(SpreadsheetError) {
        do throws(SpreadsheetError) {
            try compare(WorkbookReading(path: path), with: written)
        } catch {
            throw error.at(path)
        }
    }

    private static func compare(
        _ reading: WorkbookReading, with written: [SheetTotals]
    ) throws(SpreadsheetError) {
        let names = reading.sheets.map(\.name)
        guard names == written.map(\.name) else {
            throw PackageReading.damaged("the sheets are \(names), and \(written.map(\.name)) were written")
        }
        for (sheet, totals) in zip(reading.sheets, written) {
            var found = SheetTotals(name: sheet.name)
            try reading.readCells(of: sheet) { found.count($0.content, at: $0.address) }
            for (what, count, expected) in [
                ("rows", found.rows, totals.rows), ("blank cells", found.blanks, totals.blanks),
                ("texts", found.texts, totals.texts), ("numbers", found.numbers, totals.numbers),
                ("formulas", found.formulas, totals.formulas),
            ] where count != expected {
                throw PackageReading.damaged("“\(sheet.name)” has \(count) \(what), and \(expected) were written")
            }
            guard found.fingerprint == totals.fingerprint else {
                throw PackageReading.damaged("“\(sheet.name)” has a cell of another value than was written")
            }
        }
    }
}
