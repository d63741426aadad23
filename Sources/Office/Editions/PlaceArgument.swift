import Domain
import Foundation
import Intake
import Reporting

/// The place that a command's argument names, by its code or by its name.
enum PlaceArgument {
    static func place(_ text: String?, _ catalogue: Catalogue, _ period: Period) throws -> PlaceIndex.Place {
        let province = catalogue.organisation.province
        // Marks without width come along when a name is copied from a page.
        let text = text.map { $0.filter { !$0.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) } }
        guard let text, text != province, Folding.key(text) != "toan tinh" else { return .province }
        if text == "\(province)-0" { return .placeless }
        let day = catalogue.organisation.calendar.lastDay(of: period)
        let unit = try catalogue.geography.unit(code: text, on: day) ?? named(text, catalogue.geography, on: day)
        switch unit.level {
        case .district: return .district(unit.code)
        case .commune: return .commune(unit.key)
        case .province: return .province
        }
    }

    /// The one unit of the day that bears the name, ever more forgivingly: with its type and diacritics, without the one, then
    /// without the other.
    private static func named(_ text: String, _ geography: Geography, on day: Day) throws -> Domain.Unit {
        let units = geography.units.filter { $0.validity.contains(day) }
        let steps: [(Domain.Unit) -> Bool] = [
            { $0.spokenNames.contains(spoken(text)) },
            { spoken($0.name) == spoken(text) || $0.aliases.map(spoken).contains(spoken(text)) },
            { $0.spokenNames.map(Folding.key).contains(Folding.key(text)) },
            { unit in ([unit.name] + unit.aliases).map(Folding.key).contains(Folding.key(text)) },
        ]
        for step in steps {
            let found = units.filter(step)
            if found.count > 1 { throw Failure.ambiguousUnit(text, found) }
            if let only = found.first { return only }
        }
        throw Failure.unknownUnit(text, day, geography, among: units)
    }

    /// Composed and in small letters: how it is spoken.
    fileprivate static func spoken(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}

extension Domain.Unit {
    /// With its type in front, which every unit that has one is known by.
    fileprivate var spokenNames: [String] { [PlaceArgument.spoken("\(type) \(name)")] }

    fileprivate var listed: String { "\(fullName) (\(code))" }
}

extension Failure {
    fileprivate static func ambiguousUnit(_ text: String, _ units: [Domain.Unit]) -> Failure {
        let shown = units.prefix(namedMax).map(\.listed).joined(separator: ", ")
        let rest = units.count - min(units.count, namedMax)
        return Failure(
            Bilingual(
                vi: "“\(text)” có thể là: \(shown)" + (rest > 0 ? " và \(rest) nơi khác" : "") + "; ghi mã",
                en: "“\(text)” may be: \(shown)" + (rest > 0 ? " and \(rest) more" : "") + "; name the code"),
            .wrongUsage)
    }

    /// So many units are named.
    private static let namedMax = 8

    fileprivate static func unknownUnit(
        _ text: String, _ day: Day, _ geography: Geography, among units: [Domain.Unit]
    ) -> Failure {
        let earlier =
            geography.units(code: text).last
            ?? geography.units.last { unit in
                [unit.name, "\(unit.type) \(unit.name)"].map(Folding.key).contains(Folding.key(text))
            }
        var now: Domain.Unit?
        if let earlier, case .whole(let key) = geography.destination(of: earlier.key, on: day) {
            now = geography.unit(key)
        }
        var (vi, en) = now.map { ("; nay thuộc \($0.listed)", "; it is now in \($0.listed)") } ?? ("", "")
        if now == nil, !text.contains(where: \.isNumber) {
            let near = EditDistance.nearest(to: Folding.key(text), among: units) { unit in
                [unit.name, "\(unit.type) \(unit.name)"].map(Folding.key)
            }
            let list = near.map(\.listed)
            if !list.isEmpty {
                vi = "; có phải: \(list.joined(separator: " hoặc "))?"
                en = "; did you mean: \(list.joined(separator: " or "))?"
            }
        }
        return Failure(
            Bilingual(
                vi: "không có địa bàn “\(text)” vào ngày \(Language.vi.date(day))" + vi,
                en: "there is no unit “\(text)” on \(Language.en.date(day))" + en), .wrongUsage)
    }
}
