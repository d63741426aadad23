import DelimitedText
import Domain

/// The place of every row is a unit of the register.
enum KnownUnit: RowRule {
    static let code = "unknown-unit"
    static let page = Bilingual(
        vi: """
            Mã hoặc tên ghi trong dòng không phải là xã, phường (hoặc địa bàn) nào có trong danh mục ở kỳ này. Cách \
            viết hoa, dấu thanh (hòa/hoà), chữ “xã”, “P.” phía trước không ảnh hưởng; tên sai chính tả thì được gợi \
            ý, chương trình không tự chọn. Ghi đúng tên hoặc mã; cách chắc chắn nhất là ghi cả mã và tên như biểu \
            mẫu. Mã như 3.91 là mã 03910 bị bảng tính coi là số và bỏ số 0 cuối: định dạng cột mã là Text.
            """,
        en: """
            The code or name in the row is no commune (or district) of the register in this period. Letter case, the \
            place of tone marks and a type in front make no difference; for a misspelt name the nearest ones are \
            shown and none is chosen. Write the name or code as registered, best of all both, as in the template. A code such as 3.91 is 03910, which a spreadsheet \
            took for a number and cut short: format the column of codes as text.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        let table = judge.table
        switch row.match {
        case .unknownCode(let named):
            row.isRefused = true
            judge.say(Self.self) {
                let (here, code) = (table.placePosition(row, named: false), table.placeTexts(block, row).code)
                if isFormula(code) { return finding(at: here, formula: code) }
                let meant = unit(rounded: code, named: named, table.context)
                return meant.map { finding(at: here, rounded: code, meant: $0) }
                    ?? finding(at: here, code: code, named: named)
            }
        case .unknownName(let unknown):
            row.isRefused = true
            judge.say(Self.self) {
                let (code, name) = table.placeTexts(block, row)
                if isFormula(name) { return finding(at: table.placePosition(row, named: true), formula: name) }
                return finding(
                    at: table.placePosition(row, named: true), name: name,
                    nearest: table.context.units.nearest(to: unknown),
                    levels: table.plan.levels, hasCode: !code.isEmpty)
            }
        default: break
        }
    }

    /// Not `="03646"`, which is a text.
    private static func isFormula(_ written: String) -> Bool { written.hasPrefix("=") && !written.hasPrefix("=\"") }

    static func finding(at position: Position, formula: String) -> Finding {
        finding(
            .error, at: position, value: formula, .formula(formula),
            remedy: Bilingual(
                vi:
                    "Mở biểu trong Excel: nếu ô hiện tên hoặc mã thì bấm Lưu rồi gửi lại; nếu không thì ghi tên hoặc mã vào ô.",
                en:
                    "Open the workbook in Excel: if the cell shows the name or code, save it and send it again; if not, "
                    + "write it into the cell."))
    }

    /// The one unit whose code, taken for a number of thousands, has lost digits at its end: `3.91` of 3.910, `4.1` of 4.105.
    private static func unit(rounded code: String, named: [Unit], _ context: ReadingContext) -> Unit? {
        let plain = WrittenCode.plain(code)
        guard let restored = WrittenCode.restored(plain).map({ "0" + $0 }) else { return nil }
        let digits = "0" + plain.filter(\.isNumber)
        let meant =
            named.isEmpty
            ? context.geography.units(code: restored).filter { $0.validity.touches(context.days) }
            : named.filter { $0.code.hasPrefix(digits) }
        return Set(meant.map(\.code)).count == 1 ? meant.last : nil
    }

    static func finding(at position: Position, rounded code: String, meant unit: Unit) -> Finding {
        finding(
            .error, at: position, value: code, .rounded(code, unit), expected: .candidates([unit]),
            remedy: Bilingual(
                vi: "Định dạng cột mã là Text, ghi lại mã đủ 5 chữ số như trong biểu mẫu.",
                en: "Format the column of codes as text and write all 5 digits, as in the template."))
    }

    static func finding(at position: Position, code: String, named: [Unit]) -> Finding {
        finding(
            .error, at: position, value: code, .unknown(code: code, named: named),
            expected: named.isEmpty ? nil : .candidates(named),
            remedy: Bilingual(
                vi: "Ghi đúng mã xã, phường theo danh mục; mã có 5 chữ số.",
                en: "Write the code as in the register; codes of communes have 5 digits."))
    }

    static func finding(at position: Position, name: String, nearest: [Unit], levels: Set<Unit.Level>, hasCode: Bool)
        -> Finding
    {
        finding(
            .error, at: position, value: name, .unknown(name: name, nearest: nearest, levels: levels),
            expected: nearest.isEmpty ? nil : .candidates(nearest),
            remedy: .retyping(
                name,
                hasCode
                    ? Bilingual(
                        vi: "Ghi đúng tên theo danh mục; kiểm tra cả mã trong dòng.",
                        en: "Write the name as in the register, and look at the code in the row.")
                    : Bilingual(
                        vi: "Ghi đúng tên theo danh mục, hoặc ghi thêm mã xã.",
                        en: "Write the name as in the register, or add the code.")))
    }
}

extension Bilingual {
    fileprivate static func formula(_ written: String) -> Self {
        Self(
            vi: "\(written.quoted) là công thức chưa có kết quả, không phải tên hoặc mã xã, phường",
            en: "\(written.quoted) is a formula without its value, not the name or code of a commune")
    }

    fileprivate static func rounded(_ code: String, _ unit: Unit) -> Self {
        let hint = listed([unit])
        return Self(
            vi: "không có mã \(code.quoted); có phải: \(hint), bị bảng tính coi là số và bỏ chữ số cuối?",
            en: "there is no code \(code.quoted); is it \(hint), which a spreadsheet took for a number and cut short?")
    }

    fileprivate static func unknown(code: String, named: [Unit]) -> Self {
        let hint = named.isEmpty ? "" : listed(named)
        return Self(
            vi: "không có mã \(code.quoted)" + (named.isEmpty ? "" : "; tên ghi trong dòng có mã: \(hint)"),
            en: "there is no code \(code.quoted)" + (named.isEmpty ? "" : "; the name in the row has: \(hint)"))
    }

    fileprivate static func unknown(name: String, nearest: [Unit], levels: Set<Unit.Level>) -> Self {
        let kind =
            levels == [.commune]
            ? Self(vi: "xã, phường", en: "commune")
            : levels == [.district]
                ? Self(vi: "địa bàn", en: "district") : Self(vi: "xã, phường hoặc địa bàn", en: "commune or district")
        let hint = listed(nearest)
        return Self(
            vi: "không có \(kind.vi) \(name.quoted)" + (nearest.isEmpty ? "" : "; có phải: \(hint)?"),
            en: "there is no \(kind.en) \(name.quoted)" + (nearest.isEmpty ? "" : "; is it \(hint)?"))
    }

    /// The units that may be meant, with their codes.
    static func candidates(_ units: [Unit]) -> Self { Self(vi: listed(units), en: listed(units)) }

    /// `Xã Hòa An (00101), Xã Hòa Ân (00104)`
    static func listed(_ units: [Unit]) -> String {
        var seen: Set<String> = []
        return units.map { "\($0.fullName) (\($0.code))" }.filter { seen.insert($0).inserted }.prefix(6)
            .joined(separator: ", ")
    }
}
