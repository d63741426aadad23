/// A way of quoting that is not the common one, turned into it byte for byte, so that nothing changes its place.
struct QuoteMending {
    /// Stands before a quote that is text: `\"` becomes `""`.
    var escape: UInt8?
    /// Blanks between a delimiter and a quote are taken into the cell: `, "a"` becomes `," a"`.
    var takesBlanksIn = false

    /// What is tried, in this order, where the common way leaves quotes over.
    static let all = [
        QuoteMending(escape: UInt8(ascii: "\\")), QuoteMending(escape: 0), QuoteMending(takesBlanksIn: true),
        QuoteMending(escape: UInt8(ascii: "\\"), takesBlanksIn: true),
    ]

    /// - Returns: How many places were changed.
    func apply(to bytes: inout [UInt8], from start: Int, _ dialect: Dialect) -> Int {
        var changes = 0
        var isInside = false
        var isFieldStart = true
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            let next = at + 1 < bytes.count ? bytes[at + 1] : 0x0A
            if isInside {
                if byte == escape, next == dialect.quote {
                    bytes[at] = dialect.quote
                    changes += 1
                    at += 2
                } else if byte == escape || byte == dialect.quote && next == dialect.quote {
                    at += 2
                } else {
                    isInside = byte != dialect.quote
                    at += 1
                }
                continue
            }
            if isFieldStart, byte == dialect.quote {
                isInside = true
            } else if isFieldStart, takesBlanksIn, let quote = quoteAfterBlanks(at, in: bytes, dialect) {
                bytes.swapAt(at, quote)
                changes += 1
                isInside = true
                at = quote
            }
            isFieldStart = byte == dialect.delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            at += 1
        }
        return changes
    }

    private func quoteAfterBlanks(_ at: Int, in bytes: [UInt8], _ dialect: Dialect) -> Int? {
        let blank = UInt8(ascii: " ")
        guard dialect.delimiter != blank, bytes[at] == blank else { return nil }
        guard let end = bytes[at...].firstIndex(where: { $0 != blank }), bytes[end] == dialect.quote else { return nil }
        return end
    }
}
