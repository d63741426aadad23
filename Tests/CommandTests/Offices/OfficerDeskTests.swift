import Foundation
import Testing

/// The officer's desk: files only are written, and the scheduler's command runs. An edition and a package come of it.
struct OfficerDeskTests {
    private func completed(_ line: [String], _ day: String, _ reason: String, _ title: String) -> String {
        var cells = line
        (cells[0], cells[7], cells[8]) = (day, reason, title)
        return cells.joined(separator: ";")
    }

    private func correction(_ office: SmallOffice, sequence: Int, rows: [String]) throws {
        let head = """
            Biểu số: 02/TT
            Kỳ báo cáo: Tháng 10 năm 2026
            Đơn vị gửi: Sở Tư pháp
            Lần gửi: \(sequence)
            Ô trống và xã, phường không ghi tên: không phát sinh

            TT;Mã xã;Xã, phường;Số buổi;Lượt người nghe;Trong đó: người DTTS;Vụ việc hòa giải tiếp nhận;Hòa giải thành

            """
        let name = "2026-10/STP-02-tt-lan-\(sequence).csv"
        try Data((head + rows.joined(separator: "\n") + "\n").utf8).write(to: office.submission(name))
    }

    @Test(arguments: [false, true])
    func `a month goes from its first file to an edition and a package through the shared folder alone`(
        _ isWorkbook: Bool
    ) throws {
        let office = try SmallOffice()
        let organisation = office.url("inputs/catalogue/organisation.yaml")
        let settings = try String(contentsOf: organisation, encoding: .utf8)
        try Data((settings + "approval: required\n").utf8).write(to: organisation)
        let desk = try OfficersDesk(office, isWorkbook: isWorkbook)
        // A file with a mistake is sent back, and corrected.
        #expect(try desk.run("17T09:00").exit == 1)
        #expect(desk.isThere("reports/2026-10/du-thao/phieu-phan-hoi/ca.txt"))
        try office.replace(
            "2;90102;Suối Lớn;1;1;1;1;0;1", by: "2;90102;Suối Lớn;1;1;1;1;0;2", in: "2026-10/CA-03-an.csv")
        try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/CA-03-an.csv")
        // A correction that has lost two of three places is held, and let in.
        try correction(office, sequence: 2, rows: ["1;90101;Bản Mây;2;1120;810;5;4"])
        let held = try desk.run("17T10:00")
        #expect(held.errors.contains("Giữ lại, chưa tính, chờ quyết định (1)"), "\(held.errors)")
        try desk.decide(
            completed(try #require(try desk.ready("nhận tệp").first), "17/10/2026", "chỉ còn một xã", "Trưởng phòng"))
        #expect(try desk.run("17T11:00").exit == 0)
        // The draft that was looked at is approved by one, issued by another, and given out.
        let code = try desk.code()
        #expect(try office.text("reports/2026-10/du-thao/tong-hop-2026-10.txt").contains("DỰ THẢO mã \(code) – "))
        #expect(try office.text("reports/2026-10/du-thao/tinh-hinh-gui.txt").contains(code))
        try desk.decide(
            completed(try #require(try desk.ready("phát hành").first), "18/10/2026", "đã xem dự thảo", "Trưởng phòng"),
            "18/10/2026;2026-10;;;;xuất gói;công khai;gửi trang thông tin;Trưởng phòng")
        let early = try desk.run("18T09:00")
        #expect(early.exit == 1 && early.errors.contains("chưa có dòng «duyệt» cùng mã của chức danh khác"))
        #expect(early.errors.contains("dòng «phát hành» của kỳ này chưa được thực hiện"))
        #expect(!desk.isThere("reports/2026-10/lan-1"))
        try desk.decide(
            completed(try #require(try desk.ready("duyệt").first), "18/10/2026", "đồng ý", "Giám đốc"))
        let ending = try desk.run("18T09:15")
        #expect(ending.exit == 0 && ending.errors.isEmpty == false, "\(ending)")
        #expect(ending.output.contains("Đã phát hành: ") && ending.output.contains("Đã xuất: "))
        #expect(desk.isThere("reports/2026-10/lan-1/manifest.json"))
        #expect(desk.isThere("reports/2026-10/xuat/2026-10-lan-1-public/SHA256SUMS"))
        // Once obeyed, never again; what stands is what was issued.
        let edition = try FileTree.read(office.url("reports/2026-10/lan-1"))
        let again = try desk.run("18T09:30")
        #expect(again.exit == 0 && !again.output.contains("Đã phát hành") && !again.output.contains("Đã xuất"))
        #expect(try FileTree.read(office.url("reports/2026-10/lan-1")) == edition)
        #expect(!desk.isThere("reports/2026-10/lan-2"))
        let verified = try office.run(["verify"], now: "2026-10-18T10:00+07:00")
        #expect(verified.exit == 0, "\(verified)")
    }

    @Test func `what was approved is what is issued: one file changed between the two, and nothing is`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        #expect(try desk.run("17T09:00").exit == 0)
        let code = try desk.code()
        let figures = try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv")
        // The same set whatever is written into the list.
        try desk.decide("17/10/2026;2026-10;;;;duyệt;\(code);đồng ý;Giám đốc")
        #expect(try desk.run("17T09:30").exit == 0)
        #expect(try desk.code() == code)
        try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/STP-02-tt.csv")
        try office.replace(";1.120;", by: ";1.150;", in: "2026-10/STP-02-tt.csv")
        try desk.decide("18/10/2026;2026-10;;;;phát hành;\(code);đã xem;Trưởng phòng")
        for time in ["18T09:00", "18T09:30"] {
            let ending = try desk.run(time)
            #expect(ending.exit == 1 && ending.errors.contains("[order-waits]"), "\(ending)")
            #expect(ending.errors.contains("số liệu khác: TT02 Số lượt người nghe: 1.890 → 1.920"), "\(ending)")
            #expect(ending.errors.contains("inputs/xu-ly.csv:3:"))
            #expect(!desk.isThere("reports/2026-10/lan-1"))
        }
        let changed = try desk.code()
        #expect(changed != code)
        // The old file again: the draft that was approved, and it is issued.
        try office.replace(";1.150;", by: ";1.120;", in: "2026-10/STP-02-tt.csv")
        try office.replace("Lần gửi: 2", by: "Lần gửi: 3", in: "2026-10/STP-02-tt.csv")
        try desk.takeBack()
        _ = try desk.run("18T10:00")
        try desk.decide("18/10/2026 11:00;2026-10;;;;phát hành;\(try desk.code());đã xem;Trưởng phòng")
        #expect(try desk.run("18T11:00").output.contains("Đã phát hành"))
        #expect(try office.text("reports/2026-10/lan-1/so-lieu-2026-10.csv") == figures)
    }

    @Test func `a run that is stopped after it committed is finished by the next, and obeys nothing again`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        _ = try desk.run("17T09:00")
        try desk.decide(
            "17/10/2026;2026-10;;;;phát hành;\(try desk.code());đã xem;Trưởng phòng",
            "17/10/2026;2026-10;;;;xuất gói;phối hợp;gửi;Trưởng phòng")
        _ = try desk.run("17T10:00")
        // As a run leaves it that ends between the commit of its last entry and the rename; its edition stands by then.
        let package = "reports/2026-10/xuat/2026-10-lan-1-partners"
        let whole = try FileTree.read(office.url(package))
        for path in [package, "\(package).zip"] { try FileManager.default.removeItem(at: office.url(path)) }
        try Data("2026-10/xuat/2026-10-lan-1-partners\n".utf8)
            .write(to: office.url("reports/.tonghop.dang-dua-ra"))
        let ending = try desk.run("17T11:00")
        #expect(ending.exit == 0 && !ending.output.contains("Đã "), "\(ending)")
        #expect(desk.isThere("reports/2026-10/lan-1/manifest.json") && !desk.isThere("reports/2026-10/lan-2"))
        #expect(try FileTree.read(office.url(package)) == whole)
        // An edition later, the line in the list gives nothing out; a new one does.
        try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/STP-02-tt.csv")
        try office.replace(";1.120;", by: ";1.150;", in: "2026-10/STP-02-tt.csv")
        _ = try desk.run("18T09:00")
        let ready = try #require(try desk.ready("phát hành").first)
        // Dated before the first, but written after it.
        try desk.decide(completed(ready, "16/10/2026", "đính chính", "Trưởng phòng"))
        let second = try desk.run("18T10:00")
        #expect(second.output.contains("lan-2") && !second.output.contains("Đã xuất"), "\(second)")
        #expect(!desk.isThere("reports/2026-10/xuat/2026-10-lan-2-partners"))
        try desk.decide("17/10/2026;2026-10;;;;xuất gói;phối hợp;gửi lại;Trưởng phòng")
        #expect(try desk.run("18T11:00").output.contains("2026-10-lan-2-partners"))
    }

    @Test func `a code that no draft bears, a day to come and a month without an edition are findings`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        try desk.decide(
            "17/10/2026;2026-10;;;;phát hành;0000-0000;đã xem;Trưởng phòng",
            "17/10/2026;2026-09;;;;xuất gói;phối hợp;gửi;Trưởng phòng",
            "25/12/2026;2025-10;;;;phát hành;0000-0000;đã xem;Trưởng phòng")
        let ending = try desk.run("17T09:00")
        #expect(ending.exit == 1)
        #expect(ending.errors.contains("số liệu của dự thảo có mã đã ghi không còn được giữ"))
        #expect(ending.errors.contains("kỳ này chưa có bản nào được phát hành"))
        #expect(ending.errors.contains("ngày 25/12/2026 chưa đến"))
        #expect(ending.errors.components(separatedBy: "[order-waits]").count == 4)
    }

    @Test func `status says what each order waits for, as text and as JSON`() throws {
        let office = try SmallOffice(isClean: true)
        let organisation = office.url("inputs/catalogue/organisation.yaml")
        let settings = try String(contentsOf: organisation, encoding: .utf8)
        try Data((settings + "approval: required\n").utf8).write(to: organisation)
        let desk = try OfficersDesk(office)
        func waiting() throws -> [String] {
            let text = try office.run(["status", "2026-10"], now: "2026-10-17T12:00+07:00")
            let lines = text.output.split(separator: "\n").map(String.init).filter { $0.contains("[order-waits]") }
            let asked = lines.contains { $0.contains(": cần xác nhận: ") }
            #expect(text.exit == (asked ? 1 : 0), "\(text)")
            let json = try office.run(["status", "2026-10", "--format", "json"], now: "2026-10-17T12:00+07:00")
            #expect(json.output.components(separatedBy: "order-waits").count - 1 == lines.count)
            return lines
        }
        _ = try desk.run("17T09:00")
        #expect(try waiting().isEmpty)
        let code = try desk.code()
        try desk.decide("17/10/2026;2026-10;;;;duyệt;\(code);đồng ý;Giám đốc")
        #expect(try waiting().map { $0.contains("chưa có dòng «phát hành» cùng mã") } == [true])
        try desk.takeBack()
        try desk.decide(
            "17/10/2026;2026-10;;;;phát hành;\(code);đã xem;Trưởng phòng",
            "17/10/2026;2026-10;;;;xuất gói;phối hợp;gửi;Trưởng phòng")
        #expect(try waiting().map { $0.contains("chưa có dòng «duyệt» cùng mã") } == [true, false])
        #expect(try waiting()[1].contains("dòng «phát hành» của kỳ này chưa được thực hiện"))
        try desk.decide("17/10/2026;2026-10;;;;duyệt;\(code);đồng ý;Giám đốc")
        #expect(try waiting()[0].contains("chờ lần chạy sau"))
        try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/STP-02-tt.csv")
        _ = try desk.run("17T10:00")
        let other = try desk.code()
        #expect(try waiting()[0].contains("dự thảo hiện nay có mã \(other)"))
        // Obeyed, none waits; a package of an edition that is there waits for the run alone.
        try desk.takeBack()
        try desk.takeBack()
        try desk.takeBack()
        let now = try desk.code()
        try desk.decide(
            "17/10/2026;2026-10;;;;duyệt;\(now);đồng ý;Giám đốc",
            "17/10/2026;2026-10;;;;phát hành;\(now);đã xem;Trưởng phòng")
        #expect(try desk.run("17T11:00").output.contains("Đã phát hành"))
        #expect(try waiting().isEmpty)
        try desk.decide(
            "17/10/2026;2026-10;;;;xuất gói;phối hợp;gửi;Trưởng phòng",
            "25/12/2026;2026-10;;;;xuất gói;công khai;gửi;Trưởng phòng",
            "17/10/2026;2026-09;;;;xuất gói;phối hợp;gửi;Trưởng phòng")
        let packages = try waiting()
        for words in ["chờ lần chạy sau", "ngày 25/12/2026 chưa đến", "chưa có bản nào được phát hành"] {
            #expect(packages.count == 3 && packages.contains { $0.contains(words) }, "\(packages)")
        }
    }

    @Test func `a first edition is ordered with the figures that it gives out`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        _ = try desk.run("17T09:00")
        let lines = try office.text("reports/2026-10/du-thao/viec-can-quyet.csv").split(whereSeparator: \.isNewline)
        let line = try #require(lines.first { $0.contains(";phát hành;") })
        #expect(line.contains("TT02 Số lượt người nghe") && line.contains(";chưa phát hành;"), "\(line)")
        let figures = try #require(line.split(separator: ";", omittingEmptySubsequences: false).last)
        #expect(line.contains("1.890"), "\(figures)")
        // Copied whole, with all that stands behind it, it is the order.
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        try desk.decide(completed(cells, "17/10/2026", "đã xem", "Trưởng phòng"))
        #expect(try desk.run("17T10:00").output.contains("Đã phát hành"))
    }
}
