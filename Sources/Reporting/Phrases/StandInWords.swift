import Domain

extension Basis {
    /// Of one figure: `biểu 05/VỤ thay biểu 03/AN (Công an tỉnh)`; empty where all of it is from the forms that owe it.
    func standInWords(_ indicator: Indicator, at place: Int, _ language: Language) -> String {
        var seen: Set<String> = []
        return standIns.of(indicator, at: place).map { words($0, language) }.filter { seen.insert($0).inserted }
            .joined(separator: "; ")
    }

    private func words(_ standIn: StandIns.StandIn, _ language: Language) -> String {
        let department = shortName(standIn.department, language)
        if standIn.isApart {
            return language == .vi
                ? "không tính \(department): tử số và mẫu số ở hai biểu khác nhau"
                : "without \(department): numerator and denominator are on different forms"
        }
        let (form, owed) = (number(standIn.form), number(standIn.owedForm))
        return language == .vi
            ? "biểu \(form) thay biểu \(owed) (\(department))" : "form \(form) in place of \(owed) (\(department))"
    }

    private func number(_ form: String) -> String { catalogue.form(form)?.number ?? form }

    /// What a reader must know of figures taken from another form, a sentence for each department and pair of forms.
    ///
    /// - Parameter domain: Only of its indicators; `nil`: of all.
    func standInNotes(_ language: Language, domain: String? = nil) -> [String] {
        guard says(.otherForms) else { return [] }
        struct Key: Hashable {
            let department: String
            let owed: String
            let form: String
            let isApart: Bool
        }
        var order: [Key] = []
        var names: [Key: [String]] = [:]
        for item in standIns.all where domain.map({ $0 == item.indicator.domain }) ?? true {
            let key = Key(
                department: item.department, owed: item.owedForm, form: item.form, isApart: item.isApart)
            if names[key] == nil { order.append(key) }
            let name = item.indicator.shortName[language]
            if names[key]?.contains(name) != true { names[key, default: []].append(name) }
        }
        return order.map { key in
            let indicators = joined(names[key] ?? [], most: 8, of: Phrase.indicatorCounted, language)
            let department = shortName(key.department, language)
            if key.isApart {
                return language == .vi
                    ? "Tỷ lệ không tính số liệu của \(department), vì tử số và mẫu số ở hai biểu khác nhau: \(indicators)."
                    : "Ratios without \(department), whose numerator and denominator are on different forms: \(indicators)."
            }
            let (form, owed) = (number(key.form), number(key.owed))
            return language == .vi
                ? "Lấy từ biểu \(form) của \(department) vì chưa có số liệu ở biểu \(owed), số liệu sơ bộ: \(indicators)."
                : "Taken from form \(form) of \(department), since form \(owed) does not give them; provisional: \(indicators)."
        }
    }
}
