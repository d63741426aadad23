import CatalogueReading
import Domain
import Office

/// `tonghop template --new-form`: answers from a file, by options and on a terminal, and what becomes of them.
struct NewFormRun {
    let options: SharedOptions
    let from: String?
    let given: [String]

    func run(blankTo folder: String?) throws {
        try options.perform { desk in
            let work = try desk.newForm()
            if let folder {
                let paths = try work.blank(to: folder)
                try options.result(Output(files: paths, form: nil), or: paths.joined(separator: "\n"))
                return .done
            }
            var answers = NewFormAnswers()
            if let from {
                let file = try work.read(from)
                guard file.findings.isEmpty else { throw Failure(Words.wrong, showing: file.findings) }
                answers = file.answers
            }
            for text in given where !answers.take(text) { throw Failure(Words.unknown(text), .wrongUsage) }
            return try write(answers, work)
        }
    }

    private func write(_ given: NewFormAnswers, _ work: NewFormWork) throws -> Outcome {
        let questions = Questions(options.console)
        var dialogue = NewFormDialogue(work, questions, from: given)
        if questions.isTerminal { try dialogue.ask() }
        let answers = work.completed(dialogue.answers, isAsking: false)
        let (form, faults) = work.judged(answers)
        guard let form else {
            throw Failure(Words.wrong, showing: faults.map(\.finding).sorted { $0.position < $1.position })
        }
        if questions.isTerminal, try !dialogue.confirmed(form) { throw Failure(Words.nothing, .wrongUsage) }
        let outcome = try work.write(form)
        try options.result(
            Output(files: outcome.paths, form: form.form.code), or: outcome.paths.joined(separator: "\n"))
        for indicator in form.indicators { options.console.say(Words.indicator(indicator)) }
        let counted = Set(form.form.measures.flatMap(\.columns))
        let others = form.form.columns.filter { [.text, .date].contains($0.kind) && !counted.contains($0.id) }.map(
            \.name)
        if !others.isEmpty { options.console.say(Words.withoutIndicator(others)) }
        if let kept = outcome.kept { options.console.say(Words.kept(kept)) }
        if !outcome.isOnPage { options.console.warn(Words.unpaged(form.page.map(\.indicator))) }
        if !outcome.isPlanned { options.console.warn(Words.unplanned(form.form.domain)) }
        options.console.say(Words.next(form))
        return .done
    }

    private struct Output: Encodable {
        let files: [String]
        let form: String?
    }
}

private enum Words {
    static let wrong = Bilingual(
        vi: "chưa lập biểu, chưa ghi gì; sửa các chỗ nêu trên rồi chạy lại",
        en: "no form was made, and nothing written; correct the above and run again")
    static let nothing = Bilingual(vi: "chưa ghi gì", en: "nothing was written")

    static func unknown(_ text: String) -> Bilingual {
        let known = NewFormItem.allCases.map(\.label)
        return Bilingual(
            vi: "--answer “\(text)”: ghi dạng “Mã biểu=06-vay”; các mục: \(known.map(\.vi).joined(separator: ", "))",
            en: "--answer “\(text)”: such as “Form code=06-vay”; the items: \(known.map(\.en).joined(separator: ", "))")
    }

    static func indicator(_ indicator: Indicator) -> Bilingual {
        let kind =
            switch indicator.kind {
            case .flow: Bilingual(vi: "cộng dồn", en: "flow")
            case .stock: Bilingual(vi: "cuối kỳ", en: "stock")
            case .yearToDate: Bilingual(vi: "lũy kế", en: "year to date")
            case .ratio(let over, let under, _): Bilingual(vi: "tỷ lệ \(over)/\(under)", en: "ratio \(over)/\(under)")
            }
        return Bilingual(
            vi: "Chỉ tiêu \(indicator.code): \(indicator.name.vi) (\(indicator.unit.vi), \(kind.vi)).",
            en: "Indicator \(indicator.code): \(indicator.name.en) (\(indicator.unit.en), \(kind.en)).")
    }

    static func withoutIndicator(_ names: [String]) -> Bilingual {
        let list = names.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "Cột không có chỉ tiêu (chữ, ngày; tỷ lệ chưa có tử số, mẫu số): \(list).",
            en: "Columns without an indicator (texts, dates; ratios without their two sides): \(list).")
    }

    static func kept(_ path: String) -> Bilingual {
        Bilingual(
            vi: "phan-cong.xlsx có thêm cột của biểu mới; bản trước đó giữ ở “\(path)”.",
            en: "phan-cong.xlsx has the new form's columns; what it was before is kept in “\(path)”.")
    }

    static func unpaged(_ codes: [String]) -> Bilingual {
        let list = codes.joined(separator: ", ")
        return Bilingual(
            vi: "chưa đưa được \(list) lên trang tóm tắt: thêm mã vào dòng “page: […]” của reports/*.yaml",
            en: "\(list) could not be put onto the leader's page: add the codes to “page: […]” in reports/*.yaml")
    }

    static func unplanned(_ domain: String) -> Bilingual {
        Bilingual(
            vi:
                "lĩnh vực mới chưa có bảng trong báo cáo: thêm dòng “- linh-vuc: {domain: \(domain)}” vào reports/*.yaml",
            en: "the new domain has no table in the report: add “- linh-vuc: {domain: \(domain)}” to reports/*.yaml")
    }

    static func next(_ form: NewForm) -> Bilingual {
        let (code, department) = (form.form.code, form.obligations.first?.department ?? "")
        return Bilingual(
            vi:
                "Đã lập biểu \(form.form.number). Tiếp theo: “tonghop check --catalogue”, rồi “tonghop template \(department) \(code)” "
                + "lập biểu mẫu cho đơn vị. Đổi tên, đơn vị tính thì sửa indicators.csv và forms/\(code).yaml.",
            en:
                "Form \(form.form.number) is made. Next: “tonghop check --catalogue”, then “tonghop template \(department) \(code)” for "
                + "what the department fills in. Names and units are changed in indicators.csv and forms/\(code).yaml.")
    }
}
