import Domain

/// How large a file may be before it is read at all.
package enum ReadLimit {
    /// A file of this size or more is not held.
    package static let fileBytes = 1 << 30
    /// A file of this size or more is read where it lies, if it is plain UTF-8.
    package static let lyingBytes = 1 << 23
    /// No line end in so many bytes at the head: it is no table, however long it goes on.
    package static let lineBytes = 1 << 24

    /// What is said of a file that is not read.
    package static func finding(in file: String) -> Finding { FileSize.finding(at: Position(file: file)) }
}
