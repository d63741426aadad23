import Domain

/// The form of a decision is one of the catalogue.
enum UnknownDecisionForm: Rule {
    static let code = "unknown-decision-form"
    static let page = Bilingual(
        vi: "Biểu ghi bằng mã (03-an) hoặc số hiệu (03/AN). Để trống là mọi biểu.",
        en: "A form is written by its code (03-an) or number (03/AN). Empty means all.")
}

extension FindingText {
    static func unknownForm(_ text: String, _ forms: [String]) -> Self {
        let list = forms.joined(separator: ", ")
        return Self(
            vi: "không có biểu “\(text)”", en: "there is no form “\(text)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi mã biểu; để trống là mọi biểu.", "Write a form's code; empty means all."))
    }
}
