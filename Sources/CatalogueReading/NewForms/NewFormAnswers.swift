import Domain

/// What is said of a new form, word for word, wherever it is said: on a terminal, by options, in a file.
package struct NewFormAnswers: Sendable {
    package struct Answer: Hashable, Sendable {
        package let text: String
        package let position: Position

        package init(_ text: String, at position: Position) {
            self.text = text
            self.position = position
        }
    }

    package typealias Column = [NewFormPart: Answer]

    package var items: [NewFormItem: Answer] = [:]
    package var columns: [Column] = []

    package init() {}

    func text(_ item: NewFormItem) -> String { items[item]?.text ?? "" }

    /// What an item is said by, on the command's line.
    package static let option = Position(file: "--answer")

    /// Takes `Mã biểu=06-vay`, where it names an item.
    package mutating func take(_ written: String) -> Bool {
        guard let sign = written.firstIndex(of: "="), let item = NewFormItem(word: String(written[..<sign])) else {
            return false
        }
        let text = String(written[written.index(after: sign)...]).cleanCell
        items[item] = text.isEmpty ? nil : Answer(text, at: Self.option)
        return true
    }
}

/// What an answer names by its label, in either language and however it is spelled.
package protocol NewFormWord: CaseIterable {
    var label: Bilingual { get }
}

extension NewFormWord {
    package init?(word: String) {
        let key = Folding.key(word)
        guard let named = Self.allCases.first(where: { [$0.label.vi, $0.label.en].map(Folding.key).contains(key) })
        else { return nil }
        self = named
    }
}

/// What is said of the form as a whole.
package enum NewFormItem: String, NewFormWord, Sendable {
    case title, titleEnglish, code, number, domain, domainEnglish, layout, every, departments, reason, page

    package var label: Bilingual {
        switch self {
        case .title: Bilingual(vi: "Tên biểu", en: "Title")
        case .titleEnglish: Bilingual(vi: "Tên biểu bằng tiếng Anh", en: "Title in English")
        case .code: Bilingual(vi: "Mã biểu", en: "Form code")
        case .number: Bilingual(vi: "Số biểu", en: "Form number")
        case .domain: Bilingual(vi: "Lĩnh vực", en: "Domain")
        case .domainEnglish: Bilingual(vi: "Lĩnh vực bằng tiếng Anh", en: "Domain in English")
        case .layout: Bilingual(vi: "Dạng bảng", en: "Layout")
        case .every: Bilingual(vi: "Kỳ gửi", en: "Sent every")
        case .departments: Bilingual(vi: "Đơn vị gửi", en: "Departments")
        case .reason: Bilingual(vi: "Vì sao không trùng", en: "Why nothing is counted twice")
        case .page: Bilingual(vi: "Lên trang tóm tắt", en: "On the leader's page")
        }
    }

    /// What is expected of an answer.
    package var hint: Bilingual {
        switch self {
        case .title:
            Bilingual(vi: "như in ở đầu biểu, ví dụ Kết quả cho vay vốn hộ nghèo", en: "as it heads the form")
        case .titleEnglish: Bilingual(vi: "dùng ở báo cáo tiếng Anh", en: "for English reports")
        case .code:
            Bilingual(
                vi: "dùng trong tên tệp; chữ thường không dấu, chữ số, gạch nối, ví dụ 06-vay",
                en: "used in file names; small letters, digits, hyphens, such as 06-vay")
        case .number: Bilingual(vi: "như in trên biểu, ví dụ 06/VAY", en: "as printed on the form, such as 06/VAY")
        case .domain:
            Bilingual(
                vi: "tên hoặc mã một lĩnh vực đã có; tên khác là lĩnh vực mới",
                en: "name or code of a domain; another name makes a new one")
        case .domainEnglish: Bilingual(vi: "tên lĩnh vực mới, tiếng Anh", en: "name of the new domain in English")
        case .layout:
            Bilingual(
                vi: "“theo xã”: mỗi xã, phường một dòng; “danh sách”: mỗi việc một dòng, có ngày",
                en: "“by commune”: a row for each commune; “register”: a row for each case, with its date")
        case .every: Bilingual(vi: "tháng, quý, 6 tháng hoặc năm", en: "month, quarter, half or year")
        case .departments:
            Bilingual(
                vi: "mã các đơn vị gửi và được tính, cách nhau bằng dấu cách; “các xã”: mọi UBND xã, phường",
                en: "codes of those who send it and count, with blanks between; “communes”: all of them")
        case .reason:
            Bilingual(
                vi: "khi nhiều đơn vị cùng gửi: vì sao một việc không bị tính hai lần",
                en: "where several send it: why nothing is counted twice")
        case .page:
            Bilingual(
                vi:
                    "tên cột hoặc mã chỉ tiêu đưa lên trang tóm tắt của lãnh đạo, cách nhau bằng dấu chấm phẩy; trang đã đủ "
                    + "\(ReportPlan.pageMost) thì ghi “Số hộ vay thay AN14”; không thì ghi không",
                en:
                    "columns or codes of indicators for the leader's page, with semicolons between; “X for AN14” where it has "
                    + "\(ReportPlan.pageMost) already; none, if none")
        }
    }
}

