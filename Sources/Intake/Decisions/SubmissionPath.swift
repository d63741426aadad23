/// The path of a submission as receipts have it: below `submissions/`, with `/`.
enum SubmissionPath {
    /// Undoes backslashes and a `submissions/` in front; `nil` where nothing is left or it leads elsewhere.
    static func normalised(_ text: String) -> String? {
        if isNormal(text.utf8) { return text }
        let path = text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "/") : text
        var parts = path.split(separator: "/").filter { $0 != "." }
        if let folder = parts.lastIndex(of: "submissions"), folder < parts.count - 1 {
            parts.removeFirst(folder + 1)
        }
        return parts.isEmpty || parts.contains("..") ? nil : parts.joined(separator: "/")
    }

    /// Whether each part stands for itself: none is empty, begins with a point, or is the folder of submissions.
    private static func isNormal(_ path: String.UTF8View) -> Bool {
        path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, first != UInt8(ascii: ".") else { return false }
            return !part.contains(UInt8(ascii: "\\")) && !part.elementsEqual("submissions".utf8)
        }
    }
}
