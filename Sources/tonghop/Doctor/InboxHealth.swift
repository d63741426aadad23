import Domain
import Foundation
import Intake
import Storage

extension Health {
    /// Whether the month that is over has a folder, the decisions can be read, and what came was taken in.
    mutating func examineInbox(_ workplace: Workplace, _ catalogue: Catalogue, _ ledger: Ledger?, now: Instant) throws {
        guard InputFile.isFolder(workplace.submissionsFolder) else { return }
        let today = now.day(in: catalogue.organisation.timeZone)
        let month = catalogue.organisation.calendar.month(containing: today).adding(months: -1)
        let months = try Inbox.months(in: workplace.submissionsFolder)
        if !months.contains(month), months.contains(where: { $0 < month }) {
            let folder = "\(workplace.submissionsFolder)/\(month)"
            add(
                "month-without-folder", .query, at: folder,
                Bilingual(
                    vi: "kỳ \(month) đã kết thúc mà chưa có thư mục, nên lịch chạy vẫn lập dự thảo của kỳ trước",
                    en: "period \(month) is over and has no folder, so the schedule still remakes an earlier one"),
                Bilingual(vi: "Tạo thư mục này và đặt tệp của kỳ vào.", en: "Make that folder and put its files there.")
            )
        }
        try examineDecisions(workplace, catalogue)
        try examineWaiting(workplace, ledger, now: now)
    }

    private mutating func examineDecisions(_ workplace: Workplace, _ catalogue: Catalogue) throws {
        guard let bytes = try InputFile.settledBytes(of: workplace.decisionsFile) else { return }
        let file = SourceFile(path: "xu-ly.csv", bytes: bytes)
        let open = DecisionsReader.read(file, catalogue: catalogue).findings.filter(\.needsPerson)
        guard let worst = open.map(\.level).max() else { return }
        add(
            "decisions-need-care", worst, at: workplace.decisionsFile,
            Bilingual(
                vi: "có \(open.count) dòng cần sửa hoặc xác nhận", en: "\(open.count) lines are to be settled"),
            Bilingual(
                vi: "Chạy “tonghop run” để xem từng dòng và cách sửa.",
                en: "Run “tonghop run” for each line and what to do."))
    }

    private mutating func examineWaiting(_ workplace: Workplace, _ ledger: Ledger?, now: Instant) throws {
        let inbox = try Inbox(workplace.submissionsFolder)
        for finding in inbox.findings where finding.needsPerson {
            add(
                "misplaced-file", finding.level, at: "\(workplace.submissionsFolder)/\(finding.position.file)",
                finding.message, finding.remedy)
        }
        let known = Set(try ledger?.read { try $0.receipts().map(\.path) } ?? [])
        let waiting = inbox.paths.filter { !known.contains(ShownPath($0).text) }
        guard !waiting.isEmpty else { return }
        let old = waiting.filter {
            var status = stat()
            let isThere = stat("\(workplace.submissionsFolder)/\($0)", &status) == 0
            return isThere && now.seconds - status.st_mtim.tv_sec > 86_400
        }
        let list = Health.list((old.isEmpty ? waiting : old).map { ShownPath($0).text })
        add(
            "files-waiting", old.isEmpty ? .note : .query, at: workplace.submissionsFolder,
            old.isEmpty
                ? Bilingual(
                    vi: "\(waiting.count) tệp chờ lần chạy tới: \(list.vi)",
                    en: "\(waiting.count) files wait for the next run: \(list.en)")
                : Bilingual(
                    vi: "\(old.count) tệp đã đến hơn một ngày mà chưa được nhận: \(list.vi)",
                    en: "\(old.count) files came more than a day ago and are not taken in: \(list.en)"),
            Bilingual(
                vi: "Kiểm tra lịch chạy (systemctl list-timers, hoặc /etc/cron.d/tonghop), hoặc chạy “tonghop run”.",
                en: "Look at the schedule (systemctl list-timers, or /etc/cron.d/tonghop), or run “tonghop run”."))
    }
}
