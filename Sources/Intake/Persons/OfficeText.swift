import DelimitedText
import Domain

/// The office's own words in a report's text, before they are kept: nobody's number and no mark of secrecy stands in them.
///
/// Names refuse nothing here beyond what `PersonCell` refuses beside a table: who signs and who is thanked may be named.
package enum OfficeText {
    /// What must not be kept, paragraph by paragraph; masked.
    package static func findings(in paragraphs: [String], of file: String) -> [Finding] {
        paragraphs.compactMap { text in
            PersonCell.judge(text.trimmedCell, isBesideTable: true)?.finding(at: Position(file: file))
        }
    }
}
