import DelimitedText
import Domain

/// What a file is when it is no CSV.
enum FileFormat: String, CaseIterable {
    case workbook, document, pdf, picture, archive, database, other

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
}
