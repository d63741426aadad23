import DelimitedText
import Domain

/// The place of every row exists on the row's days.
enum ValidUnit: RowRule {
    static let code = "unit-not-valid"
    static let page = Bilingual(
        vi: """
            Xã, phường này có trong danh mục nhưng không tồn tại vào thời gian của kỳ (với danh sách: vào ngày của \
            dòng), ví dụ xã đã sáp nhập từ 01/7/2025. Ghi tên đơn vị đang có; nơi đã sáp nhập thì cộng vào đơn vị \
            mới.
            """,
        en: """
            The unit is in the register but did not exist in the period (in a register: on the row's date), like a \
            commune merged on 1 July 2025. Name the unit that exists, and add the figures of merged ones to the new \
            unit.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard case .notValid(let units)? = row.match else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) {
            let (code, name) = table.placeTexts(block, row)
            return finding(
                at: table.placePosition(row, named: !name.isEmpty), value: name.isEmpty ? code : name, units: units,
                days: row.day(table.plan.date).map { $0...$0 } ?? table.context.days, in: table.context.geography)
        }
    }

    static func finding(
        at position: Position, value: String, units: [Unit], days: ClosedRange<Day>, in geography: Geography
    ) -> Finding {
        let successors = units.compactMap { unit in
            if case .whole(let key) = geography.destination(of: unit.key, on: days.upperBound) {
                geography.unit(key)
            } else {
                nil
            }
        }.filter { successor in !units.contains(successor) }
        return finding(
            .error, at: position, value: value, .notValid(value, units, days),
            expected: successors.isEmpty ? nil : .candidates(successors), remedy: .naming(successors))
    }
}

extension Bilingual {
    fileprivate static func notValid(_ value: String, _ units: [Unit], _ days: ClosedRange<Day>) -> Self {
        guard let unit = units.last else { return Self(vi: value.quoted, en: value.quoted) }
        if let end = unit.validity.to, end <= days.lowerBound {
            let last = end.adding(days: -1)
            return Self(
                vi: "\(unit.fullName) (\(unit.code)) chỉ có đến hết ngày \(Language.vi.date(last))",
                en: "\(unit.fullName) (\(unit.code)) existed until \(Language.en.date(last))")
        }
        let begin = units.compactMap(\.validity.from).filter { $0 > days.upperBound }.min() ?? days.upperBound
        return Self(
            vi: "\(unit.fullName) (\(unit.code)) chỉ có từ ngày \(Language.vi.date(begin))",
            en: "\(unit.fullName) (\(unit.code)) exists from \(Language.en.date(begin))")
    }

    fileprivate static func naming(_ successors: [Unit]) -> Self {
        let list = listed(successors)
        return successors.isEmpty
            ? Self(vi: "Ghi đơn vị hành chính có trong kỳ báo cáo.", en: "Name a unit that exists in the period.")
            : Self(
                vi: "Nay thuộc \(list); cộng số liệu vào dòng của đơn vị đó.",
                en: "It is now part of \(list); add the figures to that unit's row.")
    }
}
