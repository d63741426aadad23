import DelimitedText
import Domain

/// A submission is a workbook or a CSV file.
enum WrongFormat: FileRule {
    static let code = "wrong-format"
    static let page = Bilingual(
        vi: """
            Chương trình đọc tệp Excel (.xlsx, .xlsm, .xls), LibreOffice (.ods) và tệp CSV. Tệp Word, PDF, ảnh chụp, \
            tệp nén, thư điện tử, bảng tính có mật khẩu, tệp .xlsb, Numbers hoặc bảng tính bị hỏng được ghi là “đã gửi, chưa đúng định \
            dạng”, không tính là chưa nhận. Gửi chính tệp Excel của biểu mẫu, bỏ mật khẩu; với tệp Word, PDF hoặc \
            ảnh, đề nghị nhập số liệu vào biểu Excel mẫu. Tệp nén mà chương trình không xem được bên trong (.7z, .rar, \
            .bz2, .xz, hoặc nén nhiều lớp) thì không lưu lại, vì có thể chứa dữ liệu cá nhân hoặc tài liệu mật.
            """,
        en: """
            Workbooks (.xlsx, .xlsm, .xls, .ods) and CSV files are read. Documents, PDF files, pictures, archives, \
            workbooks with a password, .xlsb files and damaged workbooks are listed as “sent, wrong format”, never \
            as missing. Send the workbook of the template itself, without a password; figures in a document or \
            picture have to be typed into the template first. An archive that cannot be looked into (.7z, .rar, .bz2, \
            .xz, or one within another within another) is not kept, for it may hold persons' data or a secret document.
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
            expected: Bilingual(vi: "tệp Excel (.xlsx) hoặc CSV UTF-8", en: "a workbook (.xlsx) or a CSV UTF-8 file"),
            remedy: .sending(format))
    }
}

extension Bilingual {
    fileprivate static func wrong(_ format: FileFormat) -> Self {
        let kind = name(of: format)
        return Self(
            vi: "đã nhận nhưng chưa đúng định dạng: đây là \(kind.vi)",
            en: "received in the wrong format: this is \(kind.en)")
    }

    fileprivate static func sending(_ format: FileFormat) -> Self {
        switch format {
        case .protectedWorkbook:
            Self(
                vi: "Mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu và gửi lại.",
                en: "Open it, remove the password (File > Info > Protect Workbook), save and send it again.")
        case .binaryWorkbook, .oldWorkbook, .workbook, .webArchive, .interchange:
            Self(
                vi: "Mở tệp trong Excel, chọn Tệp > Lưu dưới dạng > Sổ làm việc Excel (.xlsx), gửi lại tệp .xlsx.",
                en: "Open it in Excel, choose File > Save As > Excel Workbook (.xlsx), and send the .xlsx file.")
        case .damagedWorkbook:
            Self(
                vi: "Mở tệp trong Excel; nếu mở được, lưu lại thành tệp mới rồi gửi, nếu không, gửi lại bản gốc.",
                en: "Open it in Excel; if that works, save it as a new file and send that, else send the original.")
        case .largeWorkbook:
            Self(
                vi: "Chép riêng trang tính có biểu sang sổ làm việc mới rồi gửi tệp đó.",
                en: "Copy the sheet with the form into a new workbook and send that.")
        case .numbersWorkbook:
            Self(
                vi: "Mở tệp trong Numbers, chọn Tệp > Xuất ra > Excel, gửi lại tệp .xlsx.",
                en: "Open it in Numbers, choose File > Export To > Excel, and send the .xlsx file.")
        case .mail:
            Self(
                vi: "Mở thư, lưu tệp đính kèm ra ngoài rồi gửi chính tệp đó.",
                en: "Open the mail, save the attached file and send that file itself.")
        case .shortcut:
            Self(
                vi: "Mở liên kết, tải bảng tính về dạng Excel (.xlsx) rồi gửi tệp đó.",
                en: "Open the link, download the sheet as an Excel workbook (.xlsx) and send that.")
        case .programData, .columnsByBlanks, .database:
            Self(
                vi: "Xuất lại từ phần mềm dạng Excel (.xlsx) hoặc CSV UTF-8 rồi gửi lại.",
                en: "Export it again as an Excel workbook (.xlsx) or CSV UTF-8 and send that.")
        case .archive, .sealedArchive:
            Self(
                vi: "Giải nén, gửi từng tệp Excel hoặc CSV bên trong.",
                en: "Unpack it and send the workbooks or CSV files inside.")
        default:
            Self(
                vi: "Nhập số liệu vào biểu Excel mẫu, gửi tệp Excel đó.",
                en: "Type the figures into the Excel template and send that workbook.")
        }
    }

    private static func name(of format: FileFormat) -> Self {
        switch format {
        case .workbook: Self(vi: "tệp bảng tính không đọc được", en: "a spreadsheet workbook that cannot be read")
        case .protectedWorkbook: Self(vi: "tệp bảng tính có mật khẩu", en: "a workbook with a password")
        case .binaryWorkbook: Self(vi: "tệp Excel nhị phân (.xlsb)", en: "a binary workbook (.xlsb)")
        case .numbersWorkbook: Self(vi: "bảng tính Numbers của Apple", en: "a workbook of Apple Numbers")
        case .mail: Self(vi: "thư điện tử", en: "a mail")
        case .shortcut: Self(vi: "liên kết, không phải chính tệp số liệu", en: "a link, not the file itself")
        case .programData: Self(vi: "tệp dữ liệu của phần mềm (JSON, XML)", en: "data of a program (JSON, XML)")
        case .interchange:
            Self(vi: "tệp trao đổi của bảng tính (.slk, .dif)", en: "an exchange file of spreadsheets (.slk, .dif)")
        case .columnsByBlanks:
            Self(
                vi: "bảng in ra văn bản, các cột chỉ cách nhau bằng dấu cách",
                en: "a printed table whose columns are parted by blanks")
        case .oldWorkbook: Self(vi: "tệp bảng tính kiểu cũ (trước Excel 97)", en: "a workbook from before Excel 97")
        case .damagedWorkbook:
            Self(vi: "tệp bảng tính bị hỏng hoặc bị cắt cụt", en: "a workbook that is damaged or cut off")
        case .largeWorkbook:
            Self(vi: "tệp bảng tính lớn quá mức đọc được", en: "a workbook larger than any that is read")
        case .webArchive: Self(vi: "trang web một tệp (.mht)", en: "a single-file web page (.mht)")
        case .document: Self(vi: "văn bản Word", en: "a text document")
        case .presentation: Self(vi: "bản trình chiếu", en: "a presentation")
        case .pdf: Self(vi: "tệp PDF", en: "a PDF file")
        case .picture: Self(vi: "ảnh chụp", en: "a picture")
        case .archive: Self(vi: "tệp nén", en: "an archive")
        case .sealedArchive:
            Self(
                vi: "tệp nén không xem được bên trong, không lưu lại",
                en: "an archive that cannot be looked into and is not kept")
        case .database: Self(vi: "cơ sở dữ liệu", en: "a database")
        case .other: Self(vi: "tệp không phải văn bản", en: "not a text file")
        }
    }
}
