/// A file to read: its path as findings show it, and its bytes.
package struct SourceFile: Hashable, Sendable {
    /// Fit to be printed anywhere: see `ShownPath`.
    package let path: String
    package let bytes: [UInt8]
    /// The name holds a number that identifies a person, or names one, which `path` hides.
    package let hasPersonalName: Bool
    /// The mark of secrecy that the name bears.
    package let secrecyMark: String?

    /// The same under the path of the file, where its own names a sheet of it.
    package var whole: SourceFile {
        SheetPath.sheet(of: path) == nil ? self : SourceFile(path: SheetPath.file(of: path), bytes: bytes)
    }

    package init(path: String, bytes: [UInt8]) {
        let shown = ShownPath(path)
        self.path = shown.text
        self.bytes = bytes
        hasPersonalName = shown.hidesIdentifier
        secrecyMark = SecrecyWords.mark(inNameOf: path)
    }

    private init(path: String, hasPersonalName: Bool, secrecyMark: String?) {
        self.path = path
        bytes = []
        self.hasPersonalName = hasPersonalName
        self.secrecyMark = secrecyMark
    }

    /// A sheet of it, without bytes: its name may identify somebody as that of the file may.
    package func sheet(_ name: String) -> SourceFile {
        let named = SheetPath.path(of: "", sheet: name)
        let shown = ShownPath(String(named.dropFirst()))
        return SourceFile(
            path: SheetPath.path(of: path, sheet: shown.text),
            hasPersonalName: hasPersonalName || shown.hidesIdentifier,
            secrecyMark: secrecyMark ?? SecrecyWords.mark(inNameOf: name))
    }
}
