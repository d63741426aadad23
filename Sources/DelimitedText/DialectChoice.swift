/// Decides delimiter, quote and escape of a text: the common ones, and in a file of no form others where the common
/// leave something doubtful and the text is consistent in them.
///
/// A file that is counted has the common ones alone, so that a quote where none belongs stays a doubt of its cell.
struct DialectChoice {
    private static let rareDelimiters = Array("^~#&*: ".utf8)
    private static let doubleQuote = UInt8(ascii: "\"")
    private static let singleQuote = UInt8(ascii: "'")
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

        func trial(_ text: DecodedText, _ dialect: Dialect) -> DialectTrial {
            DialectTrial(text, dialect, start: start, line: line, limits: limits)
        }
    }

    private static func beyondCommon(
        _ text: inout DecodedText, _ place: Place, _ common: DialectSurvey.Result
    ) -> DialectSurvey.Result {
        var survey = singleQuoted(text, place, unless: common) ?? common
        if place.declared == nil, let rare = rare(text, place, unless: survey) { survey = rare }
        guard survey.quoteFaults > 0 else { return survey }
        return mended(&text, place, survey) ?? survey
    }

    /// Single quotes quote where cells are whole in them and none is in double quotes; and where they read the text
    /// better, or every cell of the file stands in them.
    private static func singleQuoted(
        _ text: DecodedText, _ place: Place, unless common: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        guard common.quotedCells == 0, contains(singleQuote, text, place) else { return nil }
        let found = place.survey(text, quote: singleQuote)
        // An apostrophe within a word is no fault.
        let trial = place.trial(text, found.dialect)
        guard trial.brokenCells == 0, trial.quotedCells > 0, trial.widths <= max(common.widths, 1),
            !found.isSingleColumn
        else { return nil }
        let isWhole = trial.quotedCells > 1 && trial.quotedCells == trial.filledCells
        return isWhole || trial.score > place.trial(text, common.dialect).score ? found : nil
    }

    /// A rare delimiter must read the text better than the common one does.
    private static func rare(
        _ text: DecodedText, _ place: Place, unless common: DialectSurvey.Result
    ) -> DialectSurvey.Result? {
        let usual = place.trial(text, common.dialect)
        guard usual.kinds < 1 else { return nil }
        var best: DialectTrial?
        for delimiter in rareDelimiters where contains(delimiter, text, place) {
            for quote in [doubleQuote, singleQuote] where quote == doubleQuote || contains(quote, text, place) {
                let trial = place.trial(text, Dialect(delimiter: delimiter, quote: quote))
                guard trial.excels(usual), quote == doubleQuote || trial.quotedCells > 1,
                    best.map({ trial.score > $0.score }) ?? true
                else { continue }
                best = trial
            }
        }
        return best.map { place.survey(text, quote: $0.dialect.quote, among: [$0.dialect.delimiter]) }
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
