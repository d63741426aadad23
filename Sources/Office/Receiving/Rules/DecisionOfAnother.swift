import Domain

/// A decision that names a file speaks of whose file it is.
enum DecisionOfAnother: Rule {
    static let code = "decision-of-another"
    static let page = Bilingual(
        vi: """
            Dòng xử lý nêu một tệp, nhưng Đơn vị, Biểu hoặc Kỳ ghi trong dòng không phải của tệp đó: “rút tệp” hoặc “thay tệp” \
            như vậy không làm gì, “nhận tệp” hoặc “ngày nhận” có thể áp dụng cho tệp không định nói tới. Sửa đường dẫn, hoặc sửa \
            Đơn vị, Biểu, Kỳ cho khớp với tệp; có thể để trống các ô này.
            """,
        en: """
            The line of the decision names a file, and its department, form or period is not that file's: “rút tệp” and “thay \
            tệp” then do nothing, “nhận tệp” and “ngày nhận” may strike a file that was not meant. Mend the path, or the \
            department, form and period; these may be left empty.
            """)

    /// - Parameters:
    ///   - placed: Decisions with where they stand.
    ///   - readings: All that has been read, as far as it is known whose it is.
    static func findings(
        _ placed: [OrderBook.Order], _ readings: some Sequence<Reading>, _ catalogue: Catalogue
    ) -> [Finding] {
        let named = Set(placed.compactMap(\.decision.path))
        guard !named.isEmpty else { return [] }
        var slices: [String: [Slice]] = [:]
        for reading in readings {
            let path = reading.receipt.path
            for path in Set([path, SheetPath.file(of: path)]) where named.contains(path) {
                guard let slice = reading.slice else { continue }
                slices[path, default: []].append(standing(slice, in: catalogue))
            }
        }
        return placed.compactMap { order in
            guard let path = order.decision.path, let own = slices[path],
                !own.contains(where: { catalogue.speaks(order.decision, of: $0) })
            else { return nil }
            return finding(order, path, own[own.count - 1], catalogue)
        }
    }

    /// With the department that carries on the work of the one that has sent it.
    private static func standing(_ slice: Slice, in catalogue: Catalogue) -> Slice {
        let last = catalogue.organisation.calendar.lastDay(of: slice.period)
        return Slice(
            department: catalogue.successor(of: slice.department, on: last), form: slice.form, period: slice.period)
    }

    private static func finding(
        _ order: OrderBook.Order, _ path: String, _ own: Slice, _ catalogue: Catalogue
    ) -> Finding {
        let decision = order.decision
        func words(_ department: String?, _ form: String?, _ period: Period?, _ language: Language) -> String {
            let name = department.map { code in
                catalogue.departments.last { $0.code == code }?.shortName ?? code
            }
            let number = form.map { code in catalogue.form(code)?.number ?? code }
            let words: [String?] = [
                name, number.map { (language == .vi ? "biểu " : "form ") + $0 }, period.map { $0.name(in: language) },
            ]
            return words.compactMap(\.self).joined(separator: ", ")
        }
        func written(_ language: Language) -> String {
            words(decision.department, decision.form, decision.period, language)
        }
        func whose(_ language: Language) -> String { words(own.department, own.form, own.period, language) }
        return finding(
            .query, at: order.position, value: path,
            Bilingual(
                vi: "dòng này ghi \(written(.vi)), còn tệp “\(path)” là của \(whose(.vi))",
                en: "this line says \(written(.en)), and “\(path)” is of \(whose(.en))"),
            remedy: Bilingual(
                vi: "Sửa đường dẫn, hoặc sửa Đơn vị, Biểu, Kỳ cho khớp với tệp.",
                en: "Mend the path, or department, form and period."))
    }
}
