import ArgumentParser
import Digest
import Domain
import Foundation
import Rendering
import Reporting
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
        try options.perform { log in
            try confirm()
            let loaded = try options.workplace.loadCatalogue(options.console)
            let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
            let ledger = try Ledger.open(lock)
            let folder = PeriodFolder(workplace: options.workplace, period: period)
            try options.finishEditions(ledger)
            let consolidation = Consolidation(loaded: loaded, ledger: ledger)
            let last = try ledger.read { try $0.editions(period: period) }.last
            let basis = try consolidation.basis(period, .edition((last?.number ?? 0) + 1))
            guard !basis.readings.isEmpty else {
                throw Failure(
                    Bilingual(
                        vi: "kỳ \(period) chưa có số liệu nào; chạy “tonghop run \(period)” trước",
                        en: "there are no data for \(period); run “tonghop run \(period)” first"))
            }
            if let last, try isUnchanged(since: last, consolidation) {
                let path = "\(folder.path)/\(PeriodFolder.editionName(last.number))"
                options.console.say(
                    Bilingual(
                        vi: "Không có gì thay đổi so với bản lần \(last.number): \(path)",
                        en: "Nothing changed since edition \(last.number): \(path)"))
                return .done
            }
            let number = (last?.number ?? 0) + 1
            try refuseUnknown(number, in: folder)
            // The catalogue that it is made under may be one that no run has seen yet.
            try ledger.write(recordedAt: options.clock) {
                try $0.record(catalogue: loaded.digest, files: loaded.files.map { ($0.path, $0.bytes) })
            }
            let issued = try issue(basis, number: number, in: folder, consolidation)
            log.note(.issued, ["period": period.description, "edition": "\(number)"])
            options.console.result(
                Bilingual(vi: "Đã phát hành: \(issued)", en: "Issued: \(issued)")[options.lang])
            options.say(try ledger.read { try $0.anchor })
            let gaps = !basis.roll.missing.isEmpty || basis.openFindings.contains(where: \.needsPerson)
            if gaps {
                options.console.warn(
                    Bilingual(
                        vi: "Bản này còn thiếu báo cáo hoặc nội dung chưa xác nhận (xem phụ lục Tình hình gửi).",
                        en: "This edition has gaps: reports are missing or queries open (see the annex on submissions)."
                    ))
            }
            return gaps ? .needsPerson : .done
        }
    }

    /// An edition that the ledger does not know is never replaced.
    private func refuseUnknown(_ number: Int, in folder: PeriodFolder) throws {
        let name = PeriodFolder.editionName(number)
        guard FolderContent.isThere("\(folder.path)/\(name)") else { return }
        throw Failure(
            Bilingual(
                vi:
                    "“\(folder.path)/\(name)” đã có mà không có trong sổ tiếp nhận; chạy “tonghop verify” trước khi phát hành",
                en: "“\(folder.path)/\(name)” is there, but not in the ledger; run “tonghop verify” before issuing"))
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

    /// Whether the same edition would be made again, byte for byte.
    private func isUnchanged(since last: Edition, _ consolidation: Consolidation) throws -> Bool {
        let basis = try consolidation.basis(period, .edition(last.number))
        let anchor = try consolidation.ledger.read { try $0.anchor(of: period, edition: last.number) }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let files = try SetRenderer().write(
            SourceRows(ledger: consolidation.ledger).set(of: basis, anchor: anchor), to: scratch)
        return files.digest == last.contentDigest
    }

    /// Draws the edition in a private folder, archives and commits it, and only then shows it.
    private func issue(_ basis: Basis, number: Int, in folder: PeriodFolder, _ consolidation: Consolidation) throws
        -> String
    {
        let name = PeriodFolder.editionName(number)
        let ledger = consolidation.ledger
        let set = try SourceRows(ledger: ledger).set(of: basis, anchor: ledger.read { try $0.anchor })
        let pending = try PendingSets(in: options.workplace)
        _ = try Publisher(in: folder.path).publish(as: name) { scratch in
            let files = try SetRenderer().write(set, to: scratch)
            let edition = Edition(
                period: period, number: number, issuedAt: options.clock, contentDigest: files.digest,
                files: files.map { Edition.File(name: $0.name, sha256: $0.sha256, size: $0.size) })
            let bytes = try files.map {
                (name: $0.name, bytes: try InputFile.bytes(of: "\(scratch)/\($0.name)", most: .max))
            }
            try pending.note(PendingSets.path(edition))
            try ledger.write(recordedAt: options.clock) { try $0.record(edition: edition, files: bytes) }
            return files
        }
        try pending.clear()
        return "\(folder.path)/\(name)"
    }
}
