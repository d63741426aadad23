extension SheetPart.Book {
    /// Adds what a cell holds that is no text of its own; what is wrong with it, where it cannot be added.
    func add(
        _ value: UnsafeBufferPointer<UInt8>, _ type: SheetCellType, style: Int, to row: inout SheetRow, _ column: Int
    ) -> String? {
        switch type {
        case .shared:
            guard let number = Self.index(value) else { return "a text without a number" }
            guard let text = texts?[number] else { return "there is no text \(number)" }
            row.add(column, .text, text)
            if !struckTexts.isEmpty, struckTexts.contains(number) { row.dress(column, .struck) }
        case .boolean: row.add(column, .boolean, Array((value.first == 0x31 ? "TRUE" : "FALSE").utf8))
        case .error: row.add(column, .error, value)
        case .date: row.add(column, .date, IsoDate.shown(value))
        case .number, .inline, .string:
            let format = formats.indices.contains(style) ? formats[style] : .general
            CellNumber(written: value, format: format, is1904: is1904).add(to: &row, column)
        }
        return nil
    }

    private static func index(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        var number = 0
        var hasDigit = false
        for byte in digits where byte > 0x20 {
            guard byte &- 0x30 < 10, number < 1 << 40 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
            hasDigit = true
        }
        return hasDigit ? number : nil
    }
}
