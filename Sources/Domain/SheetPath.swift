/// How a sheet of a workbook is named where files are: `2026-10/ND-02-tt.xlsx!Biểu 02`.
package enum SheetPath {
    /// Nothing in a sheet's name is taken for a folder, or for the end of the file's name.
    package static func path(of file: String, sheet: String) -> String {
        let name = String(sheet.map { "/\\!".contains($0) || $0.isNewline ? "_" : $0 })
        return name.isEmpty ? file : "\(file)!\(name)"
    }

    /// The file of a path, whether or not it names a sheet.
    package static func file(of path: String) -> String {
        mark(in: path).map { String(path[..<$0]) } ?? path
    }

    /// The sheet that a path names.
    package static func sheet(of path: String) -> String? {
        mark(in: path).map { String(path[path.index(after: $0)...]) }
    }

    /// The exclamation mark behind the ending of a file's name.
    private static func mark(in path: String) -> String.Index? {
        guard path.utf8.contains(UInt8(ascii: "!")), let mark = path.lastIndex(of: "!") else { return nil }
        let file = path[..<mark]
        guard let dot = file.lastIndex(of: "."), path[mark...].firstIndex(of: "/") == nil else { return nil }
        let ending = file[file.index(after: dot)...]
        return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            ? mark : nil
    }
}
