/// Breaks the lines of a text that are wider than a terminal.
package enum TextWrapping {
    /// Each line within so many columns, broken at spaces; what is broken off goes on under the line's own indent.
    package static func wrapped(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { DisplayWidth.of($0) <= columns ? [String($0)] : broken(String($0), columns: columns) }
            .joined(separator: "\n")
    }

    /// Breaking drops the blanks before the first word, so the indent is put before each line.
    private static func broken(_ line: String, columns: Int) -> [String] {
        let indent = String(line.prefix { $0 == " " }.prefix(columns / 2))
        let rest = String(line.dropFirst(indent.count).drop { $0 == " " })
        return LineBreaking(width: columns - indent.count, hanging: "  ").lines(rest).map { indent + $0 }
    }
}
