import Domain

/// What is said of the columns of a new form.
extension FindingText {
    static let unnamed = Self(
        vi: "một cột không có tên", en: "a column has no name",
        remedy: (
            "Ghi tên cột; cột để trống thì xóa khỏi bảng.", "Name the column, or delete it if it is empty."
        ))

    static func twice(_ name: String) -> Self {
        Self(
            vi: "tên cột “\(name)” có hai lần (không kể dấu, chữ hoa)", en: "two columns are called “\(name)”",
            remedy: (
                "Ghi mỗi cột một tên, ví dụ thêm tên nhóm: “Số hộ vay: tổng số”, “Số hộ thoát nghèo: tổng số”.",
                "Give each a name of its own, such as with its group in front."
            ))
    }

    static func personal(_ name: String) -> Self {
        Self(
            vi: "cột “\(name)” hỏi thông tin cá nhân; tệp có thông tin đó bị từ chối và không được lưu",
            en: "the column “\(name)” asks for persons' data, with which files are refused",
            remedy: ("Bỏ cột này khỏi biểu.", "Leave the column out of the form."))
    }

    static func tooMany(_ count: Int, _ most: Int) -> Self {
        Self(
            vi: "biểu có \(Language.vi.count(count)) cột", en: "the form has \(Language.en.count(count)) columns",
            expected: ("không quá \(most) cột", "at most \(most) columns"),
            remedy: ("Tách thành nhiều biểu.", "Make several forms of it."))
    }

    static func noFigure(_ layout: Form.Layout) -> Self {
        let register = layout == .register
        return Self(
            vi: "biểu không có cột số nào", en: "the form has no column of numbers",
            remedy: (
                register
                    ? "Thêm cột số; nếu chỉ cần đếm số dòng, thêm một dòng có Loại là “số dòng” và Tên cột là tên chỉ tiêu."
                    : "Thêm ít nhất một cột số.",
                register
                    ? "Add one; if rows are to be counted, add a line of kind “rows”, named as the indicator."
                    : "Add one at least."
            ))
    }

    static let noDate = Self(
        vi: "biểu dạng danh sách không có cột ngày, nên không biết dòng nào thuộc kỳ nào",
        en: "a register without a column of dates does not say of which period a row is",
        remedy: (
            "Thêm một cột loại “ngày”, hoặc ghi dạng bảng là “theo xã”.",
            "Add a column of kind “date”, or make the layout “by commune”."
        ))

    static func secondOfKind(_ word: String) -> Self {
        Self(
            vi: "biểu có hai cột loại “\(word)”", en: "the form has two columns of kind “\(word)”",
            remedy: (
                "Giữ một cột; cột kia ghi loại “chữ” hoặc bỏ.", "Keep one; make the other “text”, or leave it out."
            ))
    }

    static func withoutUnit(_ name: String) -> Self {
        Self(
            vi: "cột “\(name)” chưa có đơn vị tính", en: "the column “\(name)” has no unit",
            expected: ("ví dụ hộ, người, triệu đồng", "such as hộ, người, triệu đồng"),
            remedy: (
                "Ghi ở “Đơn vị tính”, hoặc trong ngoặc sau tên cột: “\(name) (người)”.",
                "Write it as “Unit”, or in brackets behind the header: “\(name) (người)”."
            ))
    }

    static func sideless(_ name: String, _ part: NewFormPart) -> Self {
        Self(
            vi: "tỷ lệ “\(name)” chưa có \(part.label.vi.lowercased())",
            en: "the ratio “\(name)” has no \(part.label.en.lowercased())",
            expected: (part.hint.vi, part.hint.en),
            remedy: (
                "Ghi ở “Tử số”, “Mẫu số” của danh sách, hoặc ghi loại là “chữ”: tỷ lệ không cộng được.",
                "Write both sides in the list, or make it “text”: ratios are not added."
            ))
    }

    static func noFigureCalled(_ written: String) -> Self {
        Self(
            vi: "“\(written)” không phải một cột số khác của biểu, cũng không phải mã chỉ tiêu",
            en: "“\(written)” is no other column of numbers, and no indicator's code",
            remedy: (
                "Ghi đúng tên một cột số của biểu, hoặc một mã có trong indicators.csv.",
                "Write the name of a column of numbers, or a code of indicators.csv."
            ))
    }

    static func takenIndicator(_ indicator: Indicator) -> Self {
        Self(
            vi:
                "chỉ tiêu \(indicator.code) (\(indicator.name.vi)) gồm nhiều số đo hoặc là tỷ lệ, không lấy thêm từ một cột được",
            en:
                "indicator \(indicator.code) (\(indicator.name.en)) is made of several measures or a ratio, and cannot take a column more",
            remedy: ("Ghi mã mới, hoặc để trống để chương trình đặt.", "Write a new code, or leave it to the program."))
    }

    static func badIndicatorCode(_ code: String) -> Self {
        Self(
            vi: "mã chỉ tiêu “\(code)” không dùng được", en: "the indicator code “\(code)” cannot be used",
            expected: ("chữ hoa không dấu và chữ số, ví dụ VAY01", "capital letters and digits, such as VAY01"),
            remedy: ("Ghi mã khác, hoặc để trống.", "Write another, or leave it empty."))
    }

    static func sameIndicator(_ code: String) -> Self {
        Self(
            vi: "hai cột cùng mã chỉ tiêu \(code)", en: "two columns have the indicator code \(code)",
            remedy: ("Ghi mỗi cột một mã, hoặc để trống.", "Give each a code, or leave it empty."))
    }
}
