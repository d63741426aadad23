import DelimitedText
import Domain

/// What a submission's steps are where it turns out to be a return that was sent back.
extension SubmissionInHand {
    /// Takes the reasons, or says why they cannot be taken.
    func takeAnswers(_ head: Head, _ layout: ReturnLayout) {
        for doubt in document.doubts where doubt.isFatal {
            refuse(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file.path) }
        }
        guard isProtected(layout), state == nil else { return }
        guard let headerRow = layout.headerRow, layout.missing.isEmpty else {
            refuse(ReturnComplete.self) { ReturnComplete.finding(in: file.path, layout) }
            return
        }
        let taken = ReturnAnswers(document, layout, headerRow: headerRow, file: file.path)
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
