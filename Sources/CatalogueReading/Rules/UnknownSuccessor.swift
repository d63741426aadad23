import Domain

/// The successor of a department is a department that exists when the department has ended.
enum UnknownSuccessor: CatalogueRule {
    static let code = "unknown-successor"
    static let page = Bilingual(
        vi: """
            successor là mã của đơn vị tiếp nhận nhiệm vụ, hoạt động từ ngày đơn vị cũ kết thúc (valid_to). Nhờ đó \
            tệp của đơn vị cũ được tính cho đơn vị mới. Ghi đúng mã, hoặc để trống.
            """,
        en: """
            The successor is the department that carries on the work from the day the old one ends (valid_to); files \
            of the old one then count for it. Correct the code, or leave it empty.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.departments.isKnown else { return }
        for entry in draft.departments.sound {
            guard let successor = entry.value.successor else { continue }
            guard let end = entry.value.validity.to else {
                findings.add(self, at: entry.position(of: "successor"), value: successor, .notEnded(successor))
                continue
            }
            let states = draft.departmentsByCode[successor] ?? []
            if !states.contains(where: { !$0.isSound || $0.value.validity.contains(end) }) {
                findings.add(self, at: entry.position(of: "successor"), value: successor, .unknown(successor, end))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknown(_ code: String, _ day: Day) -> Self {
        Self(
            vi: "ngày \(Language.vi.date(day)) không có đơn vị kế thừa “\(code)”",
            en: "there is no successor “\(code)” on \(Language.en.date(day))",
            remedy: (
                "Ghi mã trong departments.csv của đơn vị hoạt động từ ngày đó, hoặc để trống.",
                "Write the code of a department that exists on that day, or leave the cell empty."
            ))
    }

    fileprivate static func notEnded(_ code: String) -> Self {
        Self(
            vi: "đơn vị có đơn vị kế thừa “\(code)” nhưng không có ngày kết thúc",
            en: "the department has the successor “\(code)” but no end",
            remedy: ("Ghi valid_to, hoặc bỏ successor.", "Fill valid_to, or remove the successor."))
    }
}
