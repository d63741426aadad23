/// Why a .docx that others made is not read.
package enum WordFault: Error, Hashable, Sendable {
    /// No zip of XML at all: nothing, a text, an old .doc.
    case otherFile
    /// Word encrypts a document with a password, and an old .doc looks the same from outside.
    case passwordOrOldFile
    /// Cut off, changed or contradicting itself.
    case damaged(part: String, detail: String)
    /// More of it than a report has.
    case tooLarge(String)
    /// What acts by itself or lies elsewhere: a macro, an embedded object, a linked picture.
    case acts(part: String)
    /// Signed: with another figure the signature would be broken.
    case signed
}
