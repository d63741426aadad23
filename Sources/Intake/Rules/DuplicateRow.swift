import Domain

/// A place has one row in a sheet, a class or case one in a register.
enum DuplicateRow: Rule {
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
