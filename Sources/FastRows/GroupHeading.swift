import DelimitedText

/// A row numbered `I`, `II`, `A`, `B` or named `I. …`: the head of a group.
package enum GroupHeading {
    /// Whether the first words of a row are such a number or name.
    package static func begins(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        guard let field = (0..<block.fieldCount(row)).first(where: { !block.withBytes(row, $0) { Glance($0).isBlank } })
        else { return false }
        return block.withBytes(row, field) { stands(in: $0) }
    }

    static func stands(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, (0x41...0x58).contains(first) else { return false }
        // Most words are told apart by their second letter.
        if bytes.count > 8,
            bytes[1] &- 0x61 < 26 || bytes[1] == 0xC3 || bytes[1] == 0xC4 || bytes[1] == 0xC6
                || bytes[1] == 0xE1
        {
            return false
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmedCell
        if isNumber(text[...]) { return true }
        guard let point = text.firstIndex(of: "."), text[text.index(after: point)...].first == " " else { return false }
        let number = text[..<point]
        return isNumber(number) && number.allSatisfy { "IVX".contains($0) }
    }

    /// Without such a number in front: `Tô Hiệu` of `I. Tô Hiệu`.
    package static func unnumbered(_ text: String) -> String {
        guard let point = text.firstIndex(of: "."), isNumber(text[..<point]) else { return text }
        return String(text[text.index(after: point)...]).trimmedCell
    }

    private static func isNumber(_ text: Substring) -> Bool {
        let number = text.hasSuffix(".") ? text.dropLast() : text
        guard !number.isEmpty, number.count <= 5 else { return false }
        return number.allSatisfy { "IVX".contains($0) } || number.count == 1 && ("A"..."H").contains(number)
    }
}
