/// What separates the cells of a file and what quotes them.
package struct Dialect: Sendable, Hashable {
    package static let comma = UInt8(ascii: ",")
    package static let semicolon = UInt8(ascii: ";")
    package static let tab = UInt8(ascii: "\t")
    package static let bar = UInt8(ascii: "|")

    package var delimiter: UInt8
    package var quote: UInt8
    /// What stands before a quote in a cell that is text, where quotes are not doubled; the text has them doubled.
    package var escape: UInt8?
    /// The first line is `sep=…`: a spreadsheet obeys it and does not show it, so rows are counted after it.
    package var hasSeparatorLine: Bool

    package init(delimiter: UInt8, quote: UInt8 = UInt8(ascii: "\""), hasSeparatorLine: Bool = false) {
        self.delimiter = delimiter
        self.quote = quote
        self.hasSeparatorLine = hasSeparatorLine
    }
}
