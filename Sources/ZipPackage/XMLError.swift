/// Why a part is not well-formed XML, where, and what to do about it.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part's name in its package.
    package let part: String
    /// The line, from 1.
    package let line: Int
    /// The column in bytes, from 1.
    package let column: Int
    /// What the parser says.
    package let detail: String

    /// The fault and the remedy, as a Vietnamese message shows them.
    package var inVietnamese: String {
        "phần “\(part)”, dòng \(line), cột \(column): nội dung XML không đúng quy cách (\(detail)); tạo lại tệp này"
    }

    /// The fault and the remedy, as an English message shows them.
    package var inEnglish: String {
        "part “\(part)”, line \(line), column \(column): not well-formed XML (\(detail)); make the file again"
    }

    package var description: String { inEnglish }
}
