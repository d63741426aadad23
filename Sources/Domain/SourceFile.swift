/// A file to read: its path as findings show it, and its bytes.
package struct SourceFile: Hashable, Sendable {
    /// Fit to be printed anywhere: see `ShownPath`.
    package let path: String
    package let bytes: [UInt8]
    /// The name holds a number that identifies a person, or names one, which `path` hides.
    package let hasPersonalName: Bool
    /// The mark of secrecy that the name bears.
    package let secrecyMark: String?

    package init(path: String, bytes: [UInt8]) {
        let shown = ShownPath(path)
        self.path = shown.text
        self.bytes = bytes
        hasPersonalName = shown.hidesIdentifier
        secrecyMark = SecrecyWords.mark(inNameOf: path)
    }
}
