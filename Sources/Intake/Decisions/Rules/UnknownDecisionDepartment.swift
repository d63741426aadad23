import Domain

/// The department of a decision is one of the catalogue.
enum UnknownDecisionDepartment: Rule {
    static let code = "unknown-decision-department"
    static let page = Bilingual(
        vi: """
            Đơn vị ghi bằng mã, tên hoặc tên viết tắt trong departments.csv. Tên của nhiều đơn vị thì \
            ghi mã. Để trống là mọi đơn vị.
            """,
        en: """
            A department is written by a code, name or alias of departments.csv; by its code where \
            several bear the name. Empty means all.
            """)
}

extension FindingText {
    static func unknownDepartment(_ text: String, _ candidates: [String]) -> Self {
        let list = candidates.joined(separator: ", ")
        let isUnknown = candidates.isEmpty
        return Self(
            vi: isUnknown ? "không có đơn vị “\(text)”" : "“\(text)” có thể là nhiều đơn vị: \(list)",
            en: isUnknown ? "there is no department “\(text)”" : "“\(text)” may be several departments: \(list)",
            remedy: (
                "Ghi mã đơn vị trong departments.csv; để trống là mọi đơn vị.",
                "Write a code of departments.csv; empty means all."
            ))
    }
}
