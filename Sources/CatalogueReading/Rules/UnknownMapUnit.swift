import Domain

/// The map outlines communes of `units.csv`.
enum UnknownMapUnit: CatalogueRule {
    static let code = "unknown-map-unit"
    static let page = Bilingual(
        vi: """
            Bản đồ map.geojson có mã không phải của xã, phường nào trong units.csv. Trang tóm tắt chỉ vẽ bản đồ khi mọi xã của kỳ \
            báo cáo đều có hình và ngược lại, vì mã xã được dùng lại: bản đồ của thời kỳ khác sẽ đặt số liệu sai chỗ.
            """,
        en: """
            The map, map.geojson, has a code of no commune in units.csv. The leader's page draws the map only where every \
            commune of the period has an outline and the other way round: codes are used again, and a map of another time \
            would show figures at wrong places.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.units.isKnown, let map = draft.map else { return }
        for outline in map.outlines {
            let states = draft.unitsByCode[outline.code] ?? []
            guard !states.contains(where: { !$0.isSound || $0.value.level == .commune }) else { continue }
            findings.add(
                self, .query, at: Position(file: MapFile.path), value: outline.code, .unknownMapUnit(outline.code))
        }
    }
}

extension FindingText {
    fileprivate static func unknownMapUnit(_ code: String) -> Self {
        Self(
            vi: "bản đồ có mã “\(code)”, không phải mã xã, phường nào",
            en: "the map has the code “\(code)”, which no commune bears",
            remedy: ("Ghi mã có trong units.csv, hoặc bỏ hình đó.", "Write a code of units.csv, or remove the outline.")
        )
    }
}
