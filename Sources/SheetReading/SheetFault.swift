/// Why a workbook cannot be read. It is the file's fault, never the system's.
package enum SheetFault: Error, Hashable, Sendable {
    /// It asks for a password.
    case password
    /// A workbook of a kind that is not read: `xlsb`, `xls5`, `mht`.
    case unreadKind(String)
    /// No workbook at all: `docx`, `pptx`, `zip`, `doc`.
    case otherFile(String)
    /// The bytes are cut off or contradict themselves: the part, and what is wrong with it.
    case damaged(part: String, detail: String)
    /// Past what is read of any workbook: which bound, in a few words.
    case tooLarge(String)
}
