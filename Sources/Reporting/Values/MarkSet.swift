import Domain

/// Marks that a cell, a row or a table prints.
package struct MarkSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    static let zero = MarkSet(rawValue: 1 << 0)
    static let notCollected = MarkSet(rawValue: 1 << 1)
    static let notReported = MarkSet(rawValue: 1 << 2)
    static let notApplicable = MarkSet(rawValue: 1 << 3)
    static let suppressed = MarkSet(rawValue: 1 << 4)
    static let notComparable = MarkSet(rawValue: 1 << 5)
    static let provisional = MarkSet(rawValue: 1 << 6)
    static let revised = MarkSet(rawValue: 1 << 7)

    /// The mark of what there is no number for.
    init(_ absence: Absence) {
        switch absence {
        case .notReported: self = .notReported
        case .notCollected: self = .notCollected
        case .notApplicable: self = .notApplicable
        case .suppressed: self = .suppressed
        case .notComparable: self = .notComparable
        }
    }

    /// In the order of the legend, which is that of the bits.
    package var marks: [Mark] {
        Mark.allCases.enumerated().filter { contains(MarkSet(rawValue: 1 << UInt8($0.offset))) }.map(\.element)
    }
}
