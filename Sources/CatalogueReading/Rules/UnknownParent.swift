import Domain

/// The unit above a unit exists as long as it does, and is of a higher level.
enum UnknownParent: CatalogueRule {
    static let code = "unknown-parent"
    static let page = Bilingual(
        vi: """
            Cột parent của units.csv phải là mã của đơn vị cấp trên có hiệu lực trong suốt thời gian của dòng, cấp \
            cao hơn: của huyện là tỉnh, của xã là huyện hoặc tỉnh. Sửa mã, hoặc tách dòng tại ngày đơn vị đổi cấp \
            trên.
            """,
        en: """
            Column parent of units.csv is the code of a higher unit, valid as long as the row is: the province for a \
            district, a district or the province for a commune. Correct the code, or make two rows of it where the \
            parent changes.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.units.isKnown else { return }
        for entry in draft.units.sound {
            guard let parent = entry.value.parent, !isAbove(parent, entry.value, draft) else { continue }
            findings.add(self, at: entry.position(of: "parent"), value: parent, .unknownParent(parent))
        }
    }

    private static func isAbove(_ parent: String, _ unit: Unit, _ draft: CatalogueDraft) -> Bool {
        unit.validity.ends.allSatisfy { day in
            draft.hasUnit(parent, on: day) { candidate in
                switch unit.level {
                case .province: false
                case .district: candidate.level == .province
                case .commune: candidate.level != .commune
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownParent(_ code: String) -> Self {
        Self(
            vi: "không có đơn vị cấp trên “\(code)” trong suốt thời gian đơn vị này có hiệu lực",
            en: "there is no higher unit “\(code)” all the time this unit is valid",
            remedy: (
                "Ghi mã đơn vị cấp trên có trong units.csv vào những ngày đó, hoặc tách dòng.",
                "Write the code of a higher unit that units.csv has on those days, or split the row."
            ))
    }
}
