import DelimitedText
import Domain
import SheetReading

/// What a file is when it is neither rows of text nor a workbook that is read.
enum FileFormat: String, CaseIterable {
    case workbook, document, pdf, picture, archive, database, presentation, webArchive, other
    /// What holds figures, and is neither: a mail with its attachments, a link, data of programs, columns parted by blanks.
    case mail, shortcut, programData, interchange, columnsByBlanks
    /// Workbooks of kinds that are not read, and those that cannot be.
    case protectedWorkbook, binaryWorkbook, numbersWorkbook, oldWorkbook, damagedWorkbook, largeWorkbook
    /// Packed in a way that cannot be looked into: it is not kept.
    case sealedArchive

    /// By the ending of its name, whatever it holds.
    static func named(_ fileExtension: String) -> FileFormat? {
        switch fileExtension {
        case "xlsx", "xls", "xlsm", "xlsb", "ods", "et": .workbook
        case "docx", "doc", "odt", "rtf", "wps": .document
        case "pdf", "ps", "xps", "oxps": .pdf
        case "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "heic", "webp": .picture
        case "zip", "rar", "7z", "gz", "tar": .archive
        case "mdb", "accdb", "sqlite", "db", "dbf": .database
        case "ppt", "pptx", "odp": .presentation
        case "msg", "eml": .mail
        case "lnk", "url", "webloc", "gsheet", "gdoc": .shortcut
        case "numbers": .numbersWorkbook
        default: nil
        }
    }

    /// Of text, by the words with which programs begin what they write for one another.
    static func ofPrograms(_ bytes: [UInt8]) -> FileFormat? {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self).trimmingPrefix {
            $0.isWhitespace || $0 == "\u{FEFF}"
        }
        if head.hasPrefix("ID;P") || head.hasPrefix("TABLE\r\n0,1") || head.hasPrefix("TABLE\n0,1") {
            return .interchange
        }
        if head.hasPrefix("[InternetShortcut]") || head.hasPrefix("{") && head.contains("\"doc_id\"") {
            return .shortcut
        }
        if head.hasPrefix("{\"") || head.hasPrefix("[{") || head.hasPrefix("<?xml") { return .programData }
        return nil
    }

    /// By its content, as DelimitedText names it, else by the ending of its name.
    static func recognised(_ kind: String, named fileExtension: String = "") -> FileFormat {
        switch kind {
        case "xlsx", "ole": .workbook
        case "docx": .document
        case "pdf", "ps", "xps", "oxps": .pdf
        case "png", "jpeg", "gif": .picture
        case "zip", "gzip", "7z", "rar": .archive
        default: named(fileExtension).flatMap { $0 == .workbook ? nil : $0 } ?? .other
        }
    }

    /// By what keeps a workbook from being read.
    init(_ fault: SheetFault, name fileExtension: String) {
        switch fault {
        case .password: self = .protectedWorkbook
        case .unreadKind("xlsb"): self = .binaryWorkbook
        case .unreadKind("mht"): self = .webArchive
        case .unreadKind("numbers"): self = .numbersWorkbook
        case .unreadKind: self = .oldWorkbook
        case .otherFile("docx"), .otherFile("doc"), .otherFile("odt"): self = .document
        case .otherFile("pptx"): self = .presentation
        case .otherFile("msg"): self = .mail
        case .otherFile("zip"): self = .archive
        case .otherFile: self = .named(fileExtension) ?? .other
        case .damaged:
            switch Self.named(fileExtension) {
            case .archive: self = .archive
            case .mail: self = .mail
            case .document: self = .document
            default: self = .damagedWorkbook
            }
        case .tooLarge: self = Self.named(fileExtension) == .archive ? .archive : .largeWorkbook
        }
    }
}
