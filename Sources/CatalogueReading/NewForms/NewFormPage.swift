import Domain

/// What of a new form goes onto the leader's page, and what makes room for it.
extension NewFormJudge {
    /// `Số hộ vay thay AN14; VAY02`.
    mutating func page(_ indicators: [Indicator]) -> [NewForm.PagePlace] {
        let text = answers.text(.page)
        guard !text.isEmpty, !Self.isNothing(text) else { return [] }
        let now = catalogue.reports.first { !$0.page.isEmpty }?.page ?? []
        var places: [NewForm.PagePlace] = []
        for part in text.split(separator: ";").map({ String($0).cleanCell }) where !part.isEmpty {
            var (name, instead): (String, String?) = (part, nil)
            for word in [" thay ", " for "] {
                if let range = part.firstRange(of: word) {
                    (name, instead) = (
                        String(part[..<range.lowerBound]), String(part[range.upperBound...]).uppercased()
                    )
                }
            }
            let key = Folding.key(name)
            let heads = zip(answers.columns, answers.columns.map { $0[.indicator]?.text ?? "" })
            let code =
                heads.first { Folding.key($0.0[.name]?.text ?? "") == key }?.1
                ?? indicators.first { $0.code == name.uppercased() }?.code
            guard let code, indicators.contains(where: { $0.code == code }) else {
                say(.page, .noNewIndicator(name))
                return []
            }
            if let instead, !now.contains(instead) {
                say(.page, .notOneOf(instead, vi: now.joined(separator: ", "), en: now.joined(separator: ", ")))
                return []
            }
            places.append(NewForm.PagePlace(indicator: code, instead: instead))
        }
        if now.count + places.count(where: { $0.instead == nil }) > ReportPlan.pageMost { say(.page, .fullPage(now)) }
        return places
    }
}

extension FindingText {
    fileprivate static func noNewIndicator(_ name: String) -> Self {
        Self(
            vi: "“\(name)” không phải cột số hay mã chỉ tiêu mới của biểu",
            en: "“\(name)” is no new indicator of the form, nor a column of one",
            remedy: (
                "Ghi tên một cột số của biểu, hoặc mã chỉ tiêu của nó.",
                "Write the name of a column, or its indicator's code."
            ))
    }

    fileprivate static func fullPage(_ codes: [String]) -> Self {
        let list = codes.joined(separator: ", ")
        return Self(
            vi: "trang tóm tắt đã có \(codes.count) chỉ tiêu (\(list)), không quá \(ReportPlan.pageMost)",
            en: "the leader's page has \(codes.count) indicators (\(list)), and takes \(ReportPlan.pageMost)",
            remedy: (
                "Nêu chỉ tiêu nhường chỗ, ví dụ “Số hộ vay thay \(codes.last ?? "")”.",
                "Say which makes room, such as “Số hộ vay for \(codes.last ?? "")”."
            ))
    }
}
