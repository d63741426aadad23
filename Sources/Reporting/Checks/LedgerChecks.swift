import Domain

/// The list of all checks across submissions.
package enum LedgerChecks {
    static let all: [any LedgerCheck.Type] = [
        HeldAfterClosing.self, ConflictingFiles.self, PartsOverlap.self, FromOwedForm.self,
        IndicatorPartAtMostWhole.self, IndicatorsZeroTogether.self,
        StockFollows.self, NeverFalls.self, JumpAgainstHistory.self, ReasonFindsQuestion.self, ReasonForError.self,
    ]

    static func findings(
        _ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, period: Period
    ) -> [Finding] {
        var scope = LedgerScope(evidence: evidence, slices: slices, cube: cube, period: period)
        for check in all { scope.raised += check.findings(scope) }
        return scope.raised.map(evidence.answers.applied)
    }

    package static var rules: [any Rule.Type] {
        all + HoldingRules.all + [SameBytesTwice.self, NothingToSupplement.self, NumberedLower.self]
    }
}
