import DelimitedText
import Domain
import SheetReading

/// What a file is when it is neither rows of text nor a workbook that is read.
enum FileFormat: String, CaseIterable {
    case workbook, document, pdf, picture, archive, database, presentation, webArchive, other
    /// Workbooks of kinds that are not read, and those that cannot be.
    case protectedWorkbook, binaryWorkbook, oldWorkbook, damagedWorkbook, largeWorkbook
    /// Packed in a way that cannot be looked into: it is not kept.
    case sealedArchive

    /// By the ending of its name, whatever it holds.
    static func named(_ fileExtension: String) -> FileFormat? {
        switch fileExtension {
        case "xlsx", "xls", "xlsm", "xlsb", "ods", "et": .workbook
        case "docx", "doc", "odt", "rtf", "wps": .document
        case "pdf": .pdf
        case "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "heic", "webp": .picture
        case "zip", "rar", "7z", "gz", "tar": .archive
        case "mdb", "accdb", "sqlite", "db": .database
        default: nil
        }
    }

    /// By its content, as DelimitedText names it.
    static func recognised(_ kind: String) -> FileFormat {
        switch kind {
        case "xlsx", "ole": .workbook
        case "docx": .document
        case "pdf": .pdf
        case "png", "jpeg", "gif": .picture
        case "zip", "gzip", "7z", "rar": .archive
        default: .other
        }
    }

    /// By what keeps a workbook from being read.
    init(_ fault: SheetFault, name fileExtension: String) {
        switch fault {
        case .password: self = .protectedWorkbook
        case .unreadKind("xlsb"): self = .binaryWorkbook
        case .unreadKind("mht"): self = .webArchive
        case .unreadKind: self = .oldWorkbook
        case .otherFile("docx"), .otherFile("doc"), .otherFile("odt"): self = .document
        case .otherFile("pptx"): self = .presentation
        case .otherFile("zip"): self = .archive
        case .otherFile: self = .named(fileExtension) ?? .other
        case .damaged: self = Self.named(fileExtension) == .archive ? .archive : .damagedWorkbook
        case .tooLarge: self = Self.named(fileExtension) == .archive ? .archive : .largeWorkbook
        }
    }
}
