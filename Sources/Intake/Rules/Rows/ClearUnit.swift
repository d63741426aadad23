import DelimitedText
import Domain

/// The place of every row is one unit only.
enum ClearUnit: RowRule {
    static let code = "ambiguous-unit"
    static let page = Bilingual(
        vi: """
            Tên (hoặc mã) trong dòng là của nhiều đơn vị. Ví dụ một tên vừa là tên xã vừa là tên địa bàn huyện cũ; \
            “Hoa An” không dấu có thể là Hòa An hoặc Hoa Ân; ở kỳ có sáp nhập (02/2025, 07/2025) một mã có thể thuộc \
            hai đơn vị, cũ và mới. Chương trình không tự chọn: ghi cả mã và tên, hoặc ghi “Xã …”, “Địa bàn …” phía \
            trước.
            """,
        en: """
            The name (or code) fits several units. A commune may have the name of a former district; “Hoa An” \
            without diacritics may be Hòa An or Hoa Ân; in a period of mergers (2025-02, 2025-07) a code may belong \
            to an old and a new unit. None is chosen: write both code and name, or the type in front.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        let table = judge.table
        switch row.match {
        case .ambiguous(let units):
            row.isRefused = true
            judge.say(Self.self) {
                finding(
                    at: table.placePosition(row, named: true), name: table.placeTexts(block, row).name, units: units,
                    in: table.context.geography)
            }
        case .reusedCode(let units):
            row.isRefused = true
            judge.say(Self.self) {
                finding(
                    at: table.placePosition(row, named: false), code: table.placeTexts(block, row).code, units: units)
            }
        default: break
        }
    }

    static func finding(at position: Position, name: String, units: [Unit], in geography: Geography) -> Finding {
        finding(
            .error, at: position, value: name, .severalNames(name, units, geography), expected: .candidates(units),
            remedy: Bilingual(vi: "Ghi thêm mã ở cột “Mã xã”.", en: "Add the code."))
    }

    static func finding(at position: Position, code: String, units: [Unit]) -> Finding {
        finding(
            .error, at: position, value: code, .reusedCode(code, units), expected: .candidates(units),
            remedy: Bilingual(vi: "Ghi thêm tên xã, phường.", en: "Add the name."))
    }
}

extension Bilingual {
    fileprivate static func severalNames(_ name: String, _ units: [Unit], _ geography: Geography) -> Self {
        let list = units.prefix(6).map { unit in
            let district = unit.level == .commune ? unit.district.flatMap { geography.units(code: $0).last } : nil
            let area = district.map { ", " + $0.fullName } ?? (unit.type == "địa bàn" ? ", địa bàn" : "")
            return "\(unit.fullName) (\(unit.code)\(area))"
        }.joined(separator: "; ")
        return Self(
            vi: "\(name.quoted) có thể là nhiều đơn vị: \(list)", en: "\(name.quoted) may be several units: \(list)")
    }

    fileprivate static func reusedCode(_ code: String, _ units: [Unit]) -> Self {
        let list = listed(units)
        return Self(
            vi: "trong kỳ này mã \(code.quoted) thuộc nhiều đơn vị: \(list)",
            en: "in this period the code \(code.quoted) belongs to several units: \(list)")
    }
}
