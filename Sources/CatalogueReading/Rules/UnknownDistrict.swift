import Domain

/// The reporting area of a commune exists as long as the commune does, and is a district.
enum UnknownDistrict: CatalogueRule {
    static let code = "unknown-district"
    static let page = Bilingual(
        vi: """
            Mỗi xã, phường thuộc một địa bàn (cấp huyện cũ) để so sánh qua các năm. Cột district phải là mã của dòng \
            cấp district có hiệu lực trong suốt thời gian của xã, phường đó.
            """,
        en: """
            Every commune belongs to a district, by which years are compared. Column district is the code of a row \
            of level district, valid as long as the commune is.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.units.isKnown else { return }
        for entry in draft.units.sound where entry.value.level == .commune {
            guard let district = entry.value.district else { continue }
            let isKnown = entry.value.validity.ends.allSatisfy { day in
                draft.hasUnit(district, on: day) { $0.level == .district }
            }
            if !isKnown {
                findings.add(self, at: entry.position(of: "district"), value: district, .unknownDistrict(district))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownDistrict(_ code: String) -> Self {
        Self(
            vi: "không có địa bàn (cấp huyện cũ) “\(code)” trong suốt thời gian đơn vị này có hiệu lực",
            en: "there is no district “\(code)” all the time this unit is valid",
            remedy: (
                "Ghi mã của một dòng cấp district trong units.csv, hoặc thêm dòng đó.",
                "Write the code of a district in units.csv, or add its row."
            ))
    }
}
