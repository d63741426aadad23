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

    /// What must not be kept of a document's other parts: descriptions of pictures, fields, properties; masked.
    package static func findings(besideParagraphsOf bytes: [UInt8], of file: String) -> [Finding] {
        findings(in: PackageWords(in: SourceFile(path: file, bytes: bytes)).found, of: file)
    }
}
