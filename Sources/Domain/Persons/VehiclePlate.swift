/// Registration plates of cars and motorcycles: `26B1-123.45`, `26A-1234`. A plate says whose vehicle it is where somebody is named beside it.
package enum VehiclePlate {
    /// Whether a text holds one.
    package static func isIn(_ text: String) -> Bool {
        let text = SearchedText(Folding.composed(text))
        return text.scalars.indices.contains { isPlate(text, $0) }
    }

    private static func isPlate(_ text: SearchedText, _ start: Int) -> Bool {
        guard text[start].isDigit, text[start + 1].isDigit, !text[start - 1].isDigit, !text[start - 1].isWordLetter
        else {
            return false
        }
        var at = start + 2
        // `26-B1`
        if text[at] == "-" || text[at] == " " { at += 1 }
        guard isSeries(text[at]) else { return false }
        at += 1
        if isSeries(text[at]) || text[at].isDigit && !text[at + 1].isDigit { at += 1 }
        if text[at].isDigit, !isSeries(text[at - 1]) { return false }
        // Behind the text stand blanks, without an end.
        while at < text.scalars.count, text[at] == "-" || text[at] == " " || text[at] == "." { at += 1 }
        var digits = 0
        while text[at].isDigit || text[at] == "." && text[at + 1].isDigit {
            if text[at].isDigit { digits += 1 }
            at += 1
        }
        return (digits == 4 || digits == 5) && !text[at].isWordLetter && text[at] != "/"
    }

    private static func isSeries(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.isCapital || scalar == "Đ"
    }
}
