import Domain

/// A department of the catalogue owes a form.
enum DepartmentOwesNothing: Rule {
    static let code = "department-owes-nothing"
    static let page = Bilingual(
        vi:
            "Đơn vị có trong departments.csv nhưng hiện không phải gửi biểu nào, nên không được đôn đốc và không có "
            + "biểu mẫu. Cần xác nhận nếu trước đây phải gửi, hoặc thay cho đơn vị phải gửi; chỉ là lưu ý nếu chưa bao giờ phải "
            + "gửi. UBND xã, phường được nêu khi có xã, phường phải gửi.",
        en:
            "The department is in departments.csv and owes no form now, so it is never reminded. A query where it once "
            + "owed one, or carries on the work of one that did; a note where it never did. Communes' committees are named where some of "
            + "them send something.")
}

extension FindingText {
    static func oweNothing(_ codes: [String]) -> Self {
        let list = Health.list(codes)
        return Self(
            vi: "\(codes.count) đơn vị không phải gửi biểu nào: \(list.vi)",
            en: "\(codes.count) departments owe no form: \(list.en)",
            remedy: (
                "Thêm dòng vào obligations.csv (hoặc đánh dấu ở phan-cong.xlsx) cho đơn vị phải gửi; đơn vị không phải gửi thì để nguyên.",
                "Add a line to obligations.csv (or a tick in phan-cong.xlsx) for each that is to send; leave the others as they are."
            ))
    }
}
