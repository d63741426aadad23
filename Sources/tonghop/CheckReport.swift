import Domain
import Intake
import Office
import Reporting

/// What `check` prints.
struct CheckReport {
    let options: SharedOptions

    init(_ options: SharedOptions) { self.options = options }

    /// The sum of a measure over a file.
    struct Total: Encodable {
        let file, measure: String
        /// What the form calls it.
        let name: String
        let sum: Double
    }

    private struct Output: Encodable {
        let findings: [EncodedFinding]
        let totals: [Total]
        /// Only where a form asks for it.
        let breakdown: [Breakdown.Line]?
        /// Files that would be held; left out where none would be.
        let held: [Outlook]?
    }

    static func totals(
        of reading: Reading, _ catalogue: Catalogue, shownPath: (String) -> String
    ) -> [Total] {
        let form = reading.form.flatMap(catalogue.form)
        return reading.measures.map { measure in
            Total(
                file: shownPath(reading.receipt.path), measure: measure,
                name: form.map { catalogue.name(ofMeasure: measure, in: $0) } ?? measure,
                sum: reading.tallies.sum(of: measure).double)
        }
    }

    static func clean(_ path: String, _ reading: Reading) -> Bilingual {
        guard reading.state != .answered else {
            return Bilingual(
                vi: "\(path): phiếu gửi trả lại, đọc được \(Language.vi.count(reading.answers.count)) lý do.",
                en: "\(path): a return sent back; reasons read: \(Language.en.count(reading.answers.count)).")
        }
        return Bilingual(
            vi: "\(path): không có lỗi; \(Language.vi.count(reading.rowsCounted)) dòng được tính.",
            en: "\(path): no fault; \(Language.en.count(reading.rowsCounted)) rows count.")
    }

    func show(
        _ findings: [Finding], totals: [Total], _ breakdowns: [Breakdown] = [], _ outlooks: [Outlook] = []
    ) throws {
        let lines = breakdowns.flatMap(\.lines)
        let printer = FindingPrinter(language: options.lang, shownPath: askedOnce(options.workplace.shownPath))
        switch options.format {
        case .json:
            options.console.json(
                try FindingPrinter.json(
                    Output(
                        findings: findings.map(printer.encoded), totals: totals, breakdown: lines.isEmpty ? nil : lines,
                        held: outlooks.isEmpty ? nil : outlooks)
                ))
        case .text:
            let said = findings.filter { !options.quiet || $0.level != .note }.map(printer.line)
            if !said.isEmpty { options.console.result(said.joined(separator: "\n")) }
            for outlook in outlooks { options.console.result(outlook.text(options.lang)) }
            guard !options.quiet else { return }
            for total in totals {
                let amount = options.lang.quantity(Quantity(thousandths: Int64((total.sum * 1_000).rounded())))
                options.console.result("\(total.file): \(total.name): \(amount)")
            }
            let sums = lines.map { $0.text(options.lang) }
            if !sums.isEmpty { options.console.result(sums.joined(separator: "\n")) }
        }
    }

    /// Thousands of findings name the same file, and where it lies is asked of the disk.
    private func askedOnce(_ shownPath: @escaping (String) -> String) -> (String) -> String {
        var known: [String: String] = [:]
        return { path in
            if let shown = known[path] { return shown }
            let shown = shownPath(path)
            known[path] = shown
            return shown
        }
    }
}

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
            let names = form.measures.map { catalogue.name(ofMeasure: $0.code, in: form) }
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

extension CheckReport {
    /// What would become of a file that is doubtful as a whole, and of the province's figures if it were taken.
    struct Outlook: Encodable {
        /// A figure of the province over the file's period.
        struct Figure: Encodable {
            let indicator, name, now, taken: String
        }

        let file: String
        let figures: [Figure]

        init(file: String, moves: [AwaitedDecision.Move], _ language: Language) {
            self.file = file
            figures = moves.map { move in
                let (now, taken) = move.words(language)
                return Figure(
                    indicator: move.indicator.code, name: move.indicator.name[language], now: now, taken: taken)
            }
        }

        /// A line that says that it would be held, then one for each figure.
        func text(_ language: Language) -> String {
            let head = Bilingual(
                vi:
                    "\(file): sẽ được giữ lại, chưa tính, chờ quyết định (Việc «nhận tệp» hoặc «rút tệp» trong xu-ly.csv).",
                en:
                    "\(file): would be held, not counted, until somebody decides («nhận tệp» or «rút tệp» in xu-ly.csv)."
            )
            let tail = Bilingual(vi: "nếu nhận tệp, toàn tỉnh", en: "if taken, the province")
            return
                ([head[language]]
                + figures.map { "\(file): \(tail[language]): \($0.indicator) \($0.name): \($0.now) → \($0.taken)" })
                .joined(separator: "\n")
        }
    }
}

extension Catalogue {
    /// The name of the one column that a measure adds; a selection of rows goes by the indicator that is made of it alone, else by
    /// its code.
    fileprivate func name(ofMeasure code: String, in form: Form) -> String {
        if let measure = form.measure(code), measure.selection.isEmpty, measure.columns.count == 1,
            let column = form.column(measure.columns[0])
        {
            return column.name
        }
        return indicators.first { $0.forms.contains(form.code) && $0.measures == [code] }?.name.vi ?? code
    }
}
