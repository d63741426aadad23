import DelimitedText
import Domain

/// Files, rows and cells stay within the limits.
enum FileSize: FileRule {
    static let code = "too-large"
    static let page = Bilingual(
        vi: """
            Tệp, một dòng hoặc một ô lớn hơn nhiều so với một biểu báo cáo, nên không đọc tiếp. Thường do chọn nhầm \
            tệp, hoặc tệp bị hỏng khi chuyển. Giới hạn: tệp 32 MiB (sổ làm việc .xlsx, .ods 96 MiB; CSV UTF-8 chia dòng \
            bình thường thì không giới hạn), dòng 16 MiB, ô 1 MiB, 16.384 ô một dòng. Kiểm tra lại tệp, gửi lại biểu Excel gốc.
            """,
        en: """
            The file, one of its rows or one of its cells is far larger than a form could be, so it is not read any \
            further. The limits: a file 32 MiB (.xlsx and .ods 96 MiB, none for plain rows of UTF-8), a row 16 MiB, a cell \
            1 MiB, 16,384 cells a row. Usually it is the wrong file, or was damaged on its way. Send the original workbook.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .tooLarge || doubt.kind == .cellTooLong {
            verdict.refuse(Self.self) { finding(at: file.position(doubt)) }
            verdict.end()
        }
    }

    /// A file that must be held to be read, and is too large to be.
    static func finding(unread bytes: Int, most: Int, in file: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: "\(bytes)", .unread(bytes, most),
            remedy: Bilingual(
                vi:
                    "Kiểm tra có đúng tệp cần gửi không; mở trong Excel, lưu lại dưới dạng CSV UTF-8, hoặc chia thành nhiều tệp, mỗi tệp một phần.",
                en:
                    "Check that it is the right file; open it in Excel and save it as CSV UTF-8, or send it in several parts."
            ))
    }

    /// A workbook that is too large as it is packed.
    static func finding(unreadWorkbook bytes: Int, most: Int, in file: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: "\(bytes)", .unreadWorkbook(bytes, most),
            remedy: Bilingual(
                vi:
                    "Xóa ảnh và những trang tính không cần, hoặc chép riêng trang tính có biểu sang sổ làm việc mới (.xlsx) rồi gửi tệp đó.",
                en:
                    "Take out pictures and sheets that are not needed, or copy the sheet with the form into a new workbook (.xlsx) and send that."
            ))
    }

    /// A file of which not every row can be shown at once.
    static func finding(notShown bytes: Int, most: Int, in file: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: "\(bytes)", .notShown(most),
            remedy: Bilingual(
                vi: "Xem lỗi bằng “tonghop check”; muốn xem từng dòng thì chia tệp thành nhiều phần.",
                en: "“tonghop check” says what is wrong with it; to see every row, look at it in several parts."))
    }

    /// A list that people keep, and that is too large to be one.
    static func finding(unreadList bytes: Int, most: Int, in file: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: "\(bytes)", .unreadList(bytes, most),
            remedy: Bilingual(
                vi: "Kiểm tra có đúng tệp không, xóa các dòng không dùng; danh sách đã nhận lần trước vẫn có hiệu lực.",
                en: "Check that it is the right file and take out what is not used; the list received before stands."))
    }

    /// A row of a form with a key, after so many others that their keys are not remembered any more.
    static func finding(at position: Position, moreKeysThan most: Int) -> Finding {
        finding(
            .error, at: position,
            Bilingual(
                vi: "biểu này không được trùng khóa, chỉ đọc được \(most / 1_000).000 dòng, nên từ dòng này không tính",
                en:
                    "no key of this form may come twice, and \(most / 1_000),000 rows are read: from here on none is counted"
            ),
            remedy: Bilingual(
                vi: "Chia thành nhiều tệp, mỗi tệp một phần.", en: "Send it in several parts."))
    }

    static func finding(at position: Position) -> Finding {
        finding(
            .error, at: position,
            Bilingual(
                vi: "nội dung từ đây lớn quá mức của một biểu báo cáo nên không đọc tiếp",
                en: "what begins here is larger than any form could be and is not read any further"),
            remedy: Bilingual(
                vi: "Kiểm tra có đúng tệp cần gửi không; gửi lại biểu Excel gốc.",
                en: "Check that it is the right file; send the original workbook."))
    }
}

extension Bilingual {
    fileprivate static func unread(_ bytes: Int, _ most: Int) -> Self {
        let (size, limit) = (mebibytes(bytes), mebibytes(most))
        return Self(
            vi:
                "tệp có \(size) MiB và không phải CSV UTF-8 chia dòng bình thường; tệp như vậy chỉ đọc được đến \(limit) MiB",
            en: "the file has \(size) MiB and is no CSV UTF-8 in rows; such a file is read up to \(limit) MiB")
    }

    fileprivate static func unreadWorkbook(_ bytes: Int, _ most: Int) -> Self {
        let (size, limit) = (mebibytes(bytes), mebibytes(most))
        return Self(
            vi: "sổ làm việc Excel có \(size) MiB; chỉ đọc được đến \(limit) MiB (.xls: 32 MiB)",
            en: "the workbook has \(size) MiB; workbooks are read up to \(limit) MiB (.xls: 32 MiB)")
    }

    fileprivate static func notShown(_ most: Int) -> Self {
        Self(
            vi: "tệp quá lớn để hiện hết các dòng; chỉ hiện được đến \(mebibytes(most)) MiB và khoảng 250.000 dòng",
            en: "too large a file to show every row; \(mebibytes(most)) MiB and some 250,000 rows can be shown")
    }

    fileprivate static func unreadList(_ bytes: Int, _ most: Int) -> Self {
        let (size, limit) = (mebibytes(bytes), mebibytes(most))
        return Self(
            vi: "tệp có \(size) MiB nên không đọc; danh sách chỉ được đến \(limit) MiB",
            en: "the file has \(size) MiB and is not read; a list has \(limit) MiB at most")
    }

    /// Rounded up, so that a file just over a limit does not seem to keep to it.
    private static func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
