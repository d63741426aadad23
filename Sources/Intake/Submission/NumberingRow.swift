/// The row `A;B;1;2;3` that offices put under the header.
enum NumberingRow {
    static func isNumbering(_ fields: [String]) -> Bool {
        let marks = fields.map(\.trimmedCell).filter { !$0.isEmpty }.map(bare)
        guard marks.count >= 3 else { return false }
        var letters = 0
        var next: Int?
        var first: Int?
        for mark in marks {
            if let number = Int(mark) {
                // Groups of columns side by side may each be numbered from the same number on.
                let goesOn = next.map { $0 == number || letters > 1 && number == first }
                guard (0...200).contains(number), goesOn ?? (number <= 3) else { return false }
                first = first ?? number
                next = number + 1
            } else {
                // Letters are in their order, before the numbers or after them.
                guard mark.utf8.count == 1, let letter = mark.uppercased().utf8.first,
                    letter == UInt8(ascii: "A") + UInt8(truncatingIfNeeded: letters), letters < 20
                else { return false }
                letters += 1
            }
        }
        return next != nil || letters >= 3
    }

    /// Without brackets, and without the sum behind it: `(4)=(2)+(3)`.
    private static func bare(_ mark: String) -> String {
        let first = mark.split(separator: "=").first.map(String.init) ?? mark
        return first.filter { !"()[] ".contains($0) }
    }
}
