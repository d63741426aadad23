import DelimitedText
import Domain

/// The columns of the officer's decisions, by any of their usual names, in any order.
enum DecisionColumn: String, CaseIterable {
    case at, period, department, form, path, action, value, reason, approver

    /// The name on the form, then others in use.
    var names: [String] {
        switch self {
        case .at: ["Ngày", "Ngày xử lý", "Ngày ghi", "Date"]
        case .period: ["Kỳ", "Kỳ báo cáo", "Period"]
        case .department: ["Đơn vị", "Đơn vị gửi", "Mã đơn vị", "Department"]
        case .form: ["Biểu", "Biểu số", "Mã biểu", "Form"]
        case .path: ["Tệp", "Tên tệp", "Đường dẫn", "File"]
        case .action: ["Việc", "Việc xử lý", "Xử lý", "Action"]
        case .value: ["Giá trị", "Value"]
        case .reason: ["Lý do", "Lí do", "Reason"]
        case .approver: ["Chức danh người duyệt", "Người duyệt", "Chức danh", "Approver"]
        }
    }

    var name: String { names[0] }

    /// Which column of a header is which.
    static func positions(in header: [String]) -> [DecisionColumn: Int] {
        var positions: [DecisionColumn: Int] = [:]
        for (index, text) in header.enumerated() {
            if let column = byKey[Folding.key(text)], positions[column] == nil { positions[column] = index }
        }
        return positions
    }

    /// What tells the encoding of a short list.
    static let witnesses = Witnesses(allCases.flatMap(\.names) + DecisionAction.allCases.map(\.word))

    private static let byKey = Dictionary(
        allCases.flatMap { column in column.names.map { (Folding.key($0), column) } },
        uniquingKeysWith: { first, _ in first })
}
