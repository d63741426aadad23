/// A name that every spreadsheet program takes for a sheet.
///
/// It has 1 to 31 characters as Excel counts them (UTF-16), none of `[ ] : * ? / \` and no control character, does not
/// begin or end with an apostrophe, and is not the reserved `History`.
package struct SheetName: Hashable, Sendable, CustomStringConvertible {
    /// The name as the sheet's tab shows it.
    package let text: String

    /// The most characters a name may have, counted in UTF-16.
    package static let lengthMax = 31

    /// Takes a name that may stand on a sheet, or throws which rule it breaks.
    package init(_ text: String) throws(SpreadsheetError) {
        let operation = "name a sheet “\(text)”"
        try require(!text.isEmpty, operation, "no name")
        try require(
            text.utf16.count <= Self.lengthMax, operation,
            "\(text.utf16.count) characters; at most \(Self.lengthMax)")
        try require(
            !text.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) }, operation,
            "one of [ ] : * ? / \\ in it")
        try require(
            CleanText.clean(text) == text && !text.contains("\n") && !text.contains("\t"), operation,
            "a control character in it")
        try require(CleanText.escape(text) == text, operation, "an escape _xHHHH_ in it")
        try require(!text.hasPrefix("'") && !text.hasSuffix("'"), operation, "an apostrophe at an end")
        try require(text.lowercased() != "history", operation, "reserved by Excel")
        self.text = text
    }

    /// The name nearest to a text that may stand on a sheet and is not among those taken.
    ///
    /// Characters that no name may have become `-`, what is too long is cut, and the second of two alike gets a number.
    package static func nearest(to text: String, taken: inout Set<String>) -> SheetName {
        let hasEdge = text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
        if !hasEdge, let name = try? SheetName(text), taken.insert(name.key).inserted { return name }
        let allowed = CleanText.line(text).map { "[]:*?/\\".contains($0) ? "-" : $0 }
        var base = trimmed(String(allowed))
        if CleanText.escape(base) != base { base = String(base.map { $0 == "_" ? "-" : $0 }) }
        if base.isEmpty || base.lowercased() == "history" { base = "(\(base))" }
        var number = 1
        while true {
            let tail = number == 1 ? "" : " (\(number))"
            var kept = base
            while kept.utf16.count + tail.utf16.count > lengthMax { kept.removeLast() }
            let name = SheetName(allowed: trimmed(kept) + tail)
            if taken.insert(name.key).inserted { return name }
            number += 1
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isEdge: (Character) -> Bool = { $0 == " " || $0 == "'" }
        return String(String(text.drop(while: isEdge)).reversed().drop(while: isEdge).reversed())
    }

    private init(allowed text: String) { self.text = text }

    /// What two names of one workbook may not share: case does not tell sheets apart.
    var key: String { text.lowercased() }

    /// As a formula writes it: always in apostrophes.
    package var quoted: String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    package var description: String { text }
}
