import Domain

/// The registers without which nothing can be reported have entries: communes, departments, obligations, indicators,
/// sources, forms.
enum EmptyRegister: CatalogueRule {
    static let code = "register-without-entries"
    static let page = Bilingual(
        vi: """
            Một danh mục cần thiết chưa có dòng nào: xã, phường (units.csv), đơn vị gửi (departments.csv), ai phải gửi \
            biểu nào (obligations.csv), chỉ tiêu (indicators.csv), số của ai được tính (sources.csv), hoặc biểu (forms/). \
            Cơ quan mới điền theo đúng thứ tự đó; mỗi lần điền xong một danh mục thì chạy lại “tonghop check --catalogue”.
            """,
        en: """
            A register that is needed has no entry yet: communes (units.csv), departments (departments.csv), who owes what \
            (obligations.csv), indicators (indicators.csv), whose figures count (sources.csv), or forms (forms/). A new office \
            fills them in that order, and runs “tonghop check --catalogue” again after each.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        func require(_ register: Register<some Any>, _ file: String, _ message: FindingText) {
            if register.isKnown, register.entries.isEmpty {
                findings.add(self, .query, at: Position(file: "catalogue/\(file)"), message)
            }
        }
        let hasCommune = draft.units.entries.contains { $0.value.level == .commune }
        if draft.units.isKnown, !hasCommune {
            findings.add(self, .query, at: Position(file: UnitsRegister.path), .withoutCommunes)
        }
        require(draft.departments, "departments.csv", .withoutDepartments)
        require(draft.obligations, "obligations.csv", .withoutObligations)
        require(draft.forms, "forms/", .withoutForms)
        require(draft.indicators, "indicators.csv", .withoutIndicators)
        if !draft.indicators.entries.isEmpty { require(draft.sources, "sources.csv", .withoutSources) }
    }
}

extension FindingText {
    fileprivate static let withoutCommunes = Self(
        vi: "chưa có xã, phường nào", en: "there is no commune",
        remedy: (
            "Thêm các địa bàn (level là district, parent là mã tỉnh) và các xã, phường (level là commune, district là mã địa bàn).",
            "Add the districts (level district, the province's code as parent) and communes (level commune, with their district)."
        ))

    fileprivate static let withoutDepartments = Self(
        vi: "chưa có đơn vị gửi báo cáo nào", en: "there is no department",
        remedy: (
            "Thêm mỗi sở, ban, ngành một dòng: code (chữ và số), name, short_name, kind, unit là mã tỉnh.",
            "Add a line for each department: code (letters and digits), name, short_name, kind, the province's code as unit."
        ))

    fileprivate static let withoutObligations = Self(
        vi: "chưa đơn vị nào phải gửi biểu nào", en: "nobody owes any form",
        remedy: (
            "Thêm mỗi đơn vị, mỗi biểu một dòng: department, form (ví dụ 02-tt), every (month, quarter …), area là mã tỉnh.",
            "Add a line for each department and form: department, form (such as 02-tt), every, the province's code as area."
        ))

    fileprivate static let withoutForms = Self(
        vi: "chưa có biểu nào", en: "there is no form",
        remedy: (
            "Đặt các tệp biểu (YAML) vào thư mục forms.", "Put the forms (YAML files) into the folder forms."
        ))

    fileprivate static let withoutIndicators = Self(
        vi: "chưa có chỉ tiêu nào", en: "there is no indicator",
        remedy: (
            "Thêm mỗi chỉ tiêu một dòng, forms nêu các biểu có chỉ tiêu đó.",
            "Add a line for each indicator, with the forms that have it."
        ))

    fileprivate static let withoutSources = Self(
        vi: "chưa chỉ tiêu nào có đơn vị được tính số", en: "nobody's figures count for any indicator",
        remedy: (
            "Thêm cho mỗi chỉ tiêu ít nhất một dòng: indicator, department, role là count; nhiều đơn vị cùng tính thì ghi reason.",
            "Add for each indicator a line at least: indicator, department, role count; where several count, a reason."
        ))
}
