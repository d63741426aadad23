import Domain

/// The officer's list of decisions as a workbook: lists to choose from, and cells in which a spreadsheet rewrites nothing.
package enum DecisionsTemplate {
    /// The file's name without its extension.
    package static let name = "xu-ly"

    private static let emptyRowCount = 300

    /// - Parameters:
    ///   - headers: The columns of a list, of which these are the department, the form and the action.
    ///   - actions: The words of the actions.
    ///   - mark: Between a code and its name.
    ///   - rows: The decisions that stand already, in these columns.
    package static func make(
        _ headers: [String], department: Int, form: Int, action: Int, actions: [String], mark: String,
        rows: [[String]], on day: Day, _ catalogue: Catalogue
    ) -> Template {
        let departments = catalogue.departments.filter { $0.validity.contains(day) }
            .map { "\($0.code)\(mark)\($0.name)" }
        let forms = catalogue.forms.map { "\($0.number)\(mark)\($0.title.vi)" }
        let columns = headers.enumerated().map { place, header in
            let entry: Template.Column.Entry =
                switch place {
                case department: .oneOf(departments)
                case form: .oneOf(forms)
                case action: .oneOf(actions)
                default: .text
                }
            return Template.Column(header: header, entry: entry, isNeeded: false)
        }
        return Template(
            name: name, title: [], head: [], blanks: [], columns: columns, rows: rows, emptyRowCount: emptyRowCount,
            instructions: instructions, author: catalogue.organisation.agencyName.vi, sheetName: "Xử lý")
    }

    private static let instructions = [
        "Mỗi quyết định một dòng ở trang “Xử lý”; không đổi tên cột, không gộp ô, không thêm trang cùng cột.",
        "Ngày ghi ngày/tháng/năm, có thể thêm giờ, ví dụ 20/10/2026 16:30. Kỳ ghi như tên thư mục, ví dụ 2026-10. Các ô là văn "
            + "bản nên Excel không viết lại.",
        "Đơn vị, Biểu, Việc chọn trong danh sách; bỏ trống Kỳ, Đơn vị, Biểu nghĩa là tất cả. Tệp ghi đường dẫn trong thư mục "
            + "submissions, ví dụ 2026-10/CAT-03-an.csv.",
        "Các dòng chờ quyết định có sẵn trong viec-can-quyet.csv của thư mục dự thảo: chép chín cột đầu sang đây, ghi ngày, lý do "
            + "và chức danh.",
        "Lưu tệp này vào thư mục inputs, giữ tên xu-ly.xlsx, không đặt mật khẩu; không để xu-ly.csv cùng thư mục.",
        "Không ghi họ tên, số căn cước, số điện thoại của cá nhân: tệp có các nội dung đó bị từ chối cả tệp.",
    ]
}
