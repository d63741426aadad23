import DelimitedText
import Domain

/// A coded cell holds a code, name or alias of its list.
enum KnownCode: RowRule {
    static let code = "unknown-code"
    static let page = Bilingual(
        vi: """
            Cột này chỉ nhận các giá trị trong danh mục (vai trò, phạm vi, loại vụ việc, nội dung, chương trình…). \
            Có thể ghi mã, tên đầy đủ hoặc tên tắt trong danh mục, có dấu hoặc không dấu. Giá trị gần đúng được gợi \
            ý, chương trình không tự chọn. Số liệu được chọn theo giá trị này không được tính ở dòng đó, số liệu \
            khác vẫn được tính.
            """,
        en: """
            The column takes only what is in its list (role, scope, kind of case, subject, programme): the code, the \
            name or an alias, with or without diacritics. Near ones are shown, none is chosen. What is selected by \
            it is not counted in that row; the rest is.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for (column, list) in judge.table.plan.codes {
            guard case .other(.unknown) = row.codes[column] else { continue }
            let table = judge.table
            judge.say(Self.self) {
                let (value, day, codes) = (
                    table.text(block, row.index, column), table.day(of: row), table.context.codes
                )
                return finding(
                    at: table.position(row, column), value: value,
                    nearest: codes.nearest(to: value, list: list, on: day), known: codes.entries(of: list, on: day))
            }
        }
    }

    static func finding(at position: Position, value: String, nearest: [CodeEntry], known: [CodeEntry]) -> Finding {
        finding(
            .error, at: position, value: value, .unknown(value, nearest), expected: .list(known),
            remedy: Bilingual(vi: "Ghi một giá trị trong danh mục.", en: "Write one of the values of the list."))
    }
}

extension Bilingual {
    fileprivate static func unknown(_ value: String, _ nearest: [CodeEntry]) -> Self {
        let (vi, en) = (nearest.map(\.name.vi).joined(separator: ", "), nearest.map(\.name.en).joined(separator: ", "))
        return Self(
            vi: "không có giá trị \(value.quoted) trong danh mục" + (vi.isEmpty ? "" : "; có phải: \(vi)?"),
            en: "\(value.quoted) is not in the list" + (en.isEmpty ? "" : "; is it \(en)?"))
    }

    fileprivate static func list(_ known: [CodeEntry]) -> Self {
        Self(
            vi: known.prefix(12).map(\.name.vi).joined(separator: "; "),
            en: known.prefix(12).map(\.name.en).joined(separator: "; "))
    }
}
