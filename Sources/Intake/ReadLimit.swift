import Domain

/// How large a file may be before it is read at all.
package enum ReadLimit {
    /// So many bytes are held at once, of all files together; a file of more is read where it lies, or not at all. What is
    /// made of them while they are read takes some three times as much.
    package static let heldBytes = 1 << 25
    /// A workbook in a zip, of which only the parts are unpacked that it is read by, piece by piece: photographs make it large.
    package static let zipBytes = 96 << 20
    /// A file of this size or more is read where it lies, if it is plain UTF-8.
    package static let streamedBytes = 1 << 23
    /// A file of which every row is shown at once.
    package static let shownBytes = 1 << 23
    /// A list that people keep, of the catalogue or of decisions, is held with all that it says.
    package static let listBytes = 1 << 22
    /// All lists of the catalogue together.
    package static let catalogueBytes = 1 << 23

    /// What is said of a file that is not read.
    ///
    /// - Parameter isPacked: Whether it begins as workbooks do.
    package static func finding(in file: String, bytes: Int, isPacked: Bool = false) -> Finding {
        isPacked
            ? FileSize.finding(unreadWorkbook: bytes, most: zipBytes, in: file)
            : FileSize.finding(unread: bytes, most: heldBytes, in: file)
    }

    /// The same of one of which not every row can be shown at once.
    package static func finding(notShown file: String, bytes: Int) -> Finding {
        FileSize.finding(notShown: bytes, most: shownBytes, in: file)
    }

    /// The same of a list of decisions: what was read of it before stands.
    package static func finding(ofList file: String, bytes: Int) -> Finding {
        FileSize.finding(unreadList: bytes, most: listBytes, in: file)
    }
}
