import Domain

/// What a department owes of a form, as an empty form of its own.
package enum Templates {
    /// The period that is asked for where none is named: the one that holds the day, as long as the form's turn.
    package static func period(of obligation: Obligation, on day: Day, _ calendar: PeriodCalendar) -> Period {
        let month = calendar.month(containing: day)
        let first = Month(index: month.index - (month.number - 1) % obligation.every.months)
        return Period(from: first, through: first.adding(months: obligation.every.months - 1)) ?? Period(month)
    }

    /// The form of an obligation for a period.
    package static func make(_ obligation: Obligation, _ form: Form, for period: Period, _ catalogue: Catalogue)
        -> Template
    {
        let days = catalogue.organisation.calendar.days(of: period)
        let department = catalogue.department(obligation.department, on: days.upperBound)
        let owed = TemplateColumns(obligation, form, days, catalogue)
        let isSheet = form.layout != .register
        return Template(
            name: "\(obligation.department)-\(form.code)-\(period)",
            title: [form.title.vi.uppercased()],
            head: [
                "Biểu số: \(form.number)",
                "Kỳ báo cáo: \(period.name(in: .vi).capitalisedFirst) (từ ngày \(Language.vi.date(days.lowerBound)) "
                    + "đến ngày \(Language.vi.date(days.upperBound)))",
                "Đơn vị gửi: \(department?.name ?? obligation.department)",
                "Đơn vị nhận: \(catalogue.organisation.agencyName.vi)",
                "Lần gửi: 1",
            ] + (isSheet ? [supplementLine] : []),
            blanks: isSheet ? ["không phát sinh", "chưa có số liệu"].map { blankLine + $0 } : [],
            columns: owed.columns.map { owed.column($0) },
            rows: isSheet ? owed.rows : [], emptyRowCount: isSheet ? 0 : registerRowCount,
            instructions: instructions(obligation, form, period, catalogue),
            author: catalogue.organisation.agencyName.vi)
    }

    private static let supplementLine = "Bổ sung: không"
    private static let blankLine = "Ô trống và xã, phường không ghi tên: "

    private static let registerRowCount = 200

    private static func instructions(
        _ obligation: Obligation, _ form: Form, _ period: Period, _ catalogue: Catalogue
    ) -> [String] {
        let deadline = Language.vi.date(catalogue.deadline(for: period))
        let rows =
            form.layout == .register
            ? [
                "Mỗi lớp, mỗi buổi hoặc mỗi vụ ghi một dòng; ngày ghi dạng ngày/tháng/năm, trong kỳ báo cáo. Không có gì "
                    + "thì để trống cả bảng."
            ]
            : [
                "Mỗi xã, phường đã có sẵn một dòng: không sửa mã và tên, không thêm dòng cộng ở giữa. Không phát sinh thì ghi 0 "
                    + "hoặc để trống; có phát sinh nhưng chưa thu thập được thì ghi ba dấu chấm (...).",
                "Nếu ô trống nghĩa là chưa có số liệu, chọn lại dòng “\(blankLine)…” ở phía trên bảng.",
            ]
        return ["Chỉ điền vào trang “Biểu”, dưới dòng tiêu đề; không đổi tên cột, không thêm cột."] + rows + [
            "Số đếm ghi số nguyên. Khi bảng tính báo số vượt mức thường gặp mà số vẫn đúng, giữ nguyên và ghi lý do ở cột "
                + "“Thuyết minh” nếu biểu có cột này (tối đa 200 ký tự).",
            "Không ghi họ tên, số căn cước, số điện thoại, địa chỉ của cá nhân và không ghi nội dung mật: tệp có các nội dung "
                + "đó bị từ chối và không được lưu.",
            "Lưu và gửi chính tệp này, giữ nguyên tên tệp, không đặt mật khẩu; không cần lưu thành dạng khác.",
            "Gửi tệp chậm nhất hết ngày \(deadline). Khi gửi lại bản sửa, tăng số ở dòng “Lần gửi” và gửi cả tệp.",
        ]
            + (form.layout == .register
                ? []
                : [
                    "Nếu chỉ sửa vài xã, phường, có thể chỉ gửi các dòng đó: ở dòng “Bổ sung” ghi “chỉ các dòng thay đổi”, xóa các "
                        + "dòng khác và điền đủ các ô của dòng sửa; các dòng không gửi giữ nguyên như lần trước."
                ])
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
