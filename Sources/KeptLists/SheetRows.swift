import DelimitedText
import Domain
import SheetReading

extension Row {
    /// A row of a workbook, as if it had been written as text: its number stands for its line.
    package init(_ row: SheetTexts.Row) {
        self.init(
            line: row.number, spreadsheetRow: row.number, fields: row.texts,
            quoted: [Bool](repeating: false, count: row.texts.count))
    }

    /// Whether any cell of it shows something.
    package var holdsAnything: Bool { !fields.allSatisfy { $0.cleanCell.isEmpty } }
}

extension String {
    /// A cell of a register or a list, composed (NFC) and without blanks around.
    package var cleanCell: String { Folding.composed(self).trimmedCell }
}
