/// The path of a submission as receipts have it: below `submissions/`, with `/`.
enum SubmissionPath {
    /// Undoes backslashes and a `submissions/` in front; `nil` where nothing is left or it leads elsewhere.
    static func normalised(_ text: String) -> String? {
        let path = text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "/") : text
        var parts = path.split(separator: "/").filter { $0 != "." }
        if let folder = parts.lastIndex(of: "submissions"), folder < parts.count - 1 {
            parts.removeFirst(folder + 1)
        }
        return parts.isEmpty || parts.contains("..") ? nil : parts.joined(separator: "/")
    }
}
