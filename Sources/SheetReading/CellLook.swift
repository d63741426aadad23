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

/// How a run of a cell's rich text in an .xlsx looks beside the others: raised, lowered, struck through.
struct RunLook {
    private(set) var isStruck = false
    /// Whether it is set apart from those around it.
    private var isApart = false

    /// Takes an element of a rich text; whether what follows is set apart from what stood before, or no more.
    mutating func take(_ name: XMLWord, _ attributes: XMLAttributes) -> Bool {
        if name == "r" {
            isStruck = false
            return change(isApart: false)
        }
        if name == "vertAlign" { return change(isApart: attributes.text("val") != "baseline") }
        if name == "strike" || name == "dstrike" {
            isStruck = attributes.bytes("val") == nil || attributes.flag("val")
            return change(isApart: isStruck)
        }
        return false
    }

    private mutating func change(isApart: Bool) -> Bool {
        defer { self.isApart = isApart }
        return isApart != self.isApart
    }
}
