import DelimitedText
import Domain

/// The place of every row lies in the area on which the department reports.
enum UnitInArea: RowRule {
    static let code = "outside-area"
    static let page = Bilingual(
        vi: """
            Đơn vị này báo cáo về một xã hoặc một địa bàn, nhưng dòng ghi nơi khác; có thể gõ nhầm tên hoặc dán nhầm \
            số liệu của đơn vị bạn. Xóa dòng, hoặc sửa tên cho đúng.
            """,
        en: """
            The department reports on one commune or district, but the row names a place elsewhere; the name may be \
            a slip, or the row another's. Delete the row or correct the name.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        let table = judge.table
        if row.isProvincial, let area = table.context.area, area.level != .province {
            row.isRefused = true
            judge.say(Self.self) { finding(at: table.position(row, table.plan.unitName), unit: nil, area: area) }
        } else if case .unit(let unit, _)? = row.match, !table.context.isInArea(unit) {
            row.isRefused = true
            judge.say(Self.self) {
                finding(
                    at: table.placePosition(row, named: !table.placeTexts(block, row).name.isEmpty), unit: unit,
                    area: table.context.area)
            }
        }
    }

    static func finding(at position: Position, unit: Unit?, area: Unit?) -> Finding {
        let place = unit.map { "\($0.fullName) (\($0.code))" } ?? "Cấp tỉnh"
        return finding(
            .error, at: position, value: place, .outside(place, area?.fullName ?? ""),
            expected: area.map { Bilingual(vi: $0.fullName, en: $0.fullName) },
            remedy: Bilingual(vi: "Xóa dòng này, hoặc sửa tên cho đúng.", en: "Delete the row, or correct the name."))
    }
}

extension Bilingual {
    fileprivate static func outside(_ place: String, _ area: String) -> Self {
        Self(
            vi: "“\(place)” không thuộc địa bàn mà đơn vị báo cáo: \(area)",
            en: "“\(place)” is not in the area that the department reports on: \(area)")
    }
}
