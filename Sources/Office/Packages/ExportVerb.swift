import Domain
import Reporting
import Storage

/// Which edition is given to whom.
package struct ExportRequest {
    package let period: Period
    package let audience: Audience
    /// `nil`: the latest.
    package let edition: Int?
    /// The shell command that signs; `nil`: nothing is signed.
    package let signing: String?
    /// Whether sets that the ledger does not know, and whose small counts nobody weighs, stop it.
    package let ignoresUnknown: Bool

    package init(
        _ period: Period, to audience: Audience, edition: Int? = nil, signing: String? = nil,
        ignoresUnknown: Bool = false
    ) {
        self.period = period
        self.audience = audience
        self.edition = edition
        self.signing = signing
        self.ignoresUnknown = ignoresUnknown
    }
}

/// What an export came to.
package struct ExportOutcome {
    package let edition: Int
    package let folder: String
    /// False where the package stood there as it is.
    package let isChange: Bool
    /// Whether small counts are in it.
    package let isInFull: Bool
    /// Whether somebody had changed or taken away what stood there.
    package let needsPerson: Bool
}

extension Desk {
    /// Makes the package of an edition for those outside the office.
    package func export(_ request: ExportRequest) throws -> ExportOutcome {
        let reading = try Ledger.openIfPresent(folder: workplace.reports)
        try refuseUnknownSets(reading, ignoresUnknown: request.ignoresUnknown)
        _ = try wantedEdition(request.period, request.edition, reading)
        let lock = try self.lock()
        let ledger = try Ledger.open(lock)
        let isBroughtBack = try finishEditions(ledger)
        let (plan, detail) = try PackageExport.rules(for: request.audience, ledger)
        let export = PackageExport(
            workplace: workplace, ledger: ledger,
            edition: try wantedEdition(request.period, request.edition, ledger), plan: plan,
            detail: detail, signing: request.signing.map(SigningTool.init), recordedAt: now)
        let isOwn = try export.setChangedAside(tell).isEmpty && !isBroughtBack
        let isChange = try export.publish()
        tell(.note(.exported, ["path": export.path, "changed": isChange ? "yes" : "no"]))
        return ExportOutcome(
            edition: export.edition.number, folder: export.path, isChange: isChange, isInFull: export.detail == .full,
            needsPerson: !isOwn)
    }

    /// What would be suppressed of an edition and why, for the officer only; nothing is written.
    package func explainProtection(_ request: ExportRequest) throws -> ProtectionText {
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        let (basis, explanation) = try ProtectedEdition(
            ledger: ledger, edition: try wantedEdition(request.period, request.edition, ledger)
        ).basis(for: request.audience, try PackageExport.rules(for: request.audience, ledger).detail)
        return ProtectionText(basis: basis, explanation: explanation)
    }

    /// Small counts are protected against all that was ever shown. Of what the ledger does not know, nobody can say what it
    /// shows.
    private func refuseUnknownSets(_ ledger: Ledger, ignoresUnknown: Bool) throws {
        let unknown = try warnOfUnknownSets(ledger)
        guard !unknown.isEmpty, !ignoresUnknown else { return }
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

    private func wantedEdition(_ period: Period, _ number: Int?, _ ledger: Ledger) throws -> Edition {
        let editions = try ledger.read { try $0.editions(period: period) }
        guard let latest = editions.last else {
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) chưa có bản nào được phát hành; chạy “tonghop issue \(period)” trước",
                    en: "no edition of \(period) was issued; run “tonghop issue \(period)” first"))
        }
        guard let number else { return latest }
        guard let wanted = editions.first(where: { $0.number == number }) else {
            let numbers = editions.map { String($0.number) }.joined(separator: ", ")
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) không có bản lần \(number); đã phát hành: lần \(numbers)",
                    en: "\(period) has no edition \(number); issued: \(numbers)"))
        }
        return wanted
    }
}
