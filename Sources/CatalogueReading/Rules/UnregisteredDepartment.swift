import Domain

/// Obligations, sources and programmes name departments of `departments.csv`, valid at that time.
enum UnregisteredDepartment: CatalogueRule {
    static let code = "unregistered-department"
    static let page = Bilingual(
        vi: """
            Mã đơn vị gửi báo cáo không có trong departments.csv, hoặc đơn vị không hoạt động vào thời gian của \
            dòng. Ghi đúng mã; khi một sở được sáp nhập thì kết thúc dòng cũ và thêm dòng cho đơn vị mới.
            """,
        en: """
            The department is not in departments.csv, or does not exist in the time of the row. Write its code; \
            where departments were merged, end the old row and add one for the new department.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.departments.isKnown else { return }
        func require(_ code: String, _ time: Validity, at position: Position) {
            let states = draft.departmentsByCode[code] ?? []
            if !states.contains(where: { !$0.isSound || $0.value.validity.overlaps(time) }) {
                findings.add(self, at: position, value: code, .unregistered(code, isKnown: !states.isEmpty))
            }
        }
        for entry in draft.obligations.sound {
            require(entry.value.department, entry.value.validity, at: entry.position(of: "department"))
        }
        for entry in draft.sources.sound {
            require(entry.value.department, entry.value.validity, at: entry.position(of: "department"))
        }
        for entry in draft.programmes.sound {
            require(entry.value.lead, .always, at: entry.position(of: "lead"))
            for partner in entry.value.partners { require(partner, .always, at: entry.position(of: "partners")) }
        }
    }
}

extension FindingText {
    /// Of a row of the table of assignments.
    static func unregisteredRow(_ code: String) -> Self {
        Self(
            vi: "không có đơn vị “\(code)”", en: "there is no department “\(code)”",
            remedy: (
                "Xóa cả dòng này nếu đơn vị không có; có thì thêm vào departments.csv trước.",
                "Delete the row if there is no such department; else add it to departments.csv first."
            ))
    }

    fileprivate static func unregistered(_ code: String, isKnown: Bool) -> Self {
        Self(
            vi: isKnown ? "đơn vị “\(code)” không hoạt động vào thời gian này" : "không có đơn vị “\(code)”",
            en: isKnown ? "department “\(code)” does not exist at that time" : "there is no department “\(code)”",
            remedy: (
                "Ghi mã có trong departments.csv, với thời gian nằm trong thời gian đơn vị hoạt động.",
                "Write a code of departments.csv, and a time in which that department exists."
            ))
    }
}
