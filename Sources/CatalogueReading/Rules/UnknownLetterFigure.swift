import Domain

/// The places for figures in the report's text name an indicator and, at most, one of its aspects.
enum UnknownLetterFigure: CatalogueRule {
    static let code = "unknown-letter-figure"
    static let page = Bilingual(
        vi: """
            Chỗ điền số liệu trong câu chữ của báo cáo phải là mã chỉ tiêu trong ngoặc nhọn, ví dụ {DT01}, có thể \
            thêm change, cumulative, target, before, busiest hoặc even: {DT01 change}. Sửa mã, và đóng ngoặc.
            """,
        en: """
            A place for a figure in the report's text is an indicator's code in braces, such as {DT01}, perhaps with \
            change, cumulative, target, before, busiest or even: {DT01 change}. Correct the code, and close the brace.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.indicators.isKnown else { return }
        func require(_ sentences: [LetterPlan.Sentence], at position: (Int) -> Position) {
            for (index, sentence) in sentences.enumerated() {
                for written in sentence.placeTexts where !isKnown(written, draft) {
                    findings.add(self, at: position(index), value: written, .unknownFigure(written))
                }
            }
        }
        for form in draft.forms.sound {
            require(form.value.sentences) { form.position(of: "sentences.\($0)") }
        }
        guard let letter = draft.letter else { return }
        for (number, section) in letter.value.sections.enumerated() {
            require(section.sentences) { letter.position(of: "sections.\(number).\($0)") }
        }
        require(letter.value.shortcomings) { letter.position(of: "shortcomings.\($0)") }
        for code in letter.value.silent where draft.indicatorsByCode[code] == nil {
            findings.add(self, at: letter.position(of: "silent"), value: code, .unknownFigure(code))
        }
    }

    private static func isKnown(_ written: String, _ draft: CatalogueDraft) -> Bool {
        LetterPlan.Slot(written).map { draft.indicatorsByCode[$0.indicator] != nil } ?? false
    }
}

extension LetterPlan.Sentence {
    /// What stands between braces in all its texts, each once; a brace that is not closed takes the rest.
    fileprivate var placeTexts: [String] {
        let texts = [text.vi, text.en] + [none?.vi, none?.en].compactMap { $0 }
        var found: [String] = []
        for text in texts {
            for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
                let written = String(piece.prefix { $0 != "}" })
                if !found.contains(written) { found.append(written) }
            }
        }
        return found
    }
}

extension FindingText {
    fileprivate static func unknownFigure(_ written: String) -> Self {
        let aspects = LetterPlan.Slot.Aspect.allCases.filter { $0 != .figure }.map(\.rawValue).joined(separator: ", ")
        return Self(
            vi: "không có số liệu nào tên “{\(written)}”", en: "there is no figure “{\(written)}”",
            expected: (
                "mã chỉ tiêu, có thể thêm một trong: \(aspects)",
                "an indicator's code, perhaps with one of: \(aspects)"
            ),
            remedy: (
                "Ghi mã có trong indicators.csv, ví dụ {DT01} hoặc {DT01 change}.",
                "Write a code of indicators.csv, as in {DT01} or {DT01 change}."
            ))
    }
}
