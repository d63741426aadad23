import DelimitedText
import Domain

/// The findings of doubts that concern a whole file.
enum FileDoubt {
    static func rule(_ doubt: Doubt) -> any Rule.Type {
        switch doubt.kind {
        case .unclosedQuote: ClosedQuotes.self
        case .tooLarge, .cellTooLong: FileSize.self
        case .empty: EmptyFile.self
        case .doubtfulEncoding: ClearEncoding.self
        case .notText: WrongFormat.self
        case .lostLetters: LostLetters.self
        case .singleColumn: SeveralColumns.self
        case .undecodableByte, .nulByte, .loneQuote: DoubtedRow.rule(doubt)
        }
    }

    static func finding(_ doubt: Doubt, in file: String) -> Finding {
        let here = Position(file: file, line: doubt.line, row: doubt.row, column: doubt.column)
        return switch doubt.kind {
        case .unclosedQuote: ClosedQuotes.finding(at: here, sample: doubt.sample)
        case .tooLarge, .cellTooLong: FileSize.finding(at: here)
        case .empty: EmptyFile.finding(in: file)
        case .doubtfulEncoding: ClearEncoding.finding(in: file, sample: doubt.sample, isUnicode: false)
        case .notText: WrongFormat.finding(in: file, format: FileFormat.recognised(doubt.sample))
        case .lostLetters: LostLetters.finding(at: here, value: doubt.sample)
        case .singleColumn: SeveralColumns.finding(in: file, sample: doubt.sample)
        case .undecodableByte, .nulByte, .loneQuote: DoubtedRow.finding(doubt, in: file)
        }
    }
}

/// The findings of doubts that concern a single row.
enum DoubtedRow {
    static func rule(_ doubt: Doubt) -> any Rule.Type {
        switch doubt.kind {
        case .undecodableByte: DecodableBytes.self
        case .nulByte: NoNulBytes.self
        default: QuotedCells.self
        }
    }

    /// Doubted rows of the table are refused when they are read; here is said what lies outside, and what is too much to be
    /// told apart.
    static func judge(_ rule: any Rule.Type, _ kind: Doubt.Kind, _ file: FileInHand, _ verdict: inout FileVerdict) {
        let header = file.head.header?.spreadsheetRow ?? Int.max
        let end = file.survey?.footerStart ?? 0
        for doubt in file.doubts where doubt.kind == kind {
            // Which rows are doubtful is no longer known then.
            if doubt.further > 0 { verdict.refuse(rule) { finding(doubt, in: file.path) } }
            guard !file.hasFatalDoubt, doubt.row <= header || doubt.row >= end else { continue }
            // Below the table people sign: nothing of it is quoted.
            let shown = doubt.row >= end ? doubt.withoutSample : doubt
            verdict.say(rule) { finding(shown, in: file.path, level: .query) }
        }
    }

    /// - Parameter level: An error in the table; outside it nothing is counted that could be wrong.
    static func finding(_ doubt: Doubt, in file: String, level: Finding.Level = .error) -> Finding {
        let here = Position(file: file, line: doubt.line, row: doubt.row, column: doubt.column)
        return switch doubt.kind {
        case .undecodableByte: DecodableBytes.finding(level, at: here, sample: doubt.sample)
        case .nulByte: NoNulBytes.finding(level, at: here, sample: doubt.sample)
        default: QuotedCells.finding(level, at: here, sample: doubt.sample)
        }
    }
}
