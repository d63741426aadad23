import ArgumentParser
import Domain
import Foundation
import Reporting
import Storage

/// `tonghop export`: an edition as one package for those outside the office.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Xuất gói số liệu của một bản đã phát hành. / Makes one package of an edition.",
        discussion: """
            The package stands in reports/PERIOD/xuat/PERIOD-lan-N-AUDIENCE/ and beside it as .zip: workbooks, texts, CSV, \
            SDMX-CSV, DHIS2, descriptor, manifest and SHA256SUMS, as far as catalogue/audiences.yaml gives them to the \
            audience. Small counts are protected; organisation.yaml says whether they are for the leadership too.
            """)

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Option(help: "leadership, partners or public: what may be shown goes by it.")
    var audience: Audience

    @Option(help: ArgumentHelp("Number of the edition; the latest where none is named.", valueName: "number"))
    var edition: Int?

    @Option(
        help: ArgumentHelp(
            "Shell command that signs: the manifest comes on its standard input, its output is the signature.",
            valueName: "command"))
    var sign: String?

    @Flag(help: "Say what would be suppressed and why, for the officer only; write nothing.")
    var explain = false

    @Flag(
        help:
            "Go on although packages or editions lie there that the ledger does not know; what they show is not weighed."
    )
    var ignoreUnknownPackages = false

    func validate() throws {
        if explain, sign != nil {
            throw ValidationError(
                Bilingual(
                    vi: "--explain không xuất gói nào nên không ký; bỏ --sign hoặc --explain",
                    en: "--explain makes no package to sign; leave out --sign or --explain"))
        }
        if let sign, sign.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Bilingual(vi: "--sign: ghi lệnh dùng để ký", en: "--sign: name the command that signs"))
        }
    }

    func run() throws {
        try options.perform { log in
            let reading = try Ledger.openIfPresent(folder: options.reports)
            if !explain { try refuseUnknownSets(reading) }
            let wanted = try wantedEdition(reading)
            if explain {
                let (basis, explanation) = try ProtectedEdition(ledger: reading, edition: wanted)
                    .basis(for: audience, try PackageExport.rules(for: audience, reading).detail)
                let lines = ProtectionText(basis: basis, explanation: explanation).lines(options.lang)
                if options.format == .json {
                    options.console.json(try FindingPrinter.json(Explained(lines: lines)))
                } else {
                    for line in lines { options.console.result(line) }
                }
                return .done
            }
            let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
            let ledger = try Ledger.open(lock)
            let isBroughtBack = try options.finishEditions(ledger)
            let (plan, detail) = try PackageExport.rules(for: audience, ledger)
            let export = PackageExport(
                workplace: options.workplace, ledger: ledger, edition: try wantedEdition(ledger), plan: plan,
                detail: detail, signing: sign.map(SigningTool.init), recordedAt: options.clock)
            let isOwn = try export.setChangedAside(options.console).isEmpty && !isBroughtBack
            let isChanged = try export.publish()
            log.note(.exported, ["path": export.path, "changed": isChanged ? "yes" : "no"])
            try say(isChanged, export)
            return isOwn ? .done : .needsPerson
        }
    }

    /// Small counts are protected against all that was ever shown. Of what the ledger does not know, nobody can say what it
    /// shows.
    private func refuseUnknownSets(_ ledger: Ledger) throws {
        let unknown =
            try EditionFolders(workplace: options.workplace, ledger: ledger).unknown()
            + ReleaseFolders(workplace: options.workplace, ledger: ledger).unknown()
        for mismatch in unknown { options.console.warn(mismatch.message) }
        guard !unknown.isEmpty, !ignoreUnknownPackages else { return }
        throw Failure(
            Bilingual(
                vi:
                    "không xuất gói: có \(unknown.count) bản hoặc gói nêu trên mà sổ tiếp nhận không ghi, nên không biết số nhỏ nào đã lộ; "
                    + "khôi phục bản sao lưu mới hơn, hoặc chuyển chúng ra ngoài thư mục reports nếu chưa từng gửi đi, hoặc thêm "
                    + "--ignore-unknown-packages nếu chấp nhận",
                en:
                    "no package was made: the ledger does not know \(unknown.count) of the sets named above, nor what small counts they "
                    + "show; restore a newer backup, move them out of the reports if they were never handed on, or add "
                    + "--ignore-unknown-packages to accept that"))
    }

    private struct Output: Encodable {
        let period: String
        let edition: Int
        let audience, folder: String
        /// False where the package stood there as it is.
        let changed: Bool
    }

    private struct Explained: Encodable {
        let lines: [String]
    }

    private func say(_ isChanged: Bool, _ export: PackageExport) throws {
        let path = export.path
        if options.format == .json {
            let output = Output(
                period: period.description, edition: export.edition.number, audience: audience.rawValue, folder: path,
                changed: isChanged)
            options.console.json(try FindingPrinter.json(output))
        } else if isChanged {
            options.console.result(Bilingual(vi: "Đã xuất: \(path)", en: "Exported: \(path)")[options.lang])
        } else {
            options.console.say(
                Bilingual(vi: "Gói không thay đổi: \(path)", en: "The package is unchanged: \(path)"))
        }
        if export.detail == .full {
            options.console.say(
                Bilingual(
                    vi: "Gói có đủ số, kể cả số nhỏ, chỉ dùng nội bộ lãnh đạo; sổ tiếp nhận đã ghi.",
                    en: "The package has all figures, for the leadership only; the ledger has noted it."))
        }
    }

    private func wantedEdition(_ ledger: Ledger) throws -> Edition {
        let editions = try ledger.read { try $0.editions(period: period) }
        guard let latest = editions.last else {
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) chưa có bản nào được phát hành; chạy “tonghop issue \(period)” trước",
                    en: "no edition of \(period) was issued; run “tonghop issue \(period)” first"))
        }
        guard let edition else { return latest }
        guard let wanted = editions.first(where: { $0.number == edition }) else {
            let numbers = editions.map { String($0.number) }.joined(separator: ", ")
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) không có bản lần \(edition); đã phát hành: lần \(numbers)",
                    en: "\(period) has no edition \(edition); issued: \(numbers)"))
        }
        return wanted
    }
}

extension Audience: ExpressibleByArgument {}
