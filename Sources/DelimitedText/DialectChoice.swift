/// Decides delimiter, quote and escape of a text: the common ones first, and others only where the text is clearly
/// consistent in them and not in the common.
struct DialectChoice {
    private static let rareDelimiters = [UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: " ")]
    private static let doubleQuote = UInt8(ascii: "\"")
    private static let singleQuote = UInt8(ascii: "'")
    /// With fewer rows a rare delimiter is an accident.
    private static let leastRows = 3
    private static let leastColumns = 3

    let dialect: Dialect
    let isSingleColumn: Bool

    /// - Parameter text: Its quotes are made the common ones where it has others.
    init(_ text: inout DecodedText, start: Int, line: Int, declared: UInt8?, limits: Limits) {
        let place = Place(start: start, line: line, declared: declared, limits: limits)
        var survey = place.survey(text, quote: Self.doubleQuote)
        if let other = Self.singleQuoted(text, place, unless: survey) { survey = other }
        if declared == nil, let rare = Self.rare(text, place, quote: survey.dialect.quote, unless: survey) {
            survey = rare
        }
        if survey.quoteFaults > 0, let mended = Self.mended(&text, place, survey) { survey = mended }
        dialect = survey.dialect
        isSingleColumn = survey.isSingleColumn
    }

    private struct Place {
        let start: Int
        let line: Int
        let declared: UInt8?
        let limits: Limits

        func survey(_ text: DecodedText, quote: UInt8, among candidates: [UInt8]? = nil) -> DialectSurvey.Result {
            DialectSurvey.decide(
                text, start: start, line: line, declared: declared, quote: quote, limits: limits,
                among: candidates ?? DialectSurvey.candidates)
        }
    }

    /// Single quotes quote where cells are whole in them, none is left over, and no cell is in double quotes.
    private static func singleQuoted(
        _ text: DecodedText, _ place: Place, unless common: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        guard common.quotedCells == 0, contains(singleQuote, text, place) else { return nil }
        let found = place.survey(text, quote: singleQuote)
        let isBetter = found.quoteFaults == 0 && found.quotedCells > 1 && found.widths <= common.widths
        return isBetter && !found.isSingleColumn ? found : nil
    }

    /// A rare delimiter must make every row as wide as the others, where the common ones do not.
    private static func rare(
        _ text: DecodedText, _ place: Place, quote: UInt8, unless common: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        guard common.isSingleColumn || common.widths > 1 && common.commonestWidth == 1 else { return nil }
        for delimiter in rareDelimiters where contains(delimiter, text, place) {
            let found = place.survey(text, quote: quote, among: [delimiter])
            guard found.widths == 1, found.rows >= leastRows, found.commonestWidth >= leastColumns,
                found.quoteFaults == 0, !found.isSingleColumn
            else { continue }
            return found
        }
        return nil
    }

    private static func contains(_ byte: UInt8, _ text: DecodedText, _ place: Place) -> Bool {
        let end = min(text.bytes.count, place.start + place.limits.surveyBytes)
        return text.bytes.withUnsafeBufferPointer { ByteSearch.contains(byte, in: $0, place.start..<end) }
    }

    /// The first way of quoting that leaves no quote over.
    private static func mended(
        _ text: inout DecodedText, _ place: Place, _ survey: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        guard text.bytes.count <= place.limits.surveyBytes else { return nil }
        for mending in QuoteMending.all {
            if let escape = mending.escape, !contains(escape, text, place) { continue }
            var trial = text
            guard mending.apply(to: &trial.bytes, from: place.start, survey.dialect) > 0 else { continue }
            var found = place.survey(trial, quote: survey.dialect.quote)
            guard found.quoteFaults == 0, found.widths <= survey.widths else { continue }
            found.dialect.escape = mending.escape
            text = trial
            return found
        }
        return nil
    }
}
