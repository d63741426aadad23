import Domain

/// Every line of the decisions can be obeyed.
enum DecisionsNeedCare: Rule {
    static let code = "decisions-need-care"
    static let page = Bilingual(
        vi:
            "Danh sách xử lý (xu-ly.csv, xu-ly.xlsx) có dòng không đọc được hoặc cần xác nhận, nên quyết định đó chưa có hiệu lực. Lần chạy nêu từng dòng.",
        en:
            "The list of decisions (xu-ly.csv, xu-ly.xlsx) has lines that cannot be read or are to be confirmed, so they are not in force. A run names each."
    )
}

extension FindingText {
    static func decisionsNeedCare(_ lines: Int) -> Self {
        Self(
            vi: "có \(lines) dòng cần sửa hoặc xác nhận", en: "\(lines) lines are to be settled",
            remedy: (
                "Chạy “tonghop run” để xem từng dòng và cách sửa.", "Run “tonghop run” for each line and what to do."
            ))
    }
}
