/// Chooses how a file is decoded: by its byte-order mark, then as strict UTF-8, then by what its words are worth.
///
/// Unicode is then looked at for letters of an old font. What is doubtful is decoded as Unicode with repairs, so that
/// there is a text to show, and never as what it only might be.
struct EncodingChoice {
    let limits: Limits
    let witnesses: Witnesses

    func decode(_ bytes: consuming [UInt8]) -> DecodedText {
        if let encoding = FileKind.markedUTF16(bytes) {
            return lookForFonts(utf16(bytes, from: 2, encoding, basis: .byteOrderMark), includesASCII: false)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let decision = EncodingDecision(.utf8WithMark, basis: .byteOrderMark)
            return lookForFonts(
                UTF8Repair.decode(bytes, from: 3, decision: decision, limits: limits), includesASCII: false)
        }
        if let encoding = FileKind.unmarkedUTF16(bytes) { return decodeUnmarkedUTF16(bytes, encoding) }
        guard UTF8Repair.firstBroken(in: bytes, from: 0) != nil else {
            let decision = EncodingDecision(.utf8, basis: .validUTF8)
            return lookForFonts(DecodedText(bytes: bytes, start: 0, decision: decision), includesASCII: false)
        }
        return decodeBrokenUTF8(bytes)
    }

    private func utf16(
        _ bytes: [UInt8], from start: Int, _ encoding: Encoding, basis: EncodingDecision.Basis
    ) -> DecodedText {
        UTF16Decoding.decode(
            bytes, from: start, bigEndian: encoding == .utf16BigEndian,
            decision: EncodingDecision(encoding, basis: basis), limits: limits)
    }

    /// The zero bytes say which half of each letter comes first; that it is a text at all, its words must prove.
    private func decodeUnmarkedUTF16(_ bytes: [UInt8], _ encoding: Encoding) -> DecodedText {
        var text = lookForFonts(utf16(bytes, from: 0, encoding, basis: .none), includesASCII: true)
        guard !text.decision.isDoubtful, text.decision.font == nil else { return text }
        let own = text.decision.candidates.first { $0.font == nil }
        var basis = EncodingDecision.Basis.none
        if let own, own.words > 0, own.score >= EncodingContest.scoreMin { basis = .syllables }
        if let own, own.witnesses > 0 { basis = .witnesses }
        text.decision = EncodingDecision(
            encoding, basis: basis, candidates: text.decision.candidates, isDoubtful: basis == .none)
        if basis == .none { doubt(&text, at: 0, Sample.hex(bytes.prefix(8))) }
        return text
    }

    private func decodeBrokenUTF8(_ bytes: [UInt8]) -> DecodedText {
        var contest = EncodingContest(WordRuns(bytes, from: 0, limits: limits), witnesses: witnesses)
        contest.enter(.utf8) { String(validating: $0, as: UTF8.self) == nil ? nil : $0 }
        for table in LegacyTable.all {
            contest.enter(table.encoding, table: table) { LegacyDecoding.decode(run: $0, table) }
        }
        let candidates = contest.candidates
        if let (contender, basis) = contest.winner, let table = contender.table {
            let decision = EncodingDecision(table.encoding, basis: basis, candidates: candidates)
            return LegacyDecoding.decode(bytes, table, decision: decision, limits: limits)
        }
        let isLegacyPlausible = candidates.contains { $0.encoding != .utf8 && $0.words > 0 && $0.possible == $0.words }
        var text = UTF8Repair.decode(
            bytes, from: 0, decision: EncodingDecision(.utf8, basis: .validUTF8, candidates: candidates),
            limits: limits, isLegacyPlausible: isLegacyPlausible)
        text.encodingDoubt = text.encodingDoubt.map { "\(text.decision.summary): \($0)" }
        return lookForFonts(text, includesASCII: false)
    }

    /// Unicode as it is, or with an old font's letters made Vietnamese, or, if it is some of both, doubtful.
    private func lookForFonts(_ text: consuming DecodedText, includesASCII: Bool) -> DecodedText {
        guard text.encodingDoubt == nil else {
            text.decision = EncodingDecision(
                text.decision.encoding, basis: .none, candidates: text.decision.candidates, isDoubtful: true)
            return text
        }
        let runs = WordRuns(text.bytes, from: text.start, limits: limits, includesASCII: includesASCII)
        guard !runs.runs.isEmpty else { return text }
        let (encoding, basis) = (text.decision.encoding, text.decision.basis)
        var contest = EncodingContest(runs, witnesses: witnesses)
        contest.enter(encoding) { $0 }
        for table in LegacyTable.fonts {
            contest.enter(encoding, font: table.encoding, table: table) { FontDecoding.decode(run: $0, table) }
        }
        let candidates = contest.candidates
        let plain = contest.contenders[0]
        if plain.candidate.words > plain.candidate.possible, !includesASCII,
            let found = misread(text, runs, plain, candidates)
        {
            return found
        }
        if let (font, proof) = contest.winner, let table = font.table {
            let others = EncodingContest.count(of: plain, without: font)
            if !EncodingContest.isPart(others, of: font.candidate.words) {
                text.decision = EncodingDecision(encoding, font: table.encoding, basis: proof, candidates: candidates)
                return FontDecoding.decode(text, table)
            }
        }
        let isMixed = contest.contenders.dropFirst().contains { EncodingContest.isMixed(plain, with: $0) }
        text.decision = EncodingDecision(
            encoding, basis: isMixed ? .none : basis, candidates: candidates, isDoubtful: isMixed)
        if isMixed, let at = plain.verdicts.firstIndex(of: .counterproof) {
            let run = runs.runs[at]
            doubt(&text, at: runs.offsets[at], Sample.hex(run[...]))
        }
        return text
    }

    /// The text turned back, or in doubt, where it was taken for another code page and saved so.
    private func misread(
        _ text: DecodedText, _ runs: WordRuns, _ plain: EncodingContest.Contender,
        _ candidates: [EncodingDecision.Candidate]
    ) -> DecodedText? {
        let (encoding, basis) = (text.decision.encoding, text.decision.basis)
        if text.blemishes.isEmpty, let back = Misreading.turnedBack(text.bytes, from: text.start, limits: limits) {
            let decision = EncodingDecision(
                encoding, basis: basis, candidates: candidates, misreading: back.misreading)
            let hasMark = back.bytes.starts(with: [0xEF, 0xBB, 0xBF])
            return DecodedText(bytes: back.bytes, start: hasMark ? 3 : 0, decision: decision)
        }
        guard let named = Misreading.named(runs, verdicts: plain.verdicts) else { return nil }
        var text = text
        text.decision = EncodingDecision(
            encoding, basis: .none, candidates: candidates, isDoubtful: true, misreading: named)
        text.encodingDoubt = "\(named.codePage): \(named.written) → \(named.meant)"
        return text
    }

    private func doubt(_ text: inout DecodedText, at offset: Int, _ hex: String) {
        let around = Sample.around(offset, in: text.bytes, from: text.start, hex: hex)
        let summary = text.decision.summary
        text.encodingDoubt = summary.isEmpty ? "\(text.decision.encoding.name): \(around)" : "\(summary): \(around)"
    }
}
