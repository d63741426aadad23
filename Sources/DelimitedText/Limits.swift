/// How much of a file is taken in before it is refused, so that no file costs unbounded time or memory.
package struct Limits: Sendable, Hashable {
    package var fileBytes: Int
    package var cellBytes: Int
    /// At most 1 GiB is honoured: positions within a block have 32 bits.
    package var rowBytes: Int
    package var fieldsPerRow: Int
    /// The delimiter is decided from this many bytes at the head of a file: the whole of all but giant ones.
    package var surveyBytes: Int
    /// The encoding is decided from this many bytes, spread over the file; between 64 KiB and 16 MiB.
    package var evidenceBytes: Int
    /// Doubts of one kind that are listed one by one; the last listed says how many more there were.
    package var doubtsPerKind: Int

    package static let standard = Limits()

    package init(
        fileBytes: Int = 1 << 30,
        cellBytes: Int = 1 << 20,
        rowBytes: Int = 1 << 24,
        fieldsPerRow: Int = 16_384,
        surveyBytes: Int = 1 << 24,
        doubtsPerKind: Int = 1000,
        evidenceBytes: Int = 1 << 20
    ) {
        self.fileBytes = fileBytes
        self.cellBytes = cellBytes
        self.rowBytes = min(rowBytes, 1 << 30)
        self.fieldsPerRow = fieldsPerRow
        self.surveyBytes = surveyBytes
        self.doubtsPerKind = max(1, doubtsPerKind)
        self.evidenceBytes = min(max(evidenceBytes, 1 << 16), 1 << 24)
    }
}
