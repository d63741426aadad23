import Domain
import Rendering

@testable import Reporting

/// A package made by hand, with every state that a figure may have.
enum SamplePackage {
    static func indicator(
        _ code: String, decimals: Int = 0, kind: Indicator.Kind = .flow(["m"]), unit: String = "vụ"
    ) -> Indicator {
        Indicator(
            code: code, domain: "an_ninh", name: Bilingual(vi: "Tên \(code)", en: "Name \(code)"),
            shortName: Bilingual(vi: code, en: code), unit: Bilingual(vi: unit, en: "case"), kind: kind,
            decimals: decimals, better: .none, forms: [], bound: nil, suppressBelow: nil, isSensitive: false,
            partOf: nil)
    }

    static func observation(
        _ code: String, _ place: String, _ figure: Figure, span: Period = Period(SampleSet.october),
        decimals: Int = 0, kind: Indicator.Kind = .flow(["m"]), isOfPeriod: Bool = true
    ) -> Observation {
        let days = PeriodCalendar.decree09.days(of: span)
        return Observation(
            indicator: indicator(code, decimals: decimals, kind: kind), placeCode: place, level: .district, span: span,
            firstDay: days.lowerBound, lastDay: days.upperBound, figure: figure, isOfPeriod: isOfPeriod)
    }

    static let states: [Observation] = [
        observation("A1", "90", known(12)), observation("A1", "901", known(0)),
        observation("A1", "902", known(7, .provisional)), observation("A1", "903", known(5, .revised)),
        observation("A1", "904", absent(.suppressed)), observation("A1", "905", absent(.notReported)),
        observation("A1", "906", absent(.notCollected)), observation("A1", "907", absent(.notApplicable)),
        observation("A1", "908", absent(.notComparable)),
        observation(
            "A2", "90", Figure(.known(.quantity(Quantity(thousandths: 12_500)), .reported)), decimals: 1),
        observation(
            "A3", "90",
            Figure(.known(.ratio(numerator: quantity(1), denominator: quantity(3), factor: 100), .reported)),
            decimals: 1, kind: .ratio(numerator: "A1", denominator: "A2", factor: 100)),
        observation("A1", "90", known(99), span: Period(SampleSet.october).yearToDate, isOfPeriod: false),
    ]

    static func package(
        _ observations: [Observation] = states, for audience: Audience = .leadership,
        period: Period = Period(SampleSet.october), languages: [Language] = [.vi]
    ) -> ReleasePackage {
        let letter = Document([.title(["BÁO CÁO"]), .paragraph("Tổ chức 45 lớp.")])
        let days = PeriodCalendar.decree09.days(of: period)
        return ReleasePackage(
            period: period, firstDay: days.lowerBound, lastDay: days.upperBound, edition: 2,
            plan: AudiencePlan(
                audience: audience, mark: audience.usualMark, tables: ["tong-hop"], data: [.figures],
                texts: Set(AudiencePlan.Text.allCases), statements: [], files: Set(AudiencePlan.File.allCases)),
            detail: .protected, notice: Bilingual(vi: "LƯU HÀNH NỘI BỘ – Bản thử", en: "INTERNAL – Sample"),
            title: Bilingual(vi: "Tổng hợp", en: "Summary"), agency: Bilingual(vi: "Sở Mẫu", en: "Sample office"),
            agencyCode: "SDTTG", asOf: SampleSet.asOf, asOfInstant: Instant(seconds: 1_792_000_000),
            catalogueDigest: "c0ffee", programVersion: "1.0",
            editions: languages.map { language in
                let report = Report(
                    title: "T", subject: "S", author: "A", language: language,
                    tables: [figures, SampleSet.submissions],
                    notice: "LƯU HÀNH NỘI BỘ – Bản thử")
                return ReleasePackage.LanguageEdition(
                    language: language, workbook: report, data: report, digest: letter, summary: letter, letter: letter,
                    paper: .plain)
            },
            observations: observations,
            suppressedCount: observations.count { $0.figure.absence == .suppressed })
    }

    /// Shaped as the figures of a set are: the columns that name a row, numbers and marks.
    static var figures: Table {
        func row(_ place: String, _ level: String, _ cell: Table.Cell, _ money: Table.Cell) -> Table.Row {
            Table.Row(
                .plain,
                [
                    .text("2026-10"), .text("A1"), .text("=Tên"), .text("vụ"), .text(place), .text("Xã \(place)"),
                    .text(level), cell, money, .count(3),
                ])
        }
        return Table(
            id: "so-lieu", sheetName: "Số liệu", title: "Số liệu",
            columns: [
                .init("Kỳ", kind: .code), .init("Mã", kind: .code), .init("Tên", kind: .label),
                .init("ĐVT", kind: .code), .init("Mã địa bàn", kind: .code), .init("Địa bàn", kind: .label),
                .init("Cấp", kind: .code), .init("Kỳ này", kind: .number), .init("Kinh phí", kind: .number),
                .init("Báo cáo", kind: .number),
            ],
            rows: [
                row(
                    "90", "tỉnh", .number(1_234),
                    .figure(Figure(.known(.quantity(Quantity(thousandths: -1_500)), .reported)), decimals: 1)),
                row("901", "địa bàn", .number(0), .mark(.suppressed)),
                row("902", "địa bàn", .mark(.notReported), .number(3, .provisional)),
            ])
    }
}
