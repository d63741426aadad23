import ArgumentParser
import Domain
import Foundation
import Office
import Storage

/// `tonghop issue`: makes an edition that never changes.
struct IssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Phát hành bản tổng hợp của kỳ. / Makes the draft an edition.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Confirms “counts only, no state secret” without asking.")
    var yes = false

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    func run() throws {
        try options.perform { desk in
            try confirm()
            let outcome = try desk.issue(period)
            let path = outcome.folder
            guard outcome.isNew else {
                options.console.say(
                    Bilingual(
                        vi: "Không có gì thay đổi so với bản lần \(outcome.number): \(path)",
                        en: "Nothing changed since edition \(outcome.number): \(path)"))
                if options.format == .json { try options.result(Output(period, outcome), or: "") }
                return .done
            }
            try options.result(
                Output(period, outcome),
                or: Bilingual(vi: "Đã phát hành: \(path)", en: "Issued: \(path)")[options.lang])
            if let anchor = outcome.anchor { options.console.say(anchor.words) }
            for finding in outcome.wording { options.console.warn(line: options.printer.line(finding)) }
            if outcome.hasGaps == true { options.console.warn(.issuedWithGaps) }
            return outcome.hasGaps == true || !outcome.wording.isEmpty ? .needsPerson : .done
        }
    }

    private struct Output: Encodable {
        let period: String
        let edition: Int
        let folder: String
        /// False where nothing has changed since that edition.
        let issued: Bool
        /// Left out for an edition of before.
        let gaps: Bool?

        init(_ period: Period, _ outcome: IssueOutcome) {
            self.period = period.description
            (edition, folder, issued, gaps) = (outcome.number, outcome.folder, outcome.isNew, outcome.hasGaps)
        }
    }

    private func confirm() throws {
        guard !yes else { return }
        guard isatty(0) == 1 else {
            throw Failure(
                Bilingual(
                    vi: "phát hành cần người xác nhận; chạy trên cửa sổ dòng lệnh hoặc thêm --yes",
                    en: "issuing needs a person to confirm; run on a terminal or add --yes"), .wrongUsage)
        }
        options.console.warn(
            Bilingual(
                vi: "Xác nhận: bản tổng hợp chỉ gồm số đếm, không có bí mật nhà nước, không có dữ liệu cá nhân. "
                    + "Gõ “có” để phát hành:",
                en: "Confirm: counts only, no state secret, no personal data. Type “yes” to issue:"))
        let answer = Folding.plain(readLine() ?? "")
        guard ["co", "yes", "y"].contains(answer) else {
            throw Failure(Bilingual(vi: "không phát hành", en: "not issued"))
        }
    }
}
