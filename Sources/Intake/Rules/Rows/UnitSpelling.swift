import DelimitedText
import Domain

/// Places are spelled as in the register; where another spelling leaves no doubt, it is understood and shown.
enum UnitSpelling: RowRule {
    static let code = "unit-spelling"
    static let page = Bilingual(
        vi: """
            Tên viết không dấu chỉ có thể là một đơn vị, nên vẫn được tính cho đơn vị đó; ví dụ “Thuy Son” là Thủy Sơn \
            khi không có tên nào khác giống như vậy. Dấu chú thích sau tên (“Thủy Sơn (1)”, “Thủy Sơn¹”) được bỏ qua. Không phải sửa, nhưng nên kiểm tra một lần.
            """,
        en: """
            A name without diacritics can only be one unit and is counted for it, as “Thuy Son” is Thủy Sơn where no other \
            name is like it. The mark of a note behind a name (“Thủy Sơn (1)”) is left out. Nothing has to be done, but it is worth a look.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard case .unit(let unit, isRespelled: true)? = row.match, judge.table.context.isInArea(unit) else { return }
        let table = judge.table
        let (code, name) = table.placeTexts(block, row)
        guard judge.respelled.insert(code + "|" + name).inserted else { return }
        judge.say(Self.self) {
            finding(
                at: table.placePosition(row, named: !name.isEmpty), value: name.isEmpty ? code : name, unit: unit)
        }
    }

    static func finding(at position: Position, value: String, unit: Unit) -> Finding {
        finding(
            .note, at: position, value: value, .understood(value, unit),
            expected: Bilingual(vi: "\(unit.fullName) (\(unit.code))", en: "\(unit.fullName) (\(unit.code))"),
            remedy: PlaceName.withoutNote(value) != nil
                ? Bilingual(
                    vi: "Không phải sửa nếu đúng; dấu chú thích nên ghi ở cột khác.",
                    en: "Nothing to do if it is right; the mark of a note belongs into another column.")
                : Bilingual(
                    vi: "Không phải sửa nếu đúng; lần sau ghi đủ dấu.",
                    en: "Nothing to do if it is right; next time write the diacritics."))
    }
}

extension Bilingual {
    fileprivate static func understood(_ value: String, _ unit: Unit) -> Self {
        Self(
            vi: "\(value.quoted) được hiểu là \(unit.fullName) (\(unit.code))",
            en: "\(value.quoted) is taken for \(unit.fullName) (\(unit.code))")
    }
}
