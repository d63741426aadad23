/// Decides delimiter, quote and escape of a text: the common ones, and in a file of no form others where the common
/// leave something doubtful and the text is consistent in them.
///
/// A file that is counted has the common ones alone, so that a quote where none belongs stays a doubt of its cell.
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
    init(
        _ text: inout DecodedText, start: Int, line: Int, declared: UInt8?, limits: Limits, isOfNoForm: Bool
    ) {
        let place = Place(start: start, line: line, declared: declared, limits: limits)
        var survey = place.survey(text, quote: Self.doubleQuote)
        if isOfNoForm { survey = Self.beyondCommon(&text, place, survey) }
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

    private static func beyondCommon(
        _ text: inout DecodedText, _ place: Place, _ common: DialectSurvey.Result
    ) -> DialectSurvey.Result {
        var survey = singleQuoted(text, place, unless: common) ?? common
        if place.declared == nil, let rare = rare(text, place, quote: survey.dialect.quote, unless: survey) {
            survey = rare
        }
        guard survey.quoteFaults > 0 else { return survey }
        return mended(&text, place, survey) ?? survey
    }

    /// Single quotes quote where cells are whole in them, none is left over, and no cell is in double quotes; and where the
    /// common reading is doubtful: rows differ in width, or every cell of the file stands in single quotes.
    private static func singleQuoted(
        _ text: DecodedText, _ place: Place, unless common: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        guard common.quotedCells == 0, contains(singleQuote, text, place) else { return nil }
        let found = place.survey(text, quote: singleQuote)
        let isBetter = found.quoteFaults == 0 && found.quotedCells > 1 && found.widths <= common.widths
        let isDoubtful =
            common.widths > 1 || common.quoteFaults > 0 || common.isSingleColumn || found.quotedCells == found.cells
        return isBetter && isDoubtful && !found.isSingleColumn ? found : nil
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
