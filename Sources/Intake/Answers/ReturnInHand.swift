import DelimitedText
import Domain

/// What a submission's steps are where it turns out to be a return that was sent back.
extension SubmissionInHand {
    /// Takes the reasons, or says why they cannot be taken.
    func takeAnswers(_ head: Head, _ layout: ReturnLayout) {
        for doubt in document.doubts where doubt.isFatal {
            refuse(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file.path) }
        }
        for cell in head.cells {
            guard let mark = PersonalDataScan.secrecyMark(in: cell.text) else { continue }
            forbid(SecrecyMark.self) { SecrecyMark.finding(at: cell.position, mark: mark) }
        }
        if file.hasPersonalName { forbid(PersonalData.self) { PersonalData.finding(inNameOf: file.path) } }
        guard state == nil else { return }
        guard let headerRow = layout.headerRow, layout.missing.isEmpty else {
            refuse(ReturnComplete.self) { ReturnComplete.finding(in: file.path, layout) }
            return
        }
        let taken = ReturnAnswers(document, layout, headerRow: headerRow, file: file.path)
        for found in taken.identifiers {
            forbid(PersonalData.self) { PersonalData.finding(at: found.position, identifier: found.text) }
        }
        guard state != .forbidden else { return }
        adopt(taken.log)
        if taken.hasFatalDoubt { refuse() }
        if !(document.encoding == .utf8 || document.encoding == .utf8WithMark) {
            note(DetectedEncoding.self) { DetectedEncoding.finding(in: file.path, decision: document.decision) }
        }
        guard checkAddress() else { return }
        answer(taken.answers)
        if taken.answers.isEmpty { note(ReturnAnswered.self) { ReturnAnswered.finding(in: file.path) } }
    }

    /// Folder, lines and name agree on whose return it is, and of which period.
    private func checkAddress() -> Bool {
        guard checkWitnesses() else { return false }
        checkOwner()
        return state == nil
    }
}
