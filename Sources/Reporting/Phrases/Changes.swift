import Domain

/// What a figure has become since last year, in the words of the office.
extension Sentences {
    /// `tăng 03 lớp (12,5%) so với cùng kỳ năm 2025`; where reports are missing, over the departments that sent them both times,
    /// or why nothing is compared.
    ///
    /// - Parameter isApart: Another figure stands between the indicator's and these words.
    func change(_ indicator: Indicator, at place: Int, isApart: Bool = false) -> String {
        let year = basis.period.sameLastYear.year
        let comparison = basis.comparison(
            basis.figure(indicator, at: place), with: basis.lastYear(indicator, at: place))
        if comparison.reason == .otherReports {
            let alike = place == PlaceIndex.province ? basis.alike(indicator) : nil
            return alike.flatMap { change($0, indicator, isApart) } ?? Words.incomplete(year)[language]
        }
        guard comparison.difference.quantity != nil else {
            return switch comparison.reason {
            case .boundaryChange: Words.notComparable(year)[language]
            case .suppressed: Words.suppressedChange(year)[language]
            default: Words.noComparison(year)[language]
            }
        }
        return change(comparison, indicator, isApart)
    }

    /// `tính trên cùng 10/12 đơn vị đã gửi đủ cả hai kỳ thì tăng 03 lớp (12,5%) so với cùng kỳ năm 2025`
    func change(_ alike: LikeForLike, _ indicator: Indicator, _ isApart: Bool = false) -> String? {
        let comparison = basis.comparison(alike.now, with: alike.then)
        guard comparison.difference.quantity != nil else { return nil }
        return Words.alike(alike.departments, of: alike.of)[language] + change(comparison, indicator, isApart)
    }

    /// Of a difference that is known.
    private func change(_ comparison: Comparison, _ indicator: Indicator, _ isApart: Bool) -> String {
        let year = basis.period.sameLastYear.year
        let difference = comparison.difference.quantity ?? .zero
        if difference.isZero {
            // A rise names what rose; «bằng cùng kỳ» would be read of all figures before it.
            let same = Words.same(year)[language]
            return isApart && !indicator.isRatio
                ? Words.number(of: unit(indicator, isOne: false))[language] + same : same
        }
        let magnitude = Amount.quantity(Quantity(thousandths: abs(difference.thousandths)))
        let rose = difference.thousandths > 0
        var words = (rose ? Words.rose : Words.fell)[language] + " "
        if indicator.isRatio {
            words += language.amount(magnitude, decimals: 1) + " " + Words.points[language]
        } else {
            let one = magnitude == .quantity(Quantity(thousandths: 1_000))
            words += "\(number(magnitude, indicator)) \(unit(indicator, isOne: one))"
        }
        if let percentage = comparison.percentage.amount {
            let rounded = percentage.rounded(decimals: 1)
            words += " (\(language.number(abs(rounded), decimals: 1))%)"
        }
        return words + " " + Words.against(year)[language]
    }
}

extension Basis {
    /// What may be compared of an indicator whose reports are not all in; nothing of what is kept back from anybody.
    func alike(_ indicator: Indicator) -> LikeForLike? { mask == nil ? likeForLike.value[indicator.code] : nil }
}

private enum Words {
    static let rose = Bilingual(vi: "tăng", en: "up")
    static let fell = Bilingual(vi: "giảm", en: "down")
    static let points = Bilingual(vi: "điểm phần trăm", en: "percentage points")

    static func suppressedChange(_ year: Int) -> Bilingual {
        Bilingual(
            vi: "mức tăng, giảm so với cùng kỳ năm \(year) (bm)",
            en: "the change from the same period of \(year) confidential (c)")
    }

    static func incomplete(_ year: Int) -> Bilingual {
        Bilingual(
            vi: "chưa so sánh được với cùng kỳ năm \(year) do chưa đủ số liệu",
            en: "not compared with the same period of \(year), since data are missing")
    }

    static func alike(_ departments: Int, of all: Int) -> Bilingual {
        Bilingual(
            vi: "tính trên cùng \(departments)/\(all) đơn vị đã gửi đủ cả hai kỳ thì ",
            en: "for the \(departments) of \(all) departments with full reports in both periods: ")
    }

    static func number(of unit: String) -> Bilingual { Bilingual(vi: "số \(unit) ", en: "\(unit) ") }

    static func against(_ year: Int) -> Bilingual {
        Bilingual(vi: "so với cùng kỳ năm \(year)", en: "on the same period of \(year)")
    }

    static func same(_ year: Int) -> Bilingual {
        Bilingual(vi: "bằng cùng kỳ năm \(year)", en: "the same as in \(year)")
    }

    static func noComparison(_ year: Int) -> Bilingual {
        Bilingual(vi: "chưa có số liệu so sánh với cùng kỳ năm \(year)", en: "no data to compare with \(year)")
    }

    static func notComparable(_ year: Int) -> Bilingual {
        Bilingual(
            vi: "không so sánh được với cùng kỳ năm \(year) do thay đổi địa giới",
            en: "not comparable with \(year) since boundaries changed")
    }
}
