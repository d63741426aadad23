/// A file to read: its path as findings show it, and its bytes.
package struct SourceFile: Hashable, Sendable {
    /// Fit to be printed anywhere: see `ShownPath`.
    package let path: String
    package let bytes: [UInt8]
    /// The name holds a number that identifies a person, which `path` hides.
    package let hasPersonalName: Bool

    /// The same under the path of the file, where its own names a sheet of it.
    package var whole: SourceFile { SourceFile(path: SheetPath.file(of: path), bytes: bytes) }

    package init(path: String, bytes: [UInt8]) {
        let shown = ShownPath(path)
        self.path = shown.text
        self.bytes = bytes
        hasPersonalName = shown.hidesIdentifier
    }
}
