import Domain

/// Who owes which form and whose figures count, as one table to tick: departments by forms and indicators.
package enum AssignmentsTemplate {
    /// What its cells are called, as whoever reads it back knows them.
    package struct Words: Sendable {
        let name: String
        let columns: [String]
        let reasons: String
        let begin, end: String
        let frequencies: [(mark: String, every: Obligation.Frequency)]
        let roles: [(mark: String, role: Source.Role)]

        package init(
            name: String, columns: [String], reasons: String, begin: String, end: String,
            frequencies: [(mark: String, every: Obligation.Frequency)], roles: [(mark: String, role: Source.Role)]
        ) {
            self.name = name
            self.columns = columns
            self.reasons = reasons
            self.begin = begin
            self.end = end
            self.frequencies = frequencies
            self.roles = roles
        }
    }

    /// `nil` where the catalogue has what the table cannot say: lines with days that are not those of the department and of all that
    /// is sent or counted, or areas that are not the department's. Departments that ended stay, where they have lines.
    package static func make(_ words: Words, on day: Day, _ catalogue: Catalogue) -> Template? {
        let named = Set(catalogue.obligations.map(\.department) + catalogue.sources.map(\.department))
        let departments = catalogue.departments.filter { $0.validity.contains(day) || named.contains($0.code) }
        guard let days = Days(catalogue, departments) else { return nil }
        let indicators = catalogue.indicators.filter { !$0.isRatio }
        let forms = catalogue.forms
        let frequencies = words.frequencies.map(\.mark)
        let roles = words.roles.map(\.mark)
        let columns =
            words.columns.map { Template.Column(header: $0, entry: .text, isNeeded: false) }
            + forms.map { form in
                Template.Column(
                    header: "\(form.code) \(form.title.vi)", entry: .oneOf(frequencies), isNeeded: false)
            }
            + indicators.map { indicator in
                Template.Column(
                    header: "\(indicator.code) \(indicator.name.vi)", entry: .oneOf(roles), isNeeded: false)
            }
        let obligations = Dictionary(
            catalogue.obligations.map { (Cell(row: $0.department, column: $0.form), $0) }, uniquingKeysWith: { $1 })
        let sources = Dictionary(
            catalogue.sources.map { (Cell(row: $0.department, column: $0.indicator), $0) }, uniquingKeysWith: { $1 })
        let reasons =
            [words.reasons, "Vì sao nhiều đơn vị cùng được tính mà không trùng"] + forms.map { _ in "" }
            + indicators.map { indicator in
                catalogue.sources.first { $0.indicator == indicator.code && !$0.reason.isEmpty }?.reason ?? ""
            }
        let rows = departments.map { department in
            [department.code, department.name]
                + forms.map { form in
                    let every = obligations[Cell(row: department.code, column: form.code)]?.every
                    return words.frequencies.first { $0.every == every }?.mark ?? ""
                }
                + indicators.map { indicator in
                    let role = sources[Cell(row: department.code, column: indicator.code)]?.role
                    return words.roles.first { $0.role == role }?.mark ?? ""
                }
        }
        let codes = forms.map(\.code) + indicators.map(\.code)
        let begin = [words.begin, "Gửi, tính từ ngày (để trống: từ đầu)"]
        let end = [words.end, "Gửi, tính đến trước ngày (để trống: còn gửi, còn tính)"]
        let dated = [
            begin + codes.map { days.of[$0]?.from?.description ?? "" },
            end + codes.map { days.of[$0]?.to?.description ?? "" },
        ]
        return Template(
            name: words.name, title: [], head: [], blanks: [], columns: columns, rows: [reasons] + dated + rows,
            emptyRowCount: 30, instructions: instructions, author: catalogue.organisation.agencyName.vi,
            sheetName: "Phân công", fixedColumns: words.columns.count)
    }

    private struct Cell: Hashable {
        let row, column: String
    }

    /// The days of forms and indicators, of all departments alike.
    private struct Days {
        private(set) var of: [String: Validity] = [:]

        /// `nil` where a line's days or area are others.
        init?(_ catalogue: Catalogue, _ departments: [Department]) {
            let known = Dictionary(departments.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
            guard catalogue.obligations.allSatisfy({ known[$0.department]?.unit == $0.area }) else { return nil }
            let lines =
                catalogue.obligations.map { ($0.form, $0.department, $0.validity) }
                + catalogue.sources.map { ($0.indicator, $0.department, $0.validity) }
            for (code, lines) in Dictionary(grouping: lines, by: \.0) {
                let whole = lines.map { known[$0.1]?.validity ?? .always }
                let begins = zip(lines, whole).compactMap { line, own in line.2.from == own.from ? nil : line.2.from }
                let ends = zip(lines, whole).compactMap { line, own in line.2.to == own.to ? nil : line.2.to }
                let days = Validity(from: begins.min(), to: ends.max())
                let isSaid = zip(lines, whole).allSatisfy { line, own in
                    line.2 == own.common(with: days) || days == .always && line.2 == .always
                }
                guard isSaid else { return nil }
                if days != .always { of[code] = days }
            }
        }
    }

    private static let instructions = [
        "Mỗi đơn vị một dòng. Dưới mỗi biểu ghi x nếu đơn vị gửi hằng tháng; gửi thưa hơn thì ghi quý, 6 tháng hoặc năm; không phải "
            + "gửi thì để trống.",
        "Dưới mỗi chỉ tiêu ghi x nếu số của đơn vị được cộng vào tổng, so nếu chỉ để so sánh với số được cộng.",
        "Nhiều đơn vị cùng x ở một chỉ tiêu thì dòng (lý do) phải nêu vì sao không tính trùng.",
        "Biểu, chỉ tiêu có từ giữa chừng thì ghi ngày đầu kỳ đầu tiên ở dòng (từ ngày); thôi gửi, thôi tính thì giữ dấu x và ghi ngày ở dòng (đến "
            + "trước ngày): kỳ trước ngày đó vẫn tính như cũ.",
        "Thêm đơn vị thì thêm vào departments.csv trước, rồi thêm một dòng ở đây với cùng mã. Không đổi mã ở tên cột.",
        "Tệp này để trong thư mục danh mục, giữ tên phan-cong.xlsx, thay cho obligations.csv và sources.csv (không để cùng nhau). "
            + "Lưu xong chạy: tonghop check --catalogue.",
    ]
}
