import Domain
import Storage

extension Desk {
    /// Puts in place what a killed verb could not show, and says what else was not there; true where it was somebody
    /// else who took it away.
    @discardableResult
    func finishEditions(_ ledger: Ledger) throws -> Bool {
        let broughtBack = try PeriodFolder.finishEditions(ledger, in: workplace)
        for line in broughtBack { tell(.warning(line)) }
        return !broughtBack.isEmpty
    }

    /// Names editions in whose place something else stands.
    func warnOfReplacedEditions(_ ledger: Ledger) throws -> [FolderMismatch] {
        let replaced = try EditionFolders(workplace: workplace, ledger: ledger).replaced()
        for mismatch in replaced { tell(.warning(mismatch.message)) }
        return replaced
    }

    /// Names what lies among the editions and packages that the ledger does not know.
    func warnOfUnknownSets(_ ledger: Ledger) throws -> [FolderMismatch] {
        let unknown =
            try EditionFolders(workplace: workplace, ledger: ledger).unknown()
            + ReleaseFolders(workplace: workplace, ledger: ledger).unknown()
        for mismatch in unknown { tell(.warning(mismatch.message)) }
        return unknown
    }
}

extension Anchor {
    /// By which code the ledger can be known again later.
    package var words: Bilingual {
        Bilingual(
            vi: "\(line(.vi)); ghi lại ở nơi khác, sau này kiểm tra bằng “tonghop verify --anchor \(code)”",
            en: "\(line(.en)); note it elsewhere, and check it later by “tonghop verify --anchor \(code)”")
    }
}
