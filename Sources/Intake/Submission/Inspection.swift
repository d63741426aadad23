import DelimitedText
import Domain

/// How a file is read: its encoding and dialect, its header, what it was taken for, and its rows as they stand.
package struct Inspection: Sendable {
    package enum DateOrder: String, Hashable, Sendable { case dayFirst, monthFirst }

    /// How numbers or dates are written, with the first cell that proves it.
    package struct Style<Value: Hashable & Sendable>: Hashable, Sendable {
        package let value: Value
        package let proof: Position
        package let text: String
    }

    /// The file's, with the sheet where it is a workbook.
    package let path: String
    package let encoding: Encoding
    package let dialect: Dialect
    /// Row of the header as a spreadsheet numbers it; `nil` where none of a form was found.
    package let headerRow: Int?
    package let headers: [String]
    package let department: String?
    package let form: String?
    package let period: Period?
    /// `nil` where no number shows it.
    package let numbers: Style<NumberNotation>?
    /// By date column, where a date shows it.
    package let dates: [Style<DateOrder>]
    package let state: Reading.State
    package let findings: [Finding]
    /// Every row of the file as it stands; empty where the file is no text.
    package let rows: [Row]
    /// Spreadsheet rows above the header and below the table.
    package let leftOut: [ClosedRange<Int>]
}
