/// What stands above the lists to choose from in a template, in a sheet of their own: not headed as the columns are that they are
/// for, so that nobody takes the lists for a form.
package enum ListHeading {
    /// Above what the line about blanks may say.
    package static let ofBlanks = "Ô trống"
    private static let start = "Danh sách: "

    /// Above the list of a column.
    package static func of(_ column: String) -> String { start + column }

    /// Whether a row heads such lists, and nothing else.
    package static func stand(in cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.contains { $0.hasPrefix(start) } && filled.allSatisfy { $0 == ofBlanks || $0.hasPrefix(start) }
    }
}
