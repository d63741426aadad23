import DelimitedText
import Domain

/// Code and name of a row are those of the same unit.
enum CodeFitsName: RowRule {
    static let code = "unit-mismatch"
    static let page = Bilingual(
        vi: """
            Mã và tên trong cùng một dòng là của hai xã, phường khác nhau, nên không rõ số liệu của xã nào. Thường \
            do sắp xếp lại một cột mà không sắp xếp cả bảng, hoặc chép lệch dòng. Sửa mã hoặc tên cho khớp; nên kiểm \
            tra cả các dòng bên cạnh.
            """,
        en: """
            Code and name in a row are those of two different units, so whose figures they are is not clear. Often \
            one column was sorted without the others, or pasted a row too low. Correct one of the two, and look at \
            the rows around it.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard case .disagree(let unit, let named)? = row.match else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) {
            let (code, name) = table.placeTexts(block, row)
            return finding(
                at: table.placePosition(row, named: true), code: code, name: name, unit: unit, named: named)
        }
    }

    static func finding(at position: Position, code: String, name: String, unit: Unit, named: [Unit]) -> Finding {
        finding(
            .error, at: position, value: name, .mismatch(code, name, unit, named),
            expected: .candidates([unit] + named),
            remedy: Bilingual(
                vi: "Sửa mã hoặc tên cho khớp; kiểm tra cả các dòng bên cạnh.",
                en: "Correct the code or the name, and look at the rows around it."))
    }
}

extension Bilingual {
    fileprivate static func mismatch(_ code: String, _ name: String, _ unit: Unit, _ named: [Unit]) -> Self {
        let list = listed(named)
        return Self(
            vi: "mã \(code.quoted) là \(unit.fullName), còn tên \(name.quoted) là \(list)",
            en: "the code \(code.quoted) is \(unit.fullName), the name \(name.quoted) is \(list)")
    }
}
