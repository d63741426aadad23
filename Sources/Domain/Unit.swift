/// The key of an administrative unit: codes are used again, so the code alone names nothing.
package struct UnitKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let code: String
    /// First valid day; `nil` before our data begin.
    package let from: Day?

    package init(code: String, from: Day?) {
        self.code = code
        self.from = from
    }

    package var description: String { from.map { "\(code)@\($0)" } ?? code }

    package static func < (left: UnitKey, right: UnitKey) -> Bool {
        left.code != right.code
            ? left.code < right.code : (left.from?.number ?? .min) < (right.from?.number ?? .min)
    }
}

/// When something is valid: from its first day up to the first day no longer valid.
package struct Validity: Hashable, Sendable {
    /// `nil`: since before our data begin.
    package let from: Day?
    /// The first day no longer valid; `nil`: still valid.
    package let to: Day?

    package static let always = Validity(from: nil, to: nil)

    package init(from: Day?, to: Day?) {
        self.from = from
        self.to = to
    }

    package func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true) }

    package func overlaps(_ other: Validity) -> Bool {
        (from.map { from in other.to.map { from < $0 } ?? true } ?? true)
            && (other.from.map { from in to.map { from < $0 } ?? true } ?? true)
    }

    /// The days of both; `nil`: there are none.
    package func common(with other: Validity) -> Validity? {
        guard overlaps(other) else { return nil }
        let from = [from, other.from].compactMap(\.self).max()
        let to = [to, other.to].compactMap(\.self).min()
        return Validity(from: from, to: to)
    }

    /// Whether any day of `days` is valid.
    package func touches(_ days: ClosedRange<Day>) -> Bool {
        (from.map { $0 <= days.upperBound } ?? true) && (to.map { days.lowerBound < $0 } ?? true)
    }
}

/// An administrative unit in one of its states, valid between two dates.
package struct Unit: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable { case province, district, commune }

    /// The type of the unit above provinces.
    package static let country = "nước"

    package let key: UnitKey
    /// Without its type: `Chiềng Lề`.
    package let name: String
    /// `xã`, `phường`, `thị trấn`, `huyện`, `địa bàn` …
    package let type: String
    package let level: Level
    /// Code of the unit above it; `nil` for the province.
    package let parent: String?
    /// Code of the reporting area (district) that a commune belongs to; a district's own code; `nil` for the province.
    package let district: String?
    /// Whether it borders another country.
    package let border: Bool
    package let validity: Validity
    package let aliases: [String]

    package init(
        key: UnitKey, name: String, type: String, level: Level, parent: String?, district: String?, border: Bool,
        validity: Validity, aliases: [String]
    ) {
        self.key = key
        self.name = name
        self.type = type
        self.level = level
        self.parent = parent
        self.district = district
        self.border = border
        self.validity = validity
        self.aliases = aliases
    }

    package var code: String { key.code }

    /// With its type in front: `Phường Chiềng Lề`; an area that is only a group of communes by its name alone.
    package var fullName: String {
        type.isEmpty || type == "địa bàn" ? name : type.prefix(1).uppercased() + type.dropFirst() + " " + name
    }
}

/// What happened to a unit on a day.
package struct UnitChange: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case merged, divided, renamed, retyped, moved, created, ended
    }

    package let date: Day
    /// A code valid on the day before; `nil` for `created`.
    package let from: String?
    /// A code valid on `date`; `nil` for `ended`.
    package let to: String?
    package let kind: Kind
    /// The part of a divided unit that went to `to`, in thousandths; `nil` where it is not known.
    package let weight: Quantity?
    package let source: String

    package init(date: Day, from: String?, to: String?, kind: Kind, weight: Quantity?, source: String) {
        self.date = date
        self.from = from
        self.to = to
        self.kind = kind
        self.weight = weight
        self.source = source
    }
}
