/// A file of rows and cells, read to the end whatever its bytes.
///
/// Encoding and dialect are decided when it is made; rows are found when they are asked for.
///
///     let document = DelimitedDocument(bytes)
///     let doubts = document.doubts + document.forEachBlock { block in
///         for row in 0..<block.rowCount { … block.text(row, 0) … }
///     }
package struct DelimitedDocument: Sendable {
    /// What the bytes were read as, and what speaks for it.
    package let decision: EncodingDecision
    package let dialect: Dialect
    /// What was doubtful before the first row was read: the file as a whole.
    package let doubts: [Doubt]

    let content: Content

    enum Content: Sendable {
        case held(ContentScan)
        case streamed(StreamScan)
    }

    package var encoding: Encoding { decision.encoding }

    init(decision: EncodingDecision, dialect: Dialect, doubts: [Doubt], content: Content) {
        (self.decision, self.dialect, self.doubts, self.content) = (decision, dialect, doubts, content)
    }

    /// - Parameters:
    ///   - dialect: Where the caller knows it; else it is decided from the content. Without effect on where the rows
    ///     begin: a `sep=` line is never a row.
    ///   - witnesses: Words that must appear in such a file.
    ///   - isOfNoForm: Nothing of the file is counted: other quotes, escapes and rare delimiters are tried where the
    ///     common ones leave a doubt. What is counted is never read so.
    ///   - blockBytes: How much is read before rows are handed over.
    package init(
        _ bytes: consuming [UInt8], limits: Limits = .standard, dialect given: Dialect? = nil,
        witnesses: Witnesses = [], isOfNoForm: Bool = false, blockBytes: Int = 1 << 20
    ) {
        var (text, refusal) = Self.decode(bytes, limits: limits, witnesses: witnesses)
        var doubts = refusal.map { [$0] } ?? []
        var dialect = given ?? Dialect(delimiter: Dialect.comma)
        let separator = Self.separatorLine(of: text)
        let start = separator?.end ?? text.start
        let line = separator == nil ? 1 : 2
        if refusal?.kind != .notText, refusal?.kind != .tooLarge {
            if Self.isBlank(text.bytes[start...]) {
                doubts.append(Self.ofFile(.empty, ""))
            } else if given == nil {
                let found = DialectChoice(
                    &text, start: start, line: line, declared: separator?.delimiter, limits: limits,
                    isOfNoForm: isOfNoForm)
                dialect = found.dialect
                if found.isSingleColumn {
                    doubts.append(
                        Self.ofFile(.singleColumn, Sample.beginning(of: start..<text.bytes.count, in: text.bytes)))
                }
            }
        }
        dialect.hasSeparatorLine = separator != nil
        decision = text.decision
        self.dialect = dialect
        self.doubts = doubts
        content = .held(
            ContentScan(
                text: text, dialect: dialect, start: start, line: line, limits: limits, blockBytes: blockBytes))
    }

    /// A file that is read where it lies, in little memory.
    ///
    /// `nil` where its head and parts spread over it do not show plain UTF-8 in rows: then its bytes are to be held.
    package init?(
        streamed source: any ByteSource, limits: Limits = .standard, witnesses: Witnesses = [],
        blockBytes: Int = 1 << 20
    ) {
        var headLimits = limits
        headLimits.surveyBytes = min(limits.surveyBytes, 1 << 20)
        // The encoding is decided below, from parts of the whole.
        headLimits.evidenceBytes = min(limits.evidenceBytes, 1 << 16)
        let head = DelimitedDocument(source.bytes(0..<min(source.count, 1 << 20)), limits: headLimits)
        guard case .held(let scan) = head.content, head.doubts.isEmpty,
            head.encoding == .utf8 || head.encoding == .utf8WithMark, head.decision.font == nil,
            head.decision.misreading == nil,
            let decision = Self.decision(of: source, limits: limits, witnesses: witnesses)
        else { return nil }
        self.decision = EncodingDecision(
            head.encoding, basis: head.decision.basis, candidates: decision.candidates, isDoubtful: false)
        dialect = head.dialect
        doubts = []
        content = .streamed(
            StreamScan(
                source, dialect, from: scan.start, line: scan.line, limits: limits, blockBytes: blockBytes))
    }

    /// Decides the encoding by whole lines of parts spread over the file; `nil` where it is not plain UTF-8.
    private static func decision(
        of source: any ByteSource, limits: Limits, witnesses: Witnesses
    ) -> EncodingDecision? {
        let parts = source.count <= limits.evidenceBytes ? 1 : 16
        let length = limits.evidenceBytes / parts
        let step = source.count / parts
        var evidence: [UInt8] = []
        for part in 0..<parts {
            let bytes = source.bytes(
                part * step..<min(source.count, part * step + (parts == 1 ? step : min(length, step))))
            guard let first = part == 0 ? 0 : bytes.firstIndex(of: UInt8(ascii: "\n")).map({ $0 + 1 }),
                let last = bytes.lastIndex(of: UInt8(ascii: "\n")), first <= last
            else { return nil }
            evidence += bytes[first...last]
        }
        var whole = limits
        whole.evidenceBytes = max(limits.evidenceBytes, evidence.count)
        let text = DecodedText(evidence, limits: whole, witnesses: witnesses)
        let isPlain = text.decision.encoding == .utf8 || text.decision.encoding == .utf8WithMark
        guard isPlain, text.decision.font == nil, text.decision.misreading == nil, !text.decision.isDoubtful,
            text.encodingDoubt == nil,
            text.blemishes.isEmpty
        else { return nil }
        return text.decision
    }

    /// Whether it turned out while it was read where it lies that it must be held.
    package var isRefuted: Bool {
        if case .streamed(let scan) = content { scan.isRefuted } else { false }
    }

    package var isStreamed: Bool {
        if case .streamed = content { true } else { false }
    }

    package func refute() {
        if case .streamed(let scan) = content { scan.refute() }
    }

    /// Its rows for several readers at once; `nil` where something is in doubt, so that rows must be read with care.
    package func feed() -> BlockFeed? {
        guard doubts.isEmpty else { return nil }
        switch content {
        case .held(let scan): return scan.feed()
        case .streamed(let scan): return scan.feed()
        }
    }

    /// Lends every row, block by block, and returns the doubts found on the way.
    @discardableResult
    package func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) rethrows -> [Doubt] {
        try forEachBlockWithDoubts { block, _ in try body(block) }
    }

    /// The same with each block's own doubts, for a caller that must not count a doubtful row.
    @discardableResult
    package func forEachBlockWithDoubts(_ body: (borrowing RowBlock, [Doubt]) throws -> Void) rethrows -> [Doubt] {
        switch content {
        case .held(let scan): try scan.run(body)
        case .streamed(let scan): try scan.run(body)
        }
    }

    /// Every doubt: of the file, then of its rows. Reads the file.
    package func allDoubts() -> [Doubt] {
        doubts + forEachBlock { _ in }
    }

    /// The text with why it is to be refused, if it is; a file that is no text has none.
    private static func decode(
        _ bytes: consuming [UInt8], limits: Limits, witnesses: Witnesses
    ) -> (DecodedText, Doubt?) {
        let nothing = DecodedText(bytes: [], start: 0, decision: EncodingDecision(.utf8, basis: .none))
        if bytes.count > limits.fileBytes { return (nothing, ofFile(.tooLarge, String(bytes.count))) }
        if let kind = FileKind.known(bytes) { return (nothing, ofFile(.notText, kind)) }
        let isUTF16 = (FileKind.markedUTF16(bytes) ?? FileKind.unmarkedUTF16(bytes)) != nil
        if !isUTF16, FileKind.isBinary(bytes[...]) { return (nothing, ofFile(.notText, "binary")) }
        let text = DecodedText(bytes, limits: limits, witnesses: witnesses)
        if isUTF16, FileKind.isBinary(text.bytes[...]) { return (nothing, ofFile(.notText, "binary")) }
        return (text, text.encodingDoubt.map { ofFile(.doubtfulEncoding, $0) })
    }

    private static func ofFile(_ kind: Doubt.Kind, _ sample: String) -> Doubt {
        Doubt(kind: kind, line: 1, row: 1, column: nil, sample: sample)
    }

    /// A first line `sep=X`, by which a file tells spreadsheets its delimiter.
    private static func separatorLine(of text: DecodedText) -> (delimiter: UInt8, end: Int)? {
        let line = text.bytes[text.start...]
        guard line.count >= 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8.map { $0 | 0x20 }) else {
            return nil
        }
        let delimiter = line[text.start + 4]
        guard delimiter < 0x80, !Array("\"\r\n\0".utf8).contains(delimiter) else { return nil }
        let rest = line.dropFirst(5)
        if rest.isEmpty { return (delimiter, rest.startIndex) }
        if rest.starts(with: [0x0D, 0x0A]) { return (delimiter, rest.startIndex + 2) }
        return rest.first == 0x0A || rest.first == 0x0D ? (delimiter, rest.startIndex + 1) : nil
    }

    private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        let blanks = Array(" \t\r\n,;|\"\u{FEFF}".utf8)
        return bytes.allSatisfy { blanks.contains($0) }
    }
}
