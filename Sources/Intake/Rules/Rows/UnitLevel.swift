import DelimitedText
import Domain

/// The place of every row is of a level that the form asks for.
enum UnitLevel: RowRule {
    static let code = "wrong-level"
    static let page = Bilingual(
        vi: """
            Biểu này thu số liệu theo xã, phường (hoặc theo địa bàn), nhưng dòng ghi một đơn vị ở cấp khác. Ghi số \
            liệu riêng của từng xã, phường; số của cả tỉnh mà không phân được thì ghi “Cấp tỉnh (không phân theo \
            xã)”.
            """,
        en: """
            The form asks for communes (or districts), but the row names a unit of another level. Give each \
            commune's figures; what belongs to no commune stands in a row “Cấp tỉnh (không phân theo xã)”.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard case .wrongLevel(let unit)? = row.match else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) {
            finding(
                at: table.placePosition(row, named: !table.placeTexts(block, row).name.isEmpty), unit: unit,
                levels: table.plan.levels)
        }
    }

    static func finding(at position: Position, unit: Unit, levels: Set<Unit.Level>) -> Finding {
        finding(
            .error, at: position, value: unit.fullName, .level(unit, levels),
            remedy: Bilingual(
                vi: "Ghi số liệu theo cấp mà biểu yêu cầu; nếu đây là dòng cộng, ghi “Cộng …” phía trước.",
                en: "Give figures at the form's level; if the row is a sum, write “Cộng …” in front."))
    }
}

extension Bilingual {
    fileprivate static func level(_ unit: Unit, _ levels: Set<Unit.Level>) -> Self {
        let wanted =
            levels.contains(.commune) ? Self(vi: "xã, phường", en: "communes") : Self(vi: "địa bàn", en: "districts")
        return Self(
            vi: "“\(unit.fullName)” không phải là \(wanted.vi)", en: "“\(unit.fullName)” is none of the \(wanted.en)")
    }
}
