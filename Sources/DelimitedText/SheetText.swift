extension Dialect {
    /// What separates and quotes the cells of a sheet that was written out: no cell has either in it. Quoted are texts that
    /// look like numbers or days with marks in them, so that they are told apart from numbers and days.
    package static let sheet = Dialect(delimiter: tab, quote: 0x1A)

    package var isOfSheet: Bool { quote == Dialect.sheet.quote }
}

extension RowBlock {
    /// Whether a cell that looks like a number or a day is one, and no text that was typed like one.
    package func isSettled(_ row: Int, _ field: Int) -> Bool {
        quote == Dialect.sheet.quote && !isQuoted(row, field)
    }
}

extension DelimitedDocument {
    /// A sheet that was written out in the dialect for sheets, a line for each of its rows.
    package init(ofSheet bytes: consuming [UInt8], limits: Limits = .standard, witnesses: Witnesses = []) {
        let text = DecodedText(bytes, limits: limits, witnesses: witnesses)
        var doubts = text.encodingDoubt.map { [Self.ofSheet(.doubtfulEncoding, $0)] } ?? []
        if text.bytes.allSatisfy({ $0 <= 0x20 }) { doubts.append(Self.ofSheet(.empty, "")) }
        self.init(
            decision: text.decision, dialect: .sheet, doubts: doubts,
            content: .held(
                ContentScan(
                    text: text, dialect: .sheet, start: text.start, line: 1, limits: limits, blockBytes: 1 << 20)))
    }

    /// The same where it is too large to be held. Letters of old fonts are not looked for in it.
    package init(ofSheet source: any ByteSource, limits: Limits = .standard) {
        self.init(
            decision: EncodingDecision(.utf8, basis: .validUTF8), dialect: .sheet, doubts: [],
            content: .streamed(StreamScan(source, .sheet, from: 0, line: 1, limits: limits, blockBytes: 1 << 20)))
    }

    private static func ofSheet(_ kind: Doubt.Kind, _ sample: String) -> Doubt {
        Doubt(kind: kind, line: 1, row: 1, column: nil, sample: sample)
    }
}
