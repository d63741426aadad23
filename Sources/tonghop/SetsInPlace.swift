import Domain
import Storage

extension SharedOptions {
    /// Puts in place what a killed command could not show, and says what else was not there; true where it was somebody
    /// else who took it away.
    @discardableResult
    func finishEditions(_ ledger: Ledger) throws -> Bool {
        let broughtBack = try PeriodFolder.finishEditions(ledger, in: workplace)
        for line in broughtBack { console.warn(line) }
        return !broughtBack.isEmpty
    }

    /// Says by which code the ledger can be known again later.
    func say(_ anchor: Anchor) {
        console.say(
            Bilingual(
                vi:
                    "\(anchor.line(.vi)); ghi lại ở nơi khác, sau này kiểm tra bằng “tonghop verify --anchor \(anchor.code)”",
                en:
                    "\(anchor.line(.en)); note it elsewhere, and check it later by “tonghop verify --anchor \(anchor.code)”"
            ))
    }
}
