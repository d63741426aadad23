import DelimitedText
import Domain

/// Every rule of a submission; a file in `Rules/` for each.
package enum RuleList {
    /// The rules that judge a row, in the order in which they do: what shows that cells have moved, then day, place, codes,
    /// numbers, and what compares them.
    static let rowRules: [any RowRule.Type] = [
        ReasonInWords.self,
        ReasonLength.self,
        PersonInReason.self,
        DecodableBytes.self,
        NoNulBytes.self,
        QuotedCells.self,
        RowLength.self,
        DateCell.self,
        DateNotLate.self,
        DateNotEarly.self,
        UnitInArea.self,
        UnitSpelling.self,
        PlacePresent.self,
        KnownUnit.self,
        ClearUnit.self,
        CodeFitsName.self,
        ValidUnit.self,
        UnitLevel.self,
        KnownCode.self,
        ValidCode.self,
        FilledCell.self,
        SpreadsheetError.self,
        ScientificNotation.self,
        NumberAsDate.self,
        NumberCell.self,
        NumberFits.self,
        MergedFigure.self,
        WholeNumber.self,
        FewDecimals.self,
        NotNegative.self,
        WithinBound.self,
        KnownMeasure.self,
        PartAtMostWhole.self,
        ZeroTogether.self,
        StockFollows.self,
        ColumnsAddUp.self,
        DatesInOrder.self,
        DuplicateRow.self,
        StruckThrough.self,
    ]

    /// The rules that judge a file whole, by the stage at which they can.
    static let fileRules: [any FileRule.Type] = [
        PersonalData.self,
        SecrecyMark.self,
        ClearEncoding.self,
        ClosedQuotes.self,
        DecodableBytes.self,
        DetectedEncoding.self,
        EmptyFile.self,
        FileSize.self,
        LettersTurnedBack.self,
        LostLetters.self,
        LettersByNumber.self,
        NoNulBytes.self,
        QuotedCells.self,
        SeveralColumns.self,
        WrongFormat.self,
        WholePackage.self,
        SheetsOfForms.self,
        WitnessesDisagree.self,
        HeaderFound.self,
        KnownForm.self,
        KnownDepartment.self,
        KnownPeriod.self,
        UnreadWitness.self,
        WordsAboveTable.self,
        CalendarMonth.self,
        OwedForm.self,
        OwedFrequency.self,
        DatesOfPeriod.self,
        DatesOfYear.self,
        HeaderLength.self,
        DistinctColumns.self,
        OnePeriod.self,
        KnownColumn.self,
        MeasureColumns.self,
        OneDateOrder.self,
        OneNotation.self,
        OneReading.self,
        RequiredColumns.self,
        MostlyFaulty.self,
        BlanksStated.self,
        DistrictApart.self,
        NothingBesideRows.self,
        NothingFilledIn.self,
        NothingHidden.self,
        SumFits.self,
        SumOfOthers.self, FilledDown.self,
        SupplementByPlace.self,
        CodesAsNumbers.self,
        DateWithYear.self,
        FigureAwaited.self,
        ForeignLetter.self,
        ForeignLetterD.self,
        HeaderOnce.self,
        NoHiddenMarks.self,
        NumberAsText.self,
        WordsForNothing.self,
        WordsOfMergedCells.self,
    ]

    /// What is said by others than rules: by the check of totals, the reading of returns.
    private static let others: [any Rule.Type] = [
        ComparisonRow.self,
        DeclaredTotal.self,
        OtherTable.self,
        ReturnAnswered.self,
        ReturnComplete.self,
        UncalculatedTotal.self,
    ]

    /// Every rule once: some judge rows, and what of their kind lies outside the table.
    package static let rules: [any Rule.Type] = {
        var seen: Set<ObjectIdentifier> = []
        return (rowRules + fileRules + others).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }()
}

extension RowJudge {
    /// Puts a row to every rule that judges rows, in their order.
    mutating func judge(_ row: inout RowInHand, _ block: borrowing RowBlock) {
        // The header's finding says it for all rows.
        if !table.hasPlace { row.isRefused = true }
        for rule in RuleList.rowRules where !row.mayHaveMoved || rule.judgesMovedCells {
            rule.judge(&row, block, &self)
        }
        row.settle()
    }
}

extension FileVerdict {
    /// Puts a file to every rule that can judge it at this stage.
    mutating func judge(_ file: FileInHand, _ stage: FileStage) {
        for rule in RuleList.fileRules where rule.stage == stage { rule.judge(file, &self) }
    }
}
