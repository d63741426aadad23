import Domain

/// A comparison with the lines behind both of its figures.
package struct ComparedTraceText {
    private let trace: ComparedTrace
    private let language: Language
    private let text: (FigureTrace) -> Document

    /// - Parameter text: One of the two figures with its lines.
    package init(_ trace: ComparedTrace, language: Language, text: @escaping (FigureTrace) -> Document) {
        self.trace = trace
        self.language = language
        self.text = text
    }

    package func document() -> Document {
        var blocks: [Document.Block] = [.lines(head)]
        blocks += text(trace.now).blocks
        if case .figure(let base) = trace.base {
            blocks.append(.lines(["\(Words.against[language]): \(trace.kind.words[language])"]))
            blocks += text(base).blocks
        }
        return Document(blocks)
    }

    private var head: [String] {
        var lines = ["\(Words.comparison[language]): \(trace.kind.words[language])"]
        if case .target(let target) = trace.base {
            let row = target.map { "\(language.quantity($0.amount)) (targets.csv, \(Words.row[language]) \($0.row))" }
            lines.append("\(Phrase.target[language]): \(row ?? Words.noTarget[language])")
            if let share = trace.share {
                lines.append("\(Phrase.targetShare[language]): \(shown(share, 1, signed: false))")
            }
        }
        if let comparison = trace.comparison {
            let indicator = trace.now.indicator
            let isPoints = indicator.isRatio && comparison.difference.amount != nil
            lines.append(
                "\(Phrase.difference[language]): "
                    + shown(comparison.difference, indicator.isRatio ? 1 : indicator.decimals, signed: true)
                    + (isPoints ? " \(Words.points[language])" : ""))
            let reason = comparison.reason.map { " (\($0.words[language]))" } ?? ""
            lines.append("\(Phrase.percent[language]): \(shown(comparison.percentage, 1, signed: true))\(reason)")
        }
        return lines
    }

    private func shown(_ figure: Figure, _ decimals: Int, signed: Bool) -> String {
        guard let amount = figure.amount else { return figure.absence?.mark(in: language) ?? "" }
        let isRise = signed && amount.rounded(decimals: decimals) > 0
        return (isRise ? "+" : "") + language.amount(amount, decimals: decimals)
            + (figure.isProvisional ? " \(Mark.provisional.text(in: language))" : "")
    }
}

extension ComparedTrace.Kind {
    package var words: Bilingual {
        switch self {
        case .previous: Bilingual(vi: "kỳ trước", en: "the period before")
        case .lastYear: Bilingual(vi: "cùng kỳ năm trước", en: "the same period last year")
        case .yearToDate:
            Bilingual(
                vi: "lũy kế từ đầu năm, so với lũy kế cùng kỳ năm trước", en: "the year to date, with last year's")
        case .target: Bilingual(vi: "lũy kế từ đầu năm, so với kế hoạch năm", en: "the year to date, with the target")
        }
    }
}

extension Comparison.Reason {
    /// Why there is no percentage.
    package var words: Bilingual {
        switch self {
        case .wasZero: Bilingual(vi: "kỳ so sánh bằng 0", en: "the base is zero")
        case .smallBase:
            Bilingual(vi: "số so sánh nhỏ hơn mức tính tỷ lệ", en: "the base is too small for a percentage")
        case .noData: Bilingual(vi: "một trong hai kỳ chưa có số liệu", en: "one of the two has no data")
        case .otherReports:
            Bilingual(vi: "số liệu của một trong hai kỳ chưa đủ", en: "one of the two is incomplete")
        case .boundaryChange:
            Bilingual(
                vi: "địa giới thay đổi, chưa tách được số liệu",
                en: "boundaries changed, and the data cannot be told apart")
        case .notDefined: Bilingual(vi: "không tính tỷ lệ", en: "no percentage is worked out")
        case .suppressed: Bilingual(vi: "một trong hai số được bảo mật", en: "one of the two is suppressed")
        }
    }
}

private enum Words {
    static let comparison = Bilingual(vi: "So sánh", en: "Comparison")
    static let against = Bilingual(vi: "Số so sánh", en: "Compared with")
    static let points = Bilingual(vi: "điểm phần trăm", en: "percentage points")
    static let row = Bilingual(vi: "dòng", en: "row")
    static let noTarget = Bilingual(vi: "không có trong targets.csv", en: "none in targets.csv")
}
