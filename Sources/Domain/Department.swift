/// Whoever owes submissions, in one of its states.
package struct Department: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case agency, force, front, media, district, commune
    }

    package let code: String
    package let name: String
    package let nameEnglish: String
    package let shortName: String
    package let kind: Kind
    /// The unit whose People's Committee it is; `nil` for a provincial agency.
    package let unit: String?
    package let validity: Validity
    /// Who carries on its work; `nil` while it exists.
    package let successor: String?
    package let aliases: [String]

    package init(
        code: String, name: String, nameEnglish: String, shortName: String, kind: Kind, unit: String?,
        validity: Validity,
        successor: String?, aliases: [String]
    ) {
        self.code = code
        self.name = name
        self.nameEnglish = nameEnglish
        self.shortName = shortName
        self.kind = kind
        self.unit = unit
        self.validity = validity
        self.successor = successor
        self.aliases = aliases
    }

    package func name(in language: Language) -> String {
        language == .en && !nameEnglish.isEmpty ? nameEnglish : name
    }
}

/// Who owes what: a department, a form, how often, and for which area.
package struct Obligation: Hashable, Sendable {
    package enum Frequency: String, Hashable, Sendable, CaseIterable {
        case month, quarter, half, year

        /// Months between two submissions.
        package var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .half: 6
            case .year: 12
            }
        }
    }

    package let department: String
    package let form: String
    package let every: Frequency
    /// Code of the unit that it reports on.
    package let area: String
    package let validity: Validity

    package init(department: String, form: String, every: Frequency, area: String, validity: Validity) {
        self.department = department
        self.form = form
        self.every = every
        self.area = area
        self.validity = validity
    }
}

/// What a department's data on an indicator are for.
package struct Source: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Enters the totals.
        case count
        /// Is shown beside them, with the difference.
        case compare
    }

    package let indicator: String
    package let department: String
    package let role: Role
    package let validity: Validity
    /// Why several departments count this indicator.
    package let reason: String

    package init(indicator: String, department: String, role: Role, validity: Validity, reason: String) {
        self.indicator = indicator
        self.department = department
        self.role = role
        self.validity = validity
        self.reason = reason
    }
}
