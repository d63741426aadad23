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
            guard !isKnown else { continue }
            let text =
                closed(district, before: entry.value, draft).map { FindingText.closed($0.row, on: $0.end) }
                ?? .unknownDistrict(district)
            findings.add(self, at: entry.position(of: "district"), value: district, text)
        }
    }

    /// The district's last row, where it ends while the commune goes on.
    private static func closed(
        _ code: String, before commune: Unit, _ draft: CatalogueDraft
    ) -> (row: Located<Unit>, end: Day)? {
        let rows = (draft.unitsByCode[code] ?? []).filter { $0.value.level == .district }
        let ended = rows.compactMap { row in row.value.validity.to.map { (row: row, end: $0) } }
        guard ended.count == rows.count, let last = ended.max(by: { $0.end < $1.end }) else { return nil }
        return commune.validity.to.map { last.end < $0 } ?? true ? last : nil
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

extension FindingText {
    /// Since districts are no level of government any more, their territory goes on as a group of communes, «địa bàn».
    fileprivate static func closed(_ row: Located<Unit>, on end: Day) -> Self {
        let (unit, line) = (row.value, row.position.row)
        let added =
            "code \(unit.code), name \(unit.name) (cũ), type địa bàn, level district, parent \(unit.parent ?? ""), "
            + "border \(unit.border ? "1" : "0"), valid_from \(end), aliases \(unit.name)|\(unit.fullName)"
        return Self(
            vi:
                "địa bàn (cấp huyện cũ) “\(unit.code)” (\(unit.fullName), dòng \(line)) đã khép từ ngày \(Language.vi.date(end)) (cột valid_to), "
                + "trong khi đơn vị này còn hiệu lực",
            en:
                "the district “\(unit.code)” (\(unit.fullName), row \(line)) was closed on \(Language.en.date(end)) (column valid_to), "
                + "while this unit goes on",
            remedy: (
                "Thêm vào units.csv dòng địa bàn nối tiếp: \(added).",
                "Add to units.csv the row of the area that goes on: \(added)."
            ))
    }
}
