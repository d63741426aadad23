import Domain

/// A package on one page: what is missing, what moved most, what is provisional or revised, what was suppressed.
struct PackageDigest {
    let basis: Basis
    let observations: [Observation]

    /// So many items of a list stand on the page.
    private static let itemsMost = 12

    func document(_ language: Language) -> Document {
        Document([
            .title([
                Words.title[language] + " " + basis.period.name(in: language).uppercased(),
                basis.organisation.subject[language],
            ]),
            .paragraph(basis.periodLine(language)),
            .paragraph(basis.standingLine(language)),
            .heading(1, Words.leading[language]),
            .list(Movements.leading(basis, language)),
            .heading(1, Words.missing[language]),
            .list(SummaryText.receivedAndMissing(basis, language)),
            .heading(1, Words.movements[language]),
            .list(Movements.sentences(basis, language)),
            .heading(1, Words.standing[language]),
            .list(standings(language)),
            .heading(1, Words.suppressed[language]),
            .list(suppressions(language)),
            .paragraph(Words.check[language]),
            .paragraph(Words.powerShell),
        ])
    }

    private func standings(_ language: Language) -> [String] {
        func names(_ standing: Figure.Standing, isWhole: Bool? = nil) -> [String] {
            var seen: Set<String> = []
            return observations.filter { observation in
                guard case .known(_, let own) = observation.figure.content, own == standing,
                    isWhole == nil || (observation.figure.completeness?.isWhole ?? false) == isWhole
                else { return false }
                return observation.isOfPeriod && seen.insert(observation.indicator.code).inserted
            }.map { $0.indicator.shortName[language] }
        }
        return [
            (Words.provisional, names(.provisional, isWhole: false)),
            (Words.uncounted, names(.provisional, isWhole: true)), (Words.revised, names(.revised)),
        ].map { words, names in
            words[language]
                + (names.isEmpty ? Words.none[language] : joined(names, most: PackageDigest.itemsMost, language)) + "."
        }
    }

    private func suppressions(_ language: Language) -> [String] {
        var counts: [(name: String, count: Int)] = []
        for observation in observations where observation.figure.absence == .suppressed {
            let name = observation.indicator.shortName[language]
            if let place = counts.firstIndex(where: { $0.name == name }) {
                counts[place].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        let items = counts.map { "\($0.name) \(Words.cells($0.count)[language])" }
        var lines = [
            items.isEmpty
                ? Words.nothingSuppressed[language]
                : Words.counts[language] + joined(items, most: PackageDigest.itemsMost, language) + "."
        ]
        let leftOut = basis.catalogue.indicators.compactMap { indicator in
            basis.mask?.leftOut[indicator.code].map { "\(indicator.shortName[language]) (\($0.words[language]))" }
        }
        if !leftOut.isEmpty {
            lines.append(Words.leftOut[language] + joined(leftOut, most: PackageDigest.itemsMost, language) + ".")
        }
        return lines
    }
}

extension Mask.Omission {
    package var words: Bilingual {
        switch self {
        case .notSafe:
            Bilingual(
                vi: "không có cách nào che mà không suy ra được số nhỏ",
                en: "no choice of suppressed figures keeps small counts from being worked out")
        case .givesAwayOthers:
            Bilingual(
                vi: "cùng với chỉ tiêu khác sẽ làm lộ số được bảo mật",
                en: "with other indicators it would give suppressed figures away")
        case .notCounts:
            Bilingual(
                vi: "có số âm hoặc quá lớn, không bảo vệ được", en: "amounts below zero or too large to be protected")
        }
    }
}

private enum Words {
    static let title = Bilingual(vi: "TÓM TẮT SỐ LIỆU", en: "DIGEST OF")
    static let leading = Bilingual(vi: "SỐ LIỆU CHÍNH CỦA TOÀN TỈNH", en: "MAIN FIGURES OF THE PROVINCE")
    static let missing = Bilingual(vi: "BÁO CÁO ĐÃ NHẬN VÀ CÒN THIẾU", en: "REPORTS IN AND MISSING")
    static let movements = Bilingual(
        vi: "THAY ĐỔI NHIỀU SO VỚI CÙNG KỲ (MÔ TẢ SỐ LIỆU, KHÔNG PHẢI ĐÁNH GIÁ)",
        en: "WHAT DIFFERS MOST FROM LAST YEAR (A DESCRIPTION, NOT A FINDING)")
    static let standing = Bilingual(vi: "SỐ LIỆU SƠ BỘ, SỐ LIỆU ĐIỀU CHỈNH", en: "PROVISIONAL AND REVISED")
    static let suppressed = Bilingual(vi: "SỐ LIỆU ĐƯỢC BẢO MẬT", en: "SUPPRESSED")
    static let uncounted = Bilingual(
        vi: "Sơ bộ, đã đủ báo cáo nhưng còn dòng, ô hoặc tệp chưa được tính: ",
        en: "Provisional, all reports in but not all of them counted: ")
    static let provisional = Bilingual(vi: "Sơ bộ, chưa đủ báo cáo: ", en: "Provisional, reports are missing: ")
    static let revised = Bilingual(vi: "Điều chỉnh so với bản trước: ", en: "Revised since the edition before: ")
    static let none = Bilingual(vi: "không có", en: "none")
    static let nothingSuppressed = Bilingual(
        vi: "Không có số liệu nào được bảo mật.", en: "No figure is suppressed.")
    static let counts = Bilingual(
        vi: "Số ô ghi (bm), kể cả kỳ so sánh và lũy kế: ",
        en: "Cells marked (c), compared and cumulative ones included: ")

    static func cells(_ count: Int) -> Bilingual {
        Bilingual(
            vi: "\(Language.vi.count(count)) ô", en: "\(Language.en.count(count)) \(count == 1 ? "cell" : "cells")")
    }

    static let leftOut = Bilingual(vi: "Không có trong gói: ", en: "Left out: ")
    static let check = Bilingual(
        vi:
            "Kiểm tra gói: mở cửa sổ dòng lệnh trong thư mục này, chạy “sha256sum -c SHA256SUMS”; trên Windows, mở PowerShell "
            + "và chạy dòng dưới đây, tệp nào được nêu tên là tệp đã khác:",
        en:
            "To check the package, run “sha256sum -c SHA256SUMS” in this folder; on Windows, run the line below in PowerShell, "
            + "which names each file that is not as it was:")
    /// On a line of its own, short enough not to be broken.
    static let powerShell = "gc SHA256SUMS | %{$s,$f=-split $_; if((Get-FileHash $f).Hash -ne $s){$f}}"
}
