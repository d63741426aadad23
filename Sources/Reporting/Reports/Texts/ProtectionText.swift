import Domain

/// What a package does not show, and why: for the officer's eyes only.
package struct ProtectionText {
    private let basis: Basis
    private let explanation: ProtectionExplanation?

    /// - Parameter basis: Of the package, under its mask.
    package init(basis: Basis, explanation: ProtectionExplanation?) {
        self.basis = basis
        self.explanation = explanation
    }

    package func lines(_ language: Language) -> [String] {
        guard let explanation else { return [Words.fullDetail[language]] }
        var lines = [Words.office[language]]
        for (code, omission) in explanation.leftOut.sorted(by: { $0.key < $1.key }) {
            lines.append("\(name(of: code, language)): \(Words.leftOut[language]) – \(omission.words[language])")
        }
        let small = explanation.notes.count { $0.reason == .small }
        lines.append(Words.counts(explanation.notes.count, small)[language])
        return lines
            + explanation.notes.map { note in
                "\(words(note.key, language)): \(amount(note, language)) – \(reason(note.reason, language))"
            }
    }

    private func amount(_ note: ProtectionExplanation.Note, _ language: Language) -> String {
        let decimals = basis.catalogue.indicator(note.key.indicator)?.decimals ?? 0
        return language.amount(.quantity(note.amount), decimals: decimals)
    }

    private func words(_ key: FigureKey, _ language: Language) -> String {
        let place = basis.index.index(of: key.place).map { basis.placeName($0, language) } ?? "\(key.place)"
        return "\(name(of: key.indicator, language)), \(place), \(key.span)"
    }

    private func name(of code: String, _ language: Language) -> String {
        basis.catalogue.indicator(code).map { "\(code) \($0.shortName[language])" } ?? code
    }

    private func reason(_ reason: ProtectionExplanation.Reason, _ language: Language) -> String {
        switch reason {
        case .small: Words.small[language]
        case .protects(let key): Words.protects[language] + words(key, language)
        case .suppressedBefore: Words.suppressedBefore[language]
        case .shownBefore: Words.shownBefore[language]
        }
    }
}

private enum Words {
    static let fullDetail = Bilingual(
        vi: "Gói đủ số: không có số liệu nào được bảo mật.", en: "All figures: none is suppressed.")
    static let office = Bilingual(
        vi: "CHỈ DÙNG TRONG CƠ QUAN – có số liệu được bảo mật, không gửi kèm gói.",
        en: "FOR THE OFFICE ONLY – holds suppressed figures; not to be sent with the package.")
    static let leftOut = Bilingual(vi: "không có trong gói", en: "left out")
    static let small = Bilingual(vi: "số nhỏ", en: "small count")
    static let protects = Bilingual(vi: "để không suy ra được: ", en: "protects: ")
    static let suppressedBefore = Bilingual(
        vi: "đã bảo mật trong gói trước", en: "was suppressed in a package before")
    static let shownBefore = Bilingual(
        vi: "số nhỏ nhưng đã công bố trong gói trước, che nữa không còn tác dụng",
        en: "small, but shown in a package before: suppressing it now protects nobody")

    static func counts(_ all: Int, _ small: Int) -> Bilingual {
        Bilingual(
            vi: "\(all) số liệu được bảo mật hoặc cần lưu ý, trong đó \(small) số nhỏ:",
            en: "\(all) figures suppressed or to be noted, \(small) of them small:")
    }
}
