/// Why there is no number.
package enum Absence: String, Hashable, Sendable, CaseIterable {
    case notReported, notCollected, notApplicable, suppressed, notComparable

    /// What tables print for it.
    package func mark(in language: Language) -> String {
        let isVietnamese = language == .vi
        return switch self {
        case .notReported: isVietnamese ? "CB" : "n/r"
        case .notCollected: "..."
        case .notApplicable: "x"
        case .suppressed: isVietnamese ? "(bm)" : "(c)"
        case .notComparable: isVietnamese ? "KSS" : "n/c"
        }
    }
}

/// An exact number that is shown: an amount, or a ratio that is divided only when it is drawn.
package enum Amount: Hashable, Sendable {
    case quantity(Quantity)
    /// The denominator is never zero.
    case ratio(numerator: Quantity, denominator: Quantity, factor: Int)

    /// For a cell or a chart only.
    package var double: Double {
        switch self {
        case .quantity(let quantity): quantity.double
        case .ratio(let numerator, let denominator, let factor):
            Double(numerator.thousandths) * Double(factor) / Double(denominator.thousandths)
        }
    }

    /// The number in units of 10^-decimals, halves away from zero.
    package func rounded(decimals: Int) -> Int64 {
        let scale = Amount.powers[min(max(decimals, 0), 6)]
        return switch self {
        case .quantity(let quantity):
            Amount.divide(quantity.thousandths.multipliedFullWidth(by: scale), by: 1_000)
        case .ratio(let numerator, let denominator, let factor):
            Amount.divide(
                numerator.thousandths.multipliedFullWidth(by: scale * Int64(factor)), by: denominator.thousandths)
        }
    }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    private static func divide(_ wide: (high: Int64, low: UInt64), by divisor: Int64) -> Int64 {
        let product = Int128(wide.high) << 64 | Int128(wide.low)
        let half = Int128(divisor.magnitude) / 2
        let magnitude = (product.magnitude + UInt128(half)) / UInt128(divisor.magnitude)
        let negative = (product < 0) != (divisor < 0)
        let clipped = Int64(clamping: magnitude)
        return negative ? -clipped : clipped
    }
}

/// How many submissions a figure rests on.
package struct Completeness: Hashable, Sendable {
    package let received: Int
    package let owed: Int

    package init(received: Int, owed: Int) {
        self.received = received
        self.owed = owed
    }

    package var isWhole: Bool { received >= owed }
}

/// A number shown, with its state; never blank, and zero only where zero was reported.
package struct Figure: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable, CaseIterable { case reported, provisional, revised }

    package enum Content: Hashable, Sendable {
        case known(Amount, Standing)
        case absent(Absence)
    }

    package let content: Content
    /// `nil` where it does not rest on submissions of its own (a comparison).
    package let completeness: Completeness?

    package init(_ content: Content, completeness: Completeness? = nil) {
        self.content = content
        self.completeness = completeness
    }

    package var amount: Amount? { if case .known(let amount, _) = content { amount } else { nil } }

    package var quantity: Quantity? { if case .known(.quantity(let quantity), _) = content { quantity } else { nil } }

    package var absence: Absence? { if case .absent(let absence) = content { absence } else { nil } }

    package var isProvisional: Bool { if case .known(_, .provisional) = content { true } else { false } }
}
