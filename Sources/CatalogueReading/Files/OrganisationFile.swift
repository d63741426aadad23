import Domain
import Foundation

/// `organisation.yaml`: the office that consolidates.
enum OrganisationFile {
    static let path = "catalogue/organisation.yaml"

    /// `nil` where anything is missing or wrong; all of it is reported.
    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Located<Organisation>? {
        guard let root = YamlFile.root(path, files: files, findings: findings) else { return nil }
        let before = findings.all.filter { $0.level == .error }.count
        root.allow([
            "province", "parent_agency", "agency", "agency_name", "abbreviation", "place", "subject", "mandate",
            "addressees", "recipients", "signer_title", "time_zone", "languages", "calendar", "deadline",
            "thresholds", "district_note", "contact", "leadership_figures", "approval",
        ])
        let organisation = Organisation(
            province: root.text("province") ?? "", parentAgency: words(root, "parent_agency"),
            agency: words(root, "agency"), agencyName: words(root, "agency_name"),
            abbreviation: root.text("abbreviation") ?? "", place: root.text("place") ?? "",
            subject: words(root, "subject"), mandate: words(root, "mandate"), addressees: lists(root, "addressees"),
            recipients: lists(root, "recipients"), signerTitle: words(root, "signer_title"),
            timeZone: timeZone(root), languages: languages(root),
            calendar: root.choice("calendar", PeriodCalendar.self) ?? .decree09, deadline: deadline(root),
            thresholds: thresholds(root), districtNote: words(root, "district_note"),
            contact: root.child("contact").flatMap { _ in root.bilingual("contact") },
            leadershipFigures: root.child("leadership_figures")?.choice(Release.Detail.self) ?? .full,
            needsApproval: root.child("approval")?.choice(Approval.self) == .required)
        guard findings.all.filter({ $0.level == .error }).count == before else { return nil }
        let parts = Dictionary(root.pairs.map { ($0.name, $0.node.position) }, uniquingKeysWith: { first, _ in first })
        return Located(organisation, at: root.position, isSound: true, parts: parts)
    }

    /// What a draft needs before it is issued: somebody else's approval, or nothing.
    private enum Approval: String, CaseIterable {
        case required
        case notRequired = "not-required"
    }

    private static func words(_ root: YamlNode, _ name: String) -> Bilingual {
        root.bilingual(name) ?? Bilingual(vi: "", en: "")
    }

    /// `{vi: […], en: […]}` of the same length, or without English.
    private static func lists(_ root: YamlNode, _ name: String) -> [Bilingual] {
        guard let node = root.required(name), let list = node.required("vi") else { return [] }
        node.allow(Language.allCases.map(\.rawValue))
        let vietnamese = list.list().compactMap { $0.text() }
        guard let other = node.child("en") else { return vietnamese.map { Bilingual(vi: $0, en: $0) } }
        let english = other.list().compactMap { $0.text() }
        guard english.count == vietnamese.count else {
            return other.bad(.differentLengths(vietnamese.count, english.count)) ?? []
        }
        return zip(vietnamese, english).map { Bilingual(vi: $0, en: $1) }
    }

    private static func timeZone(_ root: YamlNode) -> TimeZone {
        guard let node = root.required("time_zone"), let name = node.text() else { return .gmt }
        return TimeZone(identifier: name) ?? node.bad(.unknownTimeZone(name), value: name) ?? .gmt
    }

    private static func languages(_ root: YamlNode) -> [Language] {
        guard let node = root.required("languages") else { return [] }
        let languages = node.list().compactMap { $0.choice(Language.self) }
        return languages.contains(.vi) ? languages : node.bad(.withoutVietnamese) ?? []
    }

    private static func deadline(_ root: YamlNode) -> Organisation.Deadline {
        guard let node = root.required("deadline") else {
            return .init(workingDays: 0, basis: Bilingual(vi: "", en: ""))
        }
        node.allow(["working_days", "basis"])
        return Organisation.Deadline(
            workingDays: node.required("working_days")?.whole(in: 0...366) ?? 0, basis: words(node, "basis"))
    }

    private static func thresholds(_ root: YamlNode) -> Organisation.Thresholds {
        guard let node = root.required("thresholds") else {
            return .init(percentageBase: 0, movedBase: 0, findingsShown: 0)
        }
        node.allow(["percentage_base", "moved_base", "findings_shown"])
        func count(_ name: String) -> Int { node.required(name)?.whole(in: 0...1_000_000) ?? 0 }
        return Organisation.Thresholds(
            percentageBase: count("percentage_base"), movedBase: count("moved_base"),
            findingsShown: count("findings_shown"))
    }
}

extension FindingText {
    fileprivate static func differentLengths(_ vietnamese: Int, _ english: Int) -> Self {
        Self(
            vi: "tiếng Anh có \(english) dòng, tiếng Việt có \(vietnamese)",
            en: "\(english) lines in English, \(vietnamese) in Vietnamese",
            remedy: ("Ghi đủ từng dòng ở cả hai thứ tiếng.", "Give every line in both languages."))
    }

    fileprivate static func unknownTimeZone(_ name: String) -> Self {
        Self(
            vi: "không có múi giờ “\(name)”", en: "there is no time zone “\(name)”",
            expected: ("ví dụ Asia/Ho_Chi_Minh", "such as Asia/Ho_Chi_Minh"),
            remedy: ("Ghi Asia/Ho_Chi_Minh.", "Write Asia/Ho_Chi_Minh."))
    }

    fileprivate static let withoutVietnamese = Self(
        vi: "các ngôn ngữ không có tiếng Việt (vi)", en: "the languages do not include Vietnamese (vi)",
        expected: ("[vi] hoặc [vi, en]", "[vi] or [vi, en]"), remedy: ("Thêm vi.", "Add vi."))
}
