/// How a cell looks, where that may say that it is not meant to count.
package struct CellLook: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// All its letters are struck through.
    package static let struck = CellLook(rawValue: 1)
    /// Nobody sees them: white on white, or in a format that shows nothing.
    package static let unseen = CellLook(rawValue: 2)
}

/// Whether all letters of a text are struck through, as they come.
struct StruckLetters {
    private var hasStruck = false
    private var hasPlain = false

    mutating func clear() { (hasStruck, hasPlain) = (false, false) }

    mutating func take(_ bytes: some Sequence<UInt8>, isStruck: Bool) {
        guard isStruck ? !hasStruck : !hasPlain, bytes.contains(where: { $0 > 0x20 }) else { return }
        if isStruck { hasStruck = true } else { hasPlain = true }
    }

    var isAll: Bool { hasStruck && !hasPlain }
}
