import CatalogueReading
import Domain
import Intake
import Reporting

/// Every rule there is: those of the houses, and what the command itself says of folders, files and the machine.
package enum CommandRules {
    package static let all: [any Rule.Type] =
        RuleList.rules + PlainTable.rules + CatalogueReader.rules + DecisionsReader.rules + LedgerChecks.rules
        + [
            FurtherFindings.self, OutsidePeriodFolder.self, NotARegularFile.self, LinesLeftOut.self,
            StillBeingWritten.self, PassingFile.self, CannotBeRead.self, FileGone.self, OrderWaits.self,
            DecisionsShrunk.self, DecisionOfAnother.self, DecisionsByName.self,
            UnusableLetterForm.self, UnreadableWording.self, WordingPlaces.self, WordingDiffers.self,
        ] + Health.rules
}
