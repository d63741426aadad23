import Domain
import Foundation
import Storage
import Testing

/// The officer's page: what came, what broke, whom to remind, on the day on which it was so.
struct DayPagesTests {
    private let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh")

    private func run(_ office: SmallOffice, _ now: String) throws -> Ending {
        try office.run(["run", "2026-10", "--quiet"], now: "\(now)+07:00")
    }

    /// The pages of the days, by day.
    private func pages(_ office: SmallOffice) throws -> [String: String] {
        let folder = office.url("reports/trang-ngay")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (String(name.dropLast(4)), try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
            })
    }

    /// Entries of the ledger that stand on no page of theirs, on another day's, or twice; decisions likewise.
    private func faults(_ office: SmallOffice, _ pages: [String: String], reasons: [String]) throws -> [String] {
        let zone = try #require(zone)
        var told: [Int: [String]] = [:]
        // A line that was broken is one again.
        let pages = pages.mapValues { $0.replacingOccurrences(of: "\n  ", with: " ") }
        for (day, page) in pages {
            for match in page.matches(of: #/mục (\d+)(?:–(\d+))?:/#) {
                let first = try #require(Int(match.1))
                for number in first...(match.2.flatMap { Int($0) } ?? first) { told[number, default: []].append(day) }
            }
        }
        let ledger = try Ledger.openIfPresent(folder: office.url("reports").path)
        let events = try ledger.read {
            try $0.events(from: Instant(seconds: 0), before: Instant(seconds: 4_000_000_000))
        }
        #expect(try events.map(\.number) == Array(1...ledger.read { try $0.head.seq }))
        let ofEntries = events.filter { told[$0.number] != [$0.recordedAt.day(in: zone).description] }
        let ofReasons = reasons.filter { reason in
            pages.values.reduce(0) { $0 + $1.components(separatedBy: "lý do: \(reason);").count - 1 } != 1
        }
        return ofEntries.map { "mục \($0.number)" } + ofReasons
    }

    private func hold(back names: [String], _ office: SmallOffice) throws {
        try FileManager.default.createDirectory(at: office.url("thu-den"), withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.moveItem(
                at: office.submission("2026-10/\(name)"), to: office.url("thu-den/\(name)"))
        }
    }

    private func decide(_ reasons: [String], _ office: SmallOffice) throws {
        let head = try office.text("inputs/xu-ly.csv")
        let lines = reasons.map { "12/10/2026;2026-10;STP;02-tt;;gia hạn;30/10/2026;\($0);Trưởng phòng\n" }
        try Data((head + lines.joined()).utf8).write(to: office.url("inputs/xu-ly.csv"))
    }

    @Test func `over a month of daily runs, each entry stands on the page of its day and on no other`() throws {
        let office = try SmallOffice()
        let names = ["CA-03-an.csv", "CA-05-vu.csv", "STP-02-tt.csv", "SDT-02-tt.csv"]
        try hold(back: names, office)
        func day(_ offset: Int) -> String { "\(Day(number: offset + (Day("2026-10-12")?.number ?? 0)))" }
        var reasons: [String] = []
        for offset in 0..<30 {
            if offset % 3 == 1, let name = names.dropFirst(offset / 3).first {
                try FileManager.default.moveItem(
                    at: office.url("thu-den/\(name)"), to: office.submission("2026-10/\(name)"))
            }
            _ = try run(office, "\(day(offset))T05:30")
            if offset % 5 == 2 {
                reasons.append("lý do thử \(offset)")
                try decide([reasons[reasons.count - 1]], office)
            }
            if offset == 15 {
                try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
            }
            _ = try run(office, "\(day(offset))T16:45")
            // After the last run of the day: the page is completed by the first run of the next.
            if offset == 14 || offset == 20 {
                _ = try office.run(["issue", "2026-10", "--yes", "--quiet"], now: "\(day(offset))T23:30+07:00")
            }
        }
        _ = try run(office, "\(day(30))T05:30")
        var pages = try self.pages(office)
        #expect(try faults(office, pages, reasons: reasons).isEmpty)
        #expect(try #require(pages[day(14)]).contains("phát hành kỳ 2026-10, bản lần 1"))
        #expect(pages.values.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.count <= 100 } })
        // The control: a page less, or a page that tells another's day, is found.
        let lost = try #require(pages[day(1)])
        pages[day(1)] = nil
        #expect(try !faults(office, pages, reasons: reasons).isEmpty)
        pages[day(1)] = lost
        pages[day(2)] = (pages[day(2)] ?? "") + lost
        #expect(try !faults(office, pages, reasons: reasons).isEmpty)
    }

    @Test func `two runs of one day make one page, which keeps what the first one met`() throws {
        let office = try SmallOffice()
        let link = office.submission("2026-08")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: office.url("inputs"))
        _ = try run(office, "2026-10-19T08:00")
        let morning = try office.text("reports/viec-can-lam.txt")
        #expect(morning.contains("HỎNG, CẦN SỬA NGAY (1)") && morning.contains("08:00"), "\(morning)")
        try FileManager.default.removeItem(at: link)
        try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
        _ = try run(office, "2026-10-19T15:00")
        let evening = try office.text("reports/viec-can-lam.txt").replacingOccurrences(of: "\n  ", with: " ")
        #expect(evening.contains("HỎNG, CẦN SỬA NGAY (0)") && evening.contains("đến 15:00 không còn"), "\(evening)")
        let page = try #require(try pages(office)["2026-10-19"])
        #expect(page.contains("08:00 mục") && page.contains("15:00 mục"))
        // The next day begins anew.
        _ = try run(office, "2026-10-20T08:00")
        #expect(try !office.text("reports/viec-can-lam.txt").contains("HỎNG"))
        #expect(try pages(office)["2026-10-19"] == page)
    }

    @Test func `with nothing new not a byte of a page moves`() throws {
        let office = try SmallOffice()
        _ = try run(office, "2026-10-19T08:00")
        let (top, days) = (try office.text("reports/viec-can-lam.txt"), try pages(office))
        _ = try run(office, "2026-10-19T08:15")
        #expect(try office.text("reports/viec-can-lam.txt") == top)
        #expect(try pages(office) == days)
    }

    @Test func `before the deadline nobody is chased, after it those who are missing`() throws {
        let office = try SmallOffice(isClean: true)
        try hold(back: ["STP-02-tt.csv"], office)
        let before = try run(office, "2026-10-16T17:00")
        #expect(before.exit == 0 && before.errors.isEmpty, "\(before)")
        let early = try office.text("reports/viec-can-lam.txt")
        #expect(early.contains("Chưa đến hạn, chưa phải đôn đốc (1 báo cáo; hạn 16/10/2026)"), "\(early)")
        #expect(!early.contains("cần đôn đốc"))
        let after = try run(office, "2026-10-17T05:30")
        #expect(after.exit == 1 && after.errors.contains("Cần đôn đốc (1):"), "\(after)")
        let late = try office.text("reports/viec-can-lam.txt")
        #expect(late.contains("cần đôn đốc (1 báo cáo)") && late.contains("don-doc.txt"), "\(late)")
        // A month that has not begun.
        _ = try office.run(["run", "2027-02", "--quiet"], now: "2026-10-17T06:00+07:00")
        let page = try office.text("reports/viec-can-lam.txt")
        #expect(page.contains("KỲ 2026-10") && page.contains("KỲ 2027-02"))
        #expect(page.contains("Kỳ bắt đầu từ ngày 15/01/2027: chưa phải đôn đốc ai"), "\(page)")
        let reminders = try office.text("reports/2027-02/du-thao/don-doc.txt")
        #expect(reminders.contains("chưa phải đôn đốc đơn vị nào") && !reminders.contains("Kính gửi"), "\(reminders)")
    }

    @Test func `a message for a department names no path, and says from when on it may be sent`() throws {
        let office = try SmallOffice()
        try hold(back: ["STP-02-tt.csv"], office)
        _ = try run(office, "2026-10-16T17:00")
        let early = try office.text("reports/2026-10/du-thao/don-doc.txt")
        #expect(early.contains("HẠN GỬI 16/10/2026") && early.contains("từ ngày 17/10/2026"), "\(early)")
        #expect(!early.contains("phieu-phan-hoi") && !early.contains("2026-10/"))
        try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
        _ = try run(office, "2026-10-19T08:00")
        #expect(try office.text("reports/2026-10/du-thao/don-doc.txt").contains("ĐÃ QUÁ HẠN 16/10/2026"))
    }

    @Test func `what stops a run, and what does not verify, stands on the page`() throws {
        let office = try SmallOffice()
        _ = try run(office, "2026-10-19T08:00")
        let organisation = try office.text("inputs/catalogue/organisation.yaml")
        try Data("\(organisation)\ndeadline: [".utf8).write(to: office.url("inputs/catalogue/organisation.yaml"))
        #expect(try run(office, "2026-10-19T09:00").exit == 2)
        let broken = try office.text("reports/viec-can-lam.txt")
        #expect(broken.contains("09:00 lần chạy không xong: danh mục có lỗi"), "\(broken)")
        #expect(broken.contains("KỲ 2026-10"))
        try Data(organisation.utf8).write(to: office.url("inputs/catalogue/organisation.yaml"))
        _ = try office.run(["issue", "2026-10", "--yes"], now: "2026-10-19T10:00+07:00")
        try Data("x".utf8).write(to: office.url("reports/2026-10/lan-1/don-doc.txt"))
        #expect(try office.run(["verify"]).exit == 1)
        _ = try run(office, "2026-10-19T11:00")
        let page = try office.text("reports/viec-can-lam.txt")
        #expect(page.contains("11:00 verify:") && page.contains("09:00 lần chạy không xong"), "\(page)")
    }

    /// What a run recorded that was stopped before it told anybody: the pages are as they were before it.
    private func stopping(_ office: SmallOffice, afterCommitOf run: () throws -> Void) throws {
        let names = [".viec-can-lam.json", "viec-can-lam.txt"]
        let before = try names.map { try Data(contentsOf: office.url("reports/\($0)")) }
        try run()
        for (name, bytes) in zip(names, before) { try bytes.write(to: office.url("reports/\(name)")) }
    }

    @Test(arguments: ["file", "decision", "catalogue"])
    func `an issued month that a stopped run moved is told by the next`(_ mover: String) throws {
        let office = try SmallOffice(isClean: true)
        _ = try run(office, "2026-10-19T08:00")
        _ = try office.run(["issue", "2026-10", "--yes"], now: "2026-10-19T10:00+07:00")
        func later(_ time: String) throws -> Ending {
            try office.run(["run", "2026-11", "--quiet"], now: "2026-11-16T\(time)+07:00")
        }
        _ = try later("08:00")
        func page() throws -> String { try office.text("reports/viec-can-lam.txt") }
        #expect(try !page().contains("KỲ ĐÃ PHÁT HÀNH"))
        switch mover {
        case "file":
            try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
            try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/SDT-02-tt.csv")
        case "decision":
            let list = try office.text("inputs/xu-ly.csv")
            let line = "17/10/2026;2026-10;;;2026-10/SDT-02-tt.csv;rút tệp;;gửi nhầm;Trưởng phòng\n"
            try Data((list + line).utf8).write(to: office.url("inputs/xu-ly.csv"))
        default:
            let indicators = office.url("inputs/catalogue/indicators.csv")
            let text = try String(contentsOf: indicators, encoding: .utf8)
            #expect(text.contains("nguoi_nghe,"))
            try Data(text.replacing("nguoi_nghe,", with: "buoi,", maxReplacements: 1).utf8).write(to: indicators)
        }
        try stopping(office) {
            let ending = try later("09:00")
            #expect(ending.errors.contains("2026-10 (lần 1)"), "\(ending)")
        }
        #expect(try !page().contains("KỲ ĐÃ PHÁT HÀNH"))
        let next = try later("09:15")
        #expect(next.exit == 1 && next.errors.contains("2026-10 (lần 1)"), "\(next)")
        #expect(try page().contains("2026-10, bản lần 1: xem trang «Thay đổi so với lần trước»"))
        // Told once, it stands on the page, and is no news.
        #expect(try !later("09:30").errors.contains("2026-10 (lần 1)"))
        #expect(try page().contains("2026-10, bản lần 1"))
    }

    @Test func `an issued month that moved stands on the page until it is issued again`() throws {
        let office = try SmallOffice()
        _ = try run(office, "2026-10-19T08:00")
        _ = try office.run(["issue", "2026-10", "--yes"], now: "2026-10-19T10:00+07:00")
        _ = try run(office, "2026-10-19T10:05")
        #expect(try !office.text("reports/viec-can-lam.txt").contains("KỲ ĐÃ PHÁT HÀNH"))
        try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
        try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/SDT-02-tt.csv")
        // Another period is in hand.
        _ = try office.run(["run", "2026-11", "--quiet"], now: "2026-11-16T08:00+07:00")
        for now in ["2026-11-16T09:00", "2026-11-17T09:00"] {
            _ = try office.run(["run", "2026-11", "--quiet"], now: "\(now)+07:00")
            let page = try office.text("reports/viec-can-lam.txt")
            #expect(page.contains("2026-10, bản lần 1: xem trang «Thay đổi so với lần trước»"), "\(page)")
        }
        _ = try office.run(["issue", "2026-10", "--yes"], now: "2026-11-17T10:00+07:00")
        _ = try office.run(["run", "2026-11", "--quiet"], now: "2026-11-17T10:05+07:00")
        #expect(try !office.text("reports/viec-can-lam.txt").contains("KỲ ĐÃ PHÁT HÀNH"))
    }

    @Test func `a held file of another period stands on the page until somebody decides`() throws {
        let office = try SmallOffice()
        _ = try run(office, "2026-10-19T08:00")
        _ = try office.run(["issue", "2026-10", "--yes"], now: "2026-10-19T10:00+07:00")
        // A month already issued, replaced without a higher `Lần gửi`.
        try office.replace("4;240;200", by: "5;250;200", in: "2026-10/SDT-02-tt.csv")
        for now in ["2026-11-16T08:00", "2026-11-17T08:00"] {
            _ = try office.run(["run", "2026-11", "--quiet"], now: "\(now)+07:00")
            let page = try office.text("reports/viec-can-lam.txt")
            #expect(page.contains("TỆP CỦA KỲ KHÁC GIỮ LẠI, CHƯA TÍNH (1)\n- 2026-10/SDT-02-tt.csv"), "\(page)")
        }
        let decisions = try office.text("inputs/xu-ly.csv")
        let line = "17/11/2026;2026-10;SDT;02-tt;2026-10/SDT-02-tt.csv;nhận tệp;;Đã gọi điện hỏi;Trưởng phòng\n"
        try Data((decisions + line).utf8).write(to: office.url("inputs/xu-ly.csv"))
        _ = try office.run(["run", "2026-11", "--quiet"], now: "2026-11-17T09:00+07:00")
        let page = try office.text("reports/viec-can-lam.txt")
        #expect(!page.contains("GIỮ LẠI") && page.contains("2026-10, bản lần 1"), "\(page)")
    }
}
