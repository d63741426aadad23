import Domain
import Intake

extension CheckReport {
    /// What a file adds up to by district, month and codes.
    struct Breakdown {
        /// One line of it, in the words of the catalogue.
        struct Line: Encodable {
            let file: String
            let of: [String]
            let measures: [String]
            let sums: [Double]

            func text(_ language: Language) -> String {
                let amounts = zip(measures, sums).map { name, sum in
                    "\(name) \(language.quantity(Quantity(thousandths: Int64((sum * 1_000).rounded()))))"
                }
                return "\(file): \(of.joined(separator: "; ")): \(amounts.joined(separator: "; "))"
            }
        }

        let lines: [Line]

        init(_ checked: CheckedSubmission, _ catalogue: Catalogue, shownPath: (String) -> String) {
            let reading = checked.reading
            guard let form = reading.form.flatMap(catalogue.form), let period = reading.period, !checked.totals.isEmpty
            else {
                lines = []
                return
            }
            let file = shownPath(reading.receipt.path)
            let day = catalogue.organisation.calendar.lastDay(of: period)
            let lists = form.totals.compactMap { form.column($0) }.map { column in
                if case .code(let list) = column.kind { list } else { "" }
            }
            let names = form.measures.map { form.name(ofMeasure: $0.code) ?? $0.code }
            lines = checked.totals.map { total in
                let district = total.district.map { code in
                    catalogue.geography.unit(code: code, on: day)?.name ?? code
                }
                let codes = zip(lists, total.codes).map { list, code in
                    catalogue.codes.first { $0.list == list && $0.code == code }?.name.vi ?? code
                }
                return Line(
                    file: file, of: [district, total.month.map(\.description)].compactMap { $0 } + codes,
                    measures: names, sums: total.sums.map(\.double))
            }
        }
    }
}
