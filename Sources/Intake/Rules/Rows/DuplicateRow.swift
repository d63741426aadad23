import DelimitedText
import Domain

/// A place has one row in a sheet, a class or case one in a register.
enum DuplicateRow: RowRule {
    static let code = "duplicate-row"
    static let page = Bilingual(
        vi: """
            Một xã, phường có hai dòng trong cùng biểu, hoặc một lớp, một vụ việc được ghi hai lần trong danh sách \
            (cùng ngày, cùng nơi, cùng nội dung, đối tượng, vai trò). Dòng sau không được tính. Nếu là hai phần của \
            một xã thì cộng lại thành một dòng; nếu chép thừa thì xóa.
            """,
        en: """
            A place has two rows in a sheet, or a class or case stands twice in a register (same date, place, \
            subject, audience, role). The later row is not counted. Add two parts of one place into one row; delete \
            a copy.
            """)

    /// So many keys are remembered: some 200 bytes each.
    private static let keysMax = 200_000

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let unit = row.unit, let key = key(of: row, at: unit, block, judge.table) else { return }
        guard let earlier = judge.seen[key] else {
            // Without its key a row cannot be told from one that repeats it, so it is not counted.
            guard judge.seen.count < keysMax else {
                row.isRefused = true
                judge.say(FileSize.self) { FileSize.finding(at: row.position, moreKeysThan: keysMax) }
                return
            }
            judge.seen[key] = (
                Int32(truncatingIfNeeded: row.position.line), Int32(truncatingIfNeeded: row.position.row)
            )
            return
        }
        let layout = judge.table.plan.form.layout
        row.isRefused = true
        row.isRepeated = true
        judge.say(Self.self) {
            let earlier = Position(file: row.position.file, line: Int(earlier.line), row: Int(earlier.row))
            return finding(at: row.position, earlier: earlier, layout)
        }
    }

    /// What no two rows have in common; `nil` where the row repeats none.
    private static func key(
        of row: RowInHand, at unit: UnitKey, _ block: borrowing RowBlock, _ table: TableInHand
    ) -> String? {
        let place = table.territory(of: unit).description
        switch table.plan.form.layout {
        case .sheet: return row.isUnallotted ? place + "\u{1F}" : place
        case .list: return place + "\u{1F}" + (row.listMeasure?.code ?? "")
        case .register: return registerKey(of: row, place, block, table)
        }
    }

    /// A row whose day or code could not be read repeats none; that is said already.
    private static func registerKey(
        of row: RowInHand, _ place: String, _ block: borrowing RowBlock, _ table: TableInHand
    ) -> String? {
        guard !table.plan.key.isEmpty else { return nil }
        var key = ""
        for column in table.plan.key {
            if !key.isEmpty { key += "\u{1F}" }
            switch table.plan.form.columns[column].kind {
            case .unitCode, .unitName: key += place
            case .date:
                guard let day = row.day(column) else { return nil }
                key += "\(day)"
            case .code:
                switch row.codes[column] {
                case .code(let code): key += code
                case .other: return nil
                case .absent, .blank: break
                }
            default: key += Folding.exact(table.text(block, row.index, column))
            }
        }
        return key
    }

    static func finding(at position: Position, earlier: Position, _ layout: Form.Layout) -> Finding {
        finding(
            .error, at: position, .repeated(earlier, layout),
            remedy: Bilingual(
                vi: "Gộp hai dòng thành một, hoặc xóa dòng chép thừa.",
                en: "Put the two rows into one, or delete the copy."))
    }
}

extension Bilingual {
    fileprivate static func repeated(_ earlier: Position, _ layout: Form.Layout) -> Self {
        switch layout {
        case .sheet:
            Self(
                vi: "xã, phường này đã có số liệu ở dòng \(earlier.row)",
                en: "this place already has figures in row \(earlier.row)")
        case .list:
            Self(
                vi: "xã, phường này đã có chỉ tiêu này ở dòng \(earlier.row)",
                en: "this place already has this figure in row \(earlier.row)")
        case .register:
            Self(vi: "dòng này trùng với dòng \(earlier.row)", en: "this row is the same as row \(earlier.row)")
        }
    }
}
