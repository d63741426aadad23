import DelimitedText
import Domain

/// A return that was sent back: the reasons in it, or why they cannot be taken.
struct ReturnInHand {
    private(set) var answers: [Answer] = []

    init(_ file: FileInHand, _ layout: ReturnLayout, _ verdict: inout FileVerdict) {
        verdict.judge(file, .protection)
        guard !verdict.isOver else { return }
        for doubt in file.doubts where doubt.isFatal {
            verdict.refuse(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file.path) }
        }
        guard verdict.state == nil else { return }
        guard let headerRow = layout.headerRow, layout.missing.isEmpty else {
            verdict.refuse(ReturnComplete.self) { ReturnComplete.finding(in: file.path, layout) }
            return
        }
        let taken = ReturnAnswers(file.document, layout, headerRow: headerRow, file: file.path)
        verdict.adopt(taken.log)
        if taken.hasFatalDoubt { verdict.refuse() }
        DetectedEncoding.judge(file, &verdict)
        // Folder, lines and name agree on whose return it is, and of which period.
        for stage in [.witnesses, .owner] as [FileStage] where !verdict.isOver { verdict.judge(file, stage) }
        guard verdict.state == nil else { return }
        verdict.answer()
        answers = taken.answers
        if answers.isEmpty {
            verdict.say(ReturnAnswered.self) { ReturnAnswered.finding(in: file.path, beside: taken.beside) }
        }
    }
}
