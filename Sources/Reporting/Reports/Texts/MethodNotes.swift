import Domain

/// What “Nguồn và ký hiệu” says of comparisons beside the alerts: when there is a percentage, how “what differs most” is
/// measured, what chance gives the busiest months; with the numbers that are needed to work it out again.
struct MethodNotes {
    private let basis: Basis
    private let considered: [(indicator: Indicator, dispersion: MonthlyDispersion)]

    init(_ basis: Basis) {
        self.basis = basis
        considered = Movements.considered(basis)
    }

    var isEmpty: Bool { considered.isEmpty }

    static let heading = Bilingual(
        vi: "Địa bàn thay đổi nhiều so với cùng kỳ (mô tả số liệu)",
        en: "Areas that differ from last year (a "
            + "description)")

    /// A row for each indicator: the dispersion of its months, and the districts that differ most of it.
    func rows(_ language: Language) -> [Table.Row] {
        considered.map { indicator, dispersion in
            let moved = Movements.of(indicator, dispersion, basis).enumerated().sorted {
                ($1.element.standardized.magnitude, $0.offset) < ($0.element.standardized.magnitude, $1.offset)
            }.prefix(Self.shown).map(\.element)
            let named = moved.map { movement in
                let sign = movement.standardized > 0 ? "+" : ""
                return "\(basis.placeName(movement.place, language)) \(sign)\(language.decimal(movement.standardized))"
            }
            var words = [indicator.shortName[language], Words.dispersion(language.decimal(dispersion.ratio))[language]]
            if let group = dispersion.group {
                words.append(
                    Words.group(language.decimal(group.size), indicator.unit, of: group.indicator.unit)[language])
            }
            return Table.Row(
                .plain,
                [
                    .text(indicator.code), .text("\(words[0]): \(words.dropFirst().joined(separator: "; "))"),
                    .text("–"), .text(named.isEmpty ? Words.none[language] : named.joined(separator: "; ")),
                ])
        }
    }

    private static let shown = 3

    func notes(_ language: Language) -> [String] {
        let thresholds = basis.organisation.thresholds
        var notes = [Words.percentages(thresholds.percentageBase)[language]]
        let isOfMonth = basis.period.kind == .month
        if !isEmpty { notes.append(Words.moved(thresholds.movedBase, isOfMonth: isOfMonth)[language]) }
        let constants = Seasonality.ofNormals.sorted { $0.key < $1.key }.map { months, range in
            "\(months): \(language.decimal(range.low))–\(language.decimal(range.high))"
        }
        notes.append(Words.evenness(constants.joined(separator: "; "))[language])
        return notes
    }
}

private enum Words {
    static let none = Bilingual(vi: "không so sánh được hoặc không thay đổi", en: "not comparable, or unchanged")

    static func dispersion(_ value: String) -> Bilingual {
        Bilingual(vi: "độ phân tán \(value)", en: "dispersion \(value)")
    }

    static func group(_ size: String, _ unit: Bilingual, of group: Bilingual) -> Bilingual {
        Bilingual(
            vi: "bình quân \(size) \(unit.vi) một \(group.vi)", en: "mean of \(size) to each \(group.en)")
    }

    static func percentages(_ base: Int) -> Bilingual {
        Bilingual(
            vi: "Tỷ lệ tăng, giảm ở mọi bảng và lời văn: chênh lệch chia cho kỳ gốc, chỉ ghi khi kỳ gốc từ "
                + "\(base) trở lên và hai kỳ đủ báo cáo. "
                + "Tỷ lệ đạt kế hoạch: lũy kế từ đầu năm chia cho kế hoạch năm; của chỉ tiêu tỷ lệ là tỷ lệ đã "
                + "in (một chữ số thập phân) chia cho tỷ lệ kế hoạch.",
            en: "Percentages of change, in tables and texts: the difference over the base, only from a base of "
                + "\(base) and with both periods complete. "
                + "Share of a target: the year to date over the year's target; of a ratio it is the ratio as "
                + "printed (one decimal) over its target.")
    }

    static func moved(_ base: Int, isOfMonth: Bool) -> Bilingual {
        Bilingual(
            vi: "Địa bàn thay đổi nhiều so với cùng kỳ là mô tả số liệu, không phải kiểm định hay đánh giá: xếp "
                + "theo chênh lệch chuẩn hóa "
                + "z = (x − y)/√(φ·(x + y)), x là số kỳ này, y là số cùng kỳ năm trước của địa bàn; "
                + "\(Movements.mostEachWay) mức tăng và "
                + "\(Movements.mostEachWay) mức giảm lớn nhất theo z của các chỉ tiêu có cùng kỳ toàn tỉnh từ "
                + "\(base) trở lên, không kể chỉ tiêu là một phần "
                + "của chỉ tiêu khác. φ là độ phân tán của các tháng, tính như ở phần cảnh báo: tổng thống kê "
                + "Pearson của mọi địa bàn "
                + (isOfMonth
                    ? "trong 12 tháng trước (địa bàn có ít nhất 6 tháng đủ báo cáo)"
                    : "trong các tháng từ đầu năm của từng năm trong hai năm, mỗi năm một bình quân riêng (có "
                        + "ít nhất một nửa số tháng đủ báo cáo)")
                + " chia cho phân vị 20% của khi bình phương, ít nhất bằng 1; số người đi theo lớp, buổi, vụ "
                + "thì ít nhất bằng số người bình quân "
                + "của một lớp, buổi, vụ trong các tháng đó. “Góp … điểm %”: chênh lệch của địa bàn chia cho số "
                + "cùng kỳ của toàn tỉnh.",
            en: "What differs most from last year is a description, neither a test nor a finding: it goes by "
                + "the standardised difference "
                + "z = (x − y)/√(φ·(x + y)), x the area's figure and y that of the same period last year; the "
                + "\(Movements.mostEachWay) largest rises and "
                + "\(Movements.mostEachWay) largest falls by z, over indicators of which the province had "
                + "\(base) or more last year and that are no part of "
                + "another. φ is the dispersion of the months, as for alerts: Pearson's statistic of all areas "
                + "together "
                + (isOfMonth
                    ? "over the twelve months before (areas with at least six complete months)"
                    : "over the months since January of each of the two years, each about its own mean (with at "
                        + "least half of them complete)")
                + " over the 20% quantile of chi-squared, and 1 at least; of persons who come by classes, "
                + "sessions or cases no less than their "
                + "mean number to each in those months. “… points”: the area's difference over the province's "
                + "figure of last year.")
    }

    static func evenness(_ constants: String) -> Bilingual {
        Bilingual(
            vi: "Mức độ dàn đều: tỷ trọng 03 tháng nhiều nhất do ngẫu nhiên, 9/10 trường hợp, là 3/n + "
                + "c/√(N·n), N là tổng số vụ việc, n là số tháng "
                + "có số liệu; c (phân vị 5% và 95% của tổng ba số lớn nhất trong n số chuẩn tắc trừ đi bình "
                + "quân của chúng) theo n: \(constants). Chỉ vượt "
                + "cận trên mới gọi là tập trung.",
            en: "Evenness: the part of the three busiest months by chance, nine times in ten, is 3/n + "
                + "c/√(N·n), N the events and n the months with "
                + "data; c (the 5% and 95% quantiles of the sum of the three largest of n standard normal "
                + "values less their mean) by n: \(constants). "
                + "Only more than the upper end is called concentrated.")
    }
}
