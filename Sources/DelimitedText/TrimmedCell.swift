extension String {
    /// A cell without blanks around, also those that word processors leave.
    @inlinable
    public var trimmedCell: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        var view = unicodeScalars[...]
        guard let first = view.first, let last = view.last, first.isBlank || last.isBlank else { return self }
        while let scalar = view.first, scalar.isBlank { view = view.dropFirst() }
        while let scalar = view.last, scalar.isBlank { view = view.dropLast() }
        return String(view)
    }
}

extension Unicode.Scalar {
    /// A space of any kind, or a mark without width.
    @inlinable
    public var isBlank: Bool {
        switch value {
        case 0...0x20, 0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202F, 0x2060...0x2064, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
