import Domain

extension Basis {
    /// `Còn thiếu 11/448 báo cáo tháng: Sở Y tế (02/TT, tháng 2, 3); …`, a department with each form and month that did not
    /// come, so that nobody is accused whose other form is in; `nil` where nothing is missing.
    func missingReports(_ language: Language, most: Int = 8) -> String? {
        let missing = roll.missing
        guard !missing.isEmpty else { return nil }
        var departments: [String] = []
        var forms: [String: [String]] = [:]
        var months: [SlicesInForce.Key: [Month]] = [:]
        for entry in missing {
            let department = entry.key.department
            if !departments.contains(department) { departments.append(department) }
            if forms[department]?.contains(entry.key.form) != true {
                forms[department, default: []].append(entry.key.form)
            }
            let key = SlicesInForce.Key(department: department, form: entry.key.form, month: period.last)
            months[key, default: []].append(entry.key.month)
        }
        let names = departments.map { department in
            let parts = (forms[department] ?? []).map { form in
                let key = SlicesInForce.Key(department: department, form: form, month: period.last)
                return (catalogue.form(form)?.number ?? form) + self.months(months[key] ?? [], language)
            }
            let isByMonths = parts.contains { $0.contains(",") }
            return "\(shortName(department, language)) (\(parts.joined(separator: isByMonths ? "; " : ", ")))"
        }
        let counts = "\(missing.count)/\(roll.owed.count)"
        let head =
            language == .vi
            ? "Còn thiếu \(counts) báo cáo\(period.monthCount > 1 ? " tháng" : ""): "
            : "\(missing.count) of \(roll.owed.count) \(period.monthCount > 1 ? "monthly " : "")reports \(missing.count == 1 ? "is" : "are") missing: "
        return head + joined(names, most: most, of: Phrase.departmentCounted, language) + "."
    }

    /// `, tháng 2, 3`, where the period has several.
    private func months(_ months: [Month], _ language: Language) -> String {
        guard period.monthCount > 1 else { return "" }
        let isOfOneYear = period.first.year == period.last.year
        guard language == .vi else {
            return ", " + months.map { Period($0).name(in: .en) }.joined(separator: ", ")
        }
        return ", tháng "
            + months.map { isOfOneYear ? "\($0.number)" : "\($0.number)/\($0.year)" }.joined(separator: ", ")
    }

    /// Names of provisional indicators: of those whose reports are missing, and of those whose reports are all in while
    /// something of them is not counted.
    func provisionalNames(
        _ indicators: [Indicator], _ name: (Indicator) -> String
    ) -> (lacking: [String], uncounted: [String]) {
        let provisional = indicators.filter { figure($0).isProvisional }
        return (
            provisional.filter { figure($0).completeness?.isWhole != true }.map(name),
            provisional.filter { figure($0).completeness?.isWhole == true }.map(name)
        )
    }
}
