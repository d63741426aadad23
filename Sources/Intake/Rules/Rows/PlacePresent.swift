import DelimitedText
import Domain

/// Every row names its place.
enum PlacePresent: RowRule {
    static let code = "missing-place"
    static let page = Bilingual(
        vi: """
            Dòng có số liệu nhưng không ghi mã hoặc tên xã, phường, nên không biết tính cho nơi nào. Ghi mã hoặc \
            tên; số liệu không phân theo xã thì ghi “Cấp tỉnh (không phân theo xã)”. Dòng cộng thì ghi “Cộng” hoặc \
            “Tổng cộng”.
            """,
        en: """
            The row has figures but neither code nor name of a place. Write one of them; figures that belong to no \
            commune stand in a row “Cấp tỉnh (không phân theo xã)”, sums in a row “Cộng” or “Tổng cộng”.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard case .missing? = row.match else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) { finding(at: table.placePosition(row, named: true)) }
    }

    static func finding(at position: Position) -> Finding {
        finding(
            .error, at: position,
            Bilingual(vi: "dòng không ghi mã hoặc tên xã, phường", en: "the row names no place"),
            expected: Bilingual(
                vi: "mã hoặc tên xã, phường; hoặc “Cấp tỉnh (không phân theo xã)”",
                en: "a code or a name; or “Cấp tỉnh (không phân theo xã)”"),
            remedy: Bilingual(vi: "Ghi mã hoặc tên xã, phường.", en: "Write the code or the name."))
    }
}
