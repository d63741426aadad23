import ArgumentParser
import Domain
import Intake
import Office
import Reporting

/// `tonghop check`: says what is wrong, and changes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Nêu mọi lỗi của tệp hoặc danh mục; không thay đổi gì. / Says what is wrong; changes nothing.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Check the catalogue.")
    var catalogue = false

    @Argument(help: "Files to check.", transform: \.literalPath)
    var files: [String] = []

    func validate() throws {
        guard files.isEmpty != catalogue else { return }
        throw ValidationError(
            catalogue
                ? Bilingual(
                    vi: "kiểm tra tệp thì bỏ --catalogue; kiểm tra danh mục thì không ghi tệp",
                    en: "name files, or --catalogue, not both")
                : Bilingual(
                    vi: "ghi tệp cần kiểm tra, hoặc --catalogue để kiểm tra danh mục",
                    en: "name the files to check, or --catalogue"))
    }

    func run() throws {
        try options.perform { desk in
            catalogue ? try checkCatalogue(desk) : try checkFiles(desk)
        }
    }

    private func checkCatalogue(_ desk: Desk) throws -> Outcome {
        let (isUsable, findings) = try desk.checkCatalogue()
        try CheckReport(options).show(findings, totals: [])
        if isUsable, findings.isEmpty {
            options.console.say(Bilingual(vi: "Danh mục không có lỗi.", en: "No fault in the catalogue."))
        }
        return isUsable ? findings.outcome : .needsPerson
    }

    private func checkFiles(_ desk: Desk) throws -> Outcome {
        let checks = try FileChecks(desk)
        var findings: [Finding] = []
        var totals: [CheckReport.Total] = []
        var breakdowns: [CheckReport.Breakdown] = []
        var outlooks: [CheckReport.Outlook] = []
        var failed = 0
        for path in files {
            let file: CheckedFile
            do {
                file = try checks.check(path)
            } catch let failure as Failure where files.count > 1 {
                // One file that cannot be read keeps nobody from hearing of the others.
                options.console.warn(failure.message.map { "tonghop: \($0)" })
                failed += 1
                continue
            }
            findings += file.refusals
            let shownPath = options.workplace.shownPath
            for submission in file.submissions {
                let reading = submission.checked.reading
                findings += submission.findings
                if let moves = submission.moves {
                    outlooks.append(
                        CheckReport.Outlook(file: shownPath(reading.receipt.path), moves: moves, options.lang))
                }
                totals += CheckReport.totals(of: reading, checks.catalogue, shownPath: shownPath)
                breakdowns.append(
                    CheckReport.Breakdown(submission.checked, checks.catalogue, shownPath: shownPath))
                if submission.findings.isEmpty, !file.together.contains(reading.receipt.path) {
                    let shown = SheetPath.path(of: path, sheet: SheetPath.sheet(of: reading.receipt.path) ?? "")
                    options.console.say(CheckReport.clean(ShownPath(shown).text, reading))
                }
            }
        }
        try CheckReport(options).show(findings, totals: totals, breakdowns, outlooks)
        guard failed > 0 else { return findings.outcome }
        return failed == files.count ? .failed : .needsPerson
    }
}