/// What is said of one column.
package enum NewFormPart: String, NewFormWord, Sendable {
    case name, kind, unit, adding, indicatorName, indicator, nameEnglish, unitEnglish, partOf, numerator, denominator,
        most, rows, check, verb, verbEnglish

    package var label: Bilingual {
        switch self {
        case .name: Bilingual(vi: "Tên cột", en: "Column")
        case .kind: Bilingual(vi: "Loại", en: "Kind")
        case .unit: Bilingual(vi: "Đơn vị tính", en: "Unit")
        case .adding: Bilingual(vi: "Cách cộng", en: "Adding")
        case .indicatorName: Bilingual(vi: "Tên chỉ tiêu", en: "Indicator")
        case .indicator: Bilingual(vi: "Mã chỉ tiêu", en: "Indicator code")
        case .nameEnglish: Bilingual(vi: "Tên tiếng Anh", en: "English name")
        case .unitEnglish: Bilingual(vi: "Đơn vị tính tiếng Anh", en: "English unit")
        case .partOf: Bilingual(vi: "Trong đó của", en: "Part of")
        case .numerator: Bilingual(vi: "Tử số", en: "Numerator")
        case .denominator: Bilingual(vi: "Mẫu số", en: "Denominator")
        case .most: Bilingual(vi: "Số lớn nhất thường gặp", en: "Largest plausible")
        case .rows: Bilingual(vi: "Chỉ tính dòng", en: "Only rows with")
        case .check: Bilingual(vi: "Kiểm tra", en: "Check")
        case .verb: Bilingual(vi: "Động từ", en: "Verb")
        case .verbEnglish: Bilingual(vi: "Động từ tiếng Anh", en: "English verb")
        }
    }

    /// What is expected of an answer.
    package var hint: Bilingual {
        switch self {
        case .name: Bilingual(vi: "như ở dòng tiêu đề của bảng", en: "as it heads the column")
        case .kind: NewFormKind.list.map { $0 }
        case .unit: Bilingual(vi: "ví dụ hộ, người, triệu đồng", en: "such as hộ, người, triệu đồng")
        case .adding: NewFormAdding.list
        case .indicatorName:
            Bilingual(
                vi: "như đọc trong báo cáo, ví dụ Số hộ nghèo được vay vốn", en: "as the report reads it, in Vietnamese"
            )
        case .indicator: Bilingual(vi: "chữ hoa không dấu và chữ số, ví dụ VAY01", en: "capital letters and digits")
        case .nameEnglish: Bilingual(vi: "tên chỉ tiêu bằng tiếng Anh", en: "the indicator's name in English")
        case .unitEnglish: Bilingual(vi: "số ít, ví dụ household", en: "in the singular, such as household")
        case .partOf: Bilingual(vi: "tên cột tổng của nó, nếu có", en: "the column that it is part of, if any")
        case .numerator, .denominator:
            Bilingual(vi: "tên một cột số của biểu, hoặc mã chỉ tiêu", en: "a column with numbers, or an indicator")
        case .most: Bilingual(vi: "lớn hơn thì chương trình hỏi lại", en: "larger numbers are asked about")
        case .rows:
            Bilingual(
                vi: "ví dụ Loại vụ việc = Ma túy, Tệ nạn; Vai trò = Chủ trì, để chỉ tiêu chỉ tính những dòng đó",
                en: "such as Loại vụ việc = Ma túy, Tệ nạn; Vai trò = Chủ trì, so that only those rows count")
        case .check:
            Bilingual(
                vi:
                    "“không quá Tên cột”, “bằng Cột A + Cột B”, “bằng Tồn đầu kỳ + Phát sinh - Đã giải quyết”, “bằng 0 khi Tên cột” "
                    + "(là 0), “không trước Tên cột ngày”; nhiều phép cách nhau bằng dấu chấm phẩy",
                en:
                    "“at most COLUMN”, “equals A + B”, “equals BEFORE + ARISING - SETTLED”, “zero with COLUMN”, “not before COLUMN” of "
                    + "dates; semicolons between several")
        case .verb: Bilingual(vi: "ví dụ Hỗ trợ, Cấp, Trồng mới", en: "with which the Vietnamese sentence begins")
        case .verbEnglish: Bilingual(vi: "ví dụ Supported", en: "with which the English sentence begins")
        }
    }
}
