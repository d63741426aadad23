/// A file as it came.
package struct Receipt: Hashable, Sendable {
    /// Below `submissions/`, with `/`: `2026-10/CAT-03-an.csv`.
    package let path: String
    /// SHA-256 of its bytes, 64 hex digits.
    package let sha256: String
    package let size: Int
    /// What the clock said when it was first seen; a decision may lay down another time.
    package let receivedAt: Instant

    package init(path: String, sha256: String, size: Int, receivedAt: Instant) {
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.receivedAt = receivedAt
    }

    /// The same bytes at the same time, at a path that may name a sheet of them.
    package func at(_ path: String) -> Receipt {
        Receipt(path: path, sha256: sha256, size: size, receivedAt: receivedAt)
    }
}

/// What a slice is: whose, which form, which period. A correction replaces a slice whole.
package struct Slice: Hashable, Comparable, Sendable {
    package let department: String
    package let form: String
    package let period: Period

    package init(department: String, form: String, period: Period) {
        self.department = department
        self.form = form
        self.period = period
    }

    package static func < (left: Slice, right: Slice) -> Bool {
        if left.period != right.period { return left.period < right.period }
        return (left.department, left.form) < (right.department, right.form)
    }
}

/// The sum of a measure over the rows of one place.
package struct Tally: Hashable, Sendable {
    package let measure: String
    package let unit: UnitKey
    /// The reporting month that it counts in.
    package let month: Month
    /// Codes by which the measure is kept apart (`chuong_trinh=ct1719`), empty where it is not.
    package let codes: String
    package let sum: Quantity
    package let cells: Cells

    /// How many cells held what.
    package struct Cells: Hashable, Sendable {
        /// A number other than zero.
        package var number = 0
        /// `0`, `-`, `không`.
        package var zero = 0
        /// `...`: occurred, not collected.
        package var uncollected = 0
        package var empty = 0
        /// Something stands there that cannot be counted; a finding says why.
        package var refused = 0

        package init(number: Int = 0, zero: Int = 0, uncollected: Int = 0, empty: Int = 0, refused: Int = 0) {
            self.number = number
            self.zero = zero
            self.uncollected = uncollected
            self.empty = empty
            self.refused = refused
        }
    }

    package init(measure: String, unit: UnitKey, month: Month, codes: String = "", sum: Quantity, cells: Cells) {
        self.measure = measure
        self.unit = unit
        self.month = month
        self.codes = codes
        self.sum = sum
        self.cells = cells
    }
}

/// What a receipt was understood to be, under a catalogue.
package struct Reading: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Counted whole.
        case accepted
        /// Some rows, or some cells of rows, are not counted.
        case partial
        /// Nothing of it is counted.
        case refused
        /// Not a CSV at all: a workbook, a document, a picture.
        case wrongFormat
        /// Refused and not kept: personal data or a secrecy mark.
        case forbidden
        /// A return sent back: it holds reasons, and counts nothing itself.
        case answered
    }

    /// What a place that is not listed, or an empty cell, means.
    package enum Unlisted: String, Hashable, Sendable, CaseIterable {
        case zero, notReported
        /// In a supplement: what is not listed stands as it was, and an empty cell is not reported, or zero.
        case stands, standsBlankIsZero

        package var isOfSupplement: Bool { self == .stands || self == .standsBlankIsZero }
        package var blankIsZero: Bool { self == .zero || self == .standsBlankIsZero }
    }

    package let receipt: Receipt
    package let catalogueDigest: String
    /// `nil` where it could not be made out.
    package let department: String?
    package let form: String?
    package let period: Period?
    /// The part of its slice (`--LABEL`); empty: the whole.
    package let part: String
    /// Lần gửi, from 1.
    package let sequence: Int
    package let state: State
    package let unlisted: Unlisted
    /// The measures whose columns it has.
    package let measures: [String]
    package let tallies: Tallies
    /// Places with a row that is not counted.
    package let refusedPlaces: [UnitKey]
    /// Rows not counted whose place is not known.
    package let refusedRowsWithoutPlace: Int
    package let rowsRead: Int
    package let rowsCounted: Int
    package let findings: [Finding]
    /// The reasons in a return that was sent back.
    package let answers: [Answer]

    package init(
        receipt: Receipt, catalogueDigest: String, department: String?, form: String?, period: Period?, part: String,
        sequence: Int, state: State, unlisted: Unlisted, measures: [String], tallies: Tallies,
        refusedPlaces: [UnitKey], refusedRowsWithoutPlace: Int, rowsRead: Int, rowsCounted: Int, findings: [Finding],
        answers: [Answer] = []
    ) {
        self.receipt = receipt
        self.catalogueDigest = catalogueDigest
        self.department = department
        self.form = form
        self.period = period
        self.part = part
        self.sequence = sequence
        self.state = state
        self.unlisted = unlisted
        self.measures = measures
        self.tallies = tallies
        self.refusedPlaces = refusedPlaces
        self.refusedRowsWithoutPlace = refusedRowsWithoutPlace
        self.rowsRead = rowsRead
        self.rowsCounted = rowsCounted
        self.findings = findings
        self.answers = answers
    }

    package var slice: Slice? {
        guard let department, let form, let period else { return nil }
        return Slice(department: department, form: form, period: period)
    }

    package var isCounted: Bool { state == .accepted || state == .partial }

    /// Whether it has only the rows that changed: they take the place of those that stand, and the others stay.
    package var isSupplement: Bool { unlisted.isOfSupplement }
}
