import Domain
import Foundation

/// A catalogue of an invented province, small enough to be read at once, with the traps of the real one: codes used
/// again, names that differ in their diacritics only, communes named like a former district, units that ended.
package enum SmallCatalogue {
    /// Reporting months run from the 15th to the 14th.
    package static let catalogue = make()

    /// - Parameters:
    ///   - calendar: Which days a month covers.
    ///   - forms: In place of its own.
    ///   - sources: Who counts what; nobody, unless they are given.
    package static func make(
        calendar: PeriodCalendar = .decree09, forms: [Form] = SmallForms.all, sources: [Source] = []
    ) -> Catalogue {
        Catalogue(
            digest: "small", organisation: organisation(calendar),
            geography: Geography(units: units, changes: changes), departments: departments, obligations: obligations,
            indicators: indicators, sources: sources, codes: codes, programmes: [], targets: [],
            workCalendar: WorkCalendar(holidays: [], makeUpDays: []), forms: forms, checks: [], reports: [])
    }

    /// The day on which the communes were merged and the districts became areas.
    package static let merger = Day(year: 2025, month: 7, day: 1)

    private static func organisation(_ calendar: PeriodCalendar) -> Organisation {
        let name = Bilingual(vi: "Sở Tổng hợp", en: "Consolidation Office")
        return Organisation(
            province: "01", parentAgency: name, agency: name, agencyName: name, abbreviation: "STH", place: "Mẫu",
            subject: name, mandate: name, addressees: [], recipients: [], signerTitle: name,
            timeZone: TimeZone(secondsFromGMT: 7 * 3_600) ?? .gmt, languages: [.vi], calendar: calendar,
            deadline: Organisation.Deadline(workingDays: 2, basis: name),
            thresholds: Organisation.Thresholds(percentageBase: 10, movedBase: 10, findingsShown: 1_000),
            districtNote: name)
    }

    private static let units: [Domain.Unit] = [
        unit("01", "Mẫu", "tỉnh", .province, district: nil),
        unit("101", "Sông Trong", "huyện", .district, district: "101", to: merger),
        unit("102", "Núi Xanh", "huyện", .district, district: "102", to: merger),
        unit(
            "101", "Sông Trong (cũ)", "địa bàn", .district, district: "101", from: merger,
            aliases: ["Sông Trong", "Huyện Sông Trong"]),
        unit(
            "102", "Núi Xanh (cũ)", "địa bàn", .district, district: "102", from: merger,
            aliases: ["Núi Xanh", "Huyện Núi Xanh"]),
        unit("00101", "Hòa An", "xã", .commune, district: "101", to: merger),
        unit("00101", "Hòa An", "xã", .commune, district: "101", from: merger),
        unit("00102", "Thủy Sơn", "phường", .commune, district: "101"),
        unit("00103", "Chiềng An", "phường", .commune, district: "102"),
        unit("00104", "Chiềng Ân", "xã", .commune, district: "102"),
        unit("00105", "Núi Xanh", "xã", .commune, district: "102", from: merger),
        unit("00106", "Nặm Ét", "xã", .commune, district: "101", to: merger),
        unit("00106", "Mường Sại", "xã", .commune, district: "101", from: merger, aliases: ["Mường Xại Lớn"]),
        unit("00107", "Cửa Suối", "xã", .commune, district: "101", to: merger),
        unit("00108", "Bến Mới", "thị trấn", .commune, district: "101", to: merger),
        unit("00108", "Bến Mới", "xã", .commune, district: "101", from: merger),
        unit("00109", "Bản Cũ", "xã", .commune, district: "101", to: merger),
        unit("00110", "Đồi Thông", "xã", .commune, district: "101", to: merger),
        unit("00110", "Đồi Thông", "phường", .commune, district: "101", from: merger),
    ]

    private static let changes: [UnitChange] = [
        change("00101", "00101", .merged), change("00107", "00101", .merged), change("00106", "00105", .merged),
        change("00108", "00108", .merged), change("00109", "00108", .merged), change("00110", "00110", .retyped),
    ]

    private static func change(_ from: String, _ to: String, _ kind: UnitChange.Kind) -> UnitChange {
        UnitChange(
            date: merger ?? Day(number: 0), from: from, to: to, kind: kind, weight: nil, source: "Nghị quyết mẫu")
    }

    private static func unit(
        _ code: String, _ name: String, _ type: String, _ level: Domain.Unit.Level, district: String?, from: Day? = nil,
        to: Day? = nil, aliases: [String] = []
    ) -> Domain.Unit {
        Domain.Unit(
            key: UnitKey(code: code, from: from), name: name, type: type, level: level,
            parent: level == .province ? nil : "01", district: district, border: false,
            validity: Validity(from: from, to: to), aliases: aliases)
    }

    private static let departments: [Department] = [
        department("CAT", "Công an tỉnh", .force, aliases: ["CA tỉnh"]),
        department("STP", "Sở Tư pháp", .agency),
        department("BDT", "Ban Dân tộc", .agency, to: Day(year: 2025, month: 3, day: 1), successor: "SDTTG"),
        department("SDTTG", "Sở Dân tộc và Tôn giáo", .agency, from: Day(year: 2025, month: 3, day: 1)),
        department("X00101", "Ủy ban nhân dân xã Hòa An", .commune, unit: "00101", aliases: ["UBND xã Hòa An"]),
        department("H102", "Ủy ban nhân dân huyện Núi Xanh", .district, unit: "102"),
    ]

    private static func department(
        _ code: String, _ name: String, _ kind: Department.Kind, unit: String? = nil, from: Day? = nil, to: Day? = nil,
        successor: String? = nil, aliases: [String] = []
    ) -> Department {
        Department(
            code: code, name: name, nameEnglish: "", shortName: name, kind: kind, unit: unit,
            validity: Validity(from: from, to: to), successor: successor, aliases: aliases)
    }

    private static let obligations: [Obligation] = [
        obligation("CAT", "01-dt"), obligation("CAT", "03-an"), obligation("CAT", "04-lop"),
        obligation("CAT", "06-ct"), obligation("STP", "02-tt"), obligation("STP", "01-dt"),
        obligation("SDTTG", "01-dt"), obligation("X00101", "01-dt", area: "00101"),
        obligation("H102", "01-dt", area: "102"), obligation("STP", "03-an", every: .quarter),
    ]

    private static func obligation(
        _ department: String, _ form: String, area: String = "01", every: Obligation.Frequency = .month
    ) -> Obligation {
        Obligation(department: department, form: form, every: every, area: area, validity: .always)
    }

    private static let indicators: [Indicator] = [
        flow("DT01", "Số lớp đã tổ chức", measure: "lop"),
        flow("DT02", "Lượt người được đào tạo", measure: "luot_nguoi"),
    ]

    private static func flow(_ code: String, _ name: String, measure: String) -> Indicator {
        let words = Bilingual(vi: name, en: name)
        return Indicator(
            code: code, domain: "dao_tao", name: words, shortName: words, unit: words, kind: .flow([measure]),
            decimals: 0, better: .up, forms: ["01-dt", "04-lop"], bound: nil, suppressBelow: nil, isSensitive: false,
            partOf: nil)
    }

    private static let codes: [CodeEntry] = [
        entry("vai_tro", "chu-tri", "Chủ trì"), entry("vai_tro", "phoi-hop", "Phối hợp"),
        entry("pham_vi", "xa", "Xã"), entry("pham_vi", "tinh", "Tỉnh", aliases: ["toàn tỉnh"]),
        entry("chuong_trinh", "ct1", "Chương trình một", to: Day(year: 2026, month: 1, day: 1)),
        entry("chuong_trinh", "ct2", "Chương trình hai"),
    ]

    private static func entry(
        _ list: String, _ code: String, _ name: String, to: Day? = nil, aliases: [String] = []
    ) -> CodeEntry {
        CodeEntry(
            list: list, code: code, name: Bilingual(vi: name, en: name), validity: Validity(from: nil, to: to),
            aliases: aliases)
    }
}
