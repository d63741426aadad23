import DelimitedText
import Domain

/// A submission is a CSV file.
enum WrongFormat: FileRule {
    static let code = "wrong-format"
    static let page = Bilingual(
        vi: """
            Chương trình chỉ đọc tệp CSV. Tệp Excel (.xlsx, .xls), Word, PDF, ảnh chụp được ghi là “đã gửi, chưa \
            đúng định dạng”, không tính là chưa nhận. Mở tệp trong Excel, chọn Tệp > Lưu dưới dạng > CSV UTF-8 (phân \
            cách bằng dấu phẩy), rồi gửi lại. Với tệp Word, PDF hoặc ảnh, đề nghị nhập số liệu vào biểu Excel mẫu \
            trước khi lưu.
            """,
        en: """
            Only CSV files are read. Workbooks, documents, PDF files and pictures are listed as “sent, wrong \
            format”, never as missing. Open the file in Excel, choose File > Save As > CSV UTF-8, and send it again. \
            Figures in a document or picture have to be typed into the template first.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .notText {
            verdict.refuse(Self.self) { finding(in: file.path, format: FileFormat.recognised(doubt.sample)) }
            verdict.end()
        }
    }

    static func finding(in file: String, format: FileFormat) -> Finding {
        finding(
            .error, at: Position(file: file), .wrong(format),
            expected: Bilingual(vi: "tệp CSV UTF-8", en: "a CSV UTF-8 file"),
            remedy: .saving(format))
    }
}

extension Bilingual {
    fileprivate static func wrong(_ format: FileFormat) -> Self {
        let kind = name(of: format)
        return Self(
            vi: "đã nhận nhưng chưa đúng định dạng: đây là \(kind.vi)",
            en: "received in the wrong format: this is \(kind.en)")
    }

    fileprivate static func saving(_ format: FileFormat) -> Self {
        switch format {
        case .workbook:
            Self(
                vi:
                    "Mở tệp trong Excel, chọn Tệp > Lưu dưới dạng > CSV UTF-8 (phân cách bằng dấu phẩy), gửi "
                    + "lại tệp .csv.",
                en: "Open the file in Excel, choose File > Save As > CSV UTF-8, and send the .csv file.")
        case .archive:
            Self(vi: "Giải nén, gửi từng tệp CSV bên trong.", en: "Unpack it and send the CSV files inside.")
        default:
            Self(
                vi:
                    "Nhập số liệu vào biểu Excel mẫu, lưu dưới dạng CSV UTF-8 (phân cách bằng dấu phẩy), gửi "
                    + "lại tệp .csv.",
                en: "Type the figures into the Excel template, save it as CSV UTF-8 and send the .csv file.")
        }
    }

    private static func name(of format: FileFormat) -> Self {
        switch format {
        case .workbook: Self(vi: "tệp bảng tính Excel", en: "a spreadsheet workbook")
        case .document: Self(vi: "văn bản Word", en: "a text document")
        case .pdf: Self(vi: "tệp PDF", en: "a PDF file")
        case .picture: Self(vi: "ảnh chụp", en: "a picture")
        case .archive: Self(vi: "tệp nén", en: "an archive")
        case .database: Self(vi: "cơ sở dữ liệu", en: "a database")
        case .other: Self(vi: "tệp không phải văn bản", en: "not a text file")
        }
    }
}
