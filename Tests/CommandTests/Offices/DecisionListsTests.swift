import Foundation
import TestSupport
import Testing

/// The lists that people keep beside the files: decisions and registers, as texts or as workbooks.
struct DecisionListsTests {
    @Test func `a list that has lost most of its decisions is said until it is changed again`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        for day in 10..<17 {
            try desk.decide("\(day)/10/2026;2026-10;STP;02-tt;;gia hạn;2\(day - 8)/10/2026;mưa lũ;TP")
        }
        #expect(try desk.run("17T09:00").exit == 0)
        // By hand a few are taken back, and nobody is told.
        for _ in 0..<3 { try desk.takeBack() }
        #expect(try !desk.run("17T09:15").errors.contains("[decisions-taken-back]"))
        for day in 10..<16 { try desk.decide("\(day)/10/2026;2026-10;CA;03-an;;gia hạn;2\(day - 8)/10/2026;mưa lũ;TP") }
        _ = try desk.run("17T09:30")
        for _ in 0..<8 { try desk.takeBack() }
        for time in ["17T10:00", "17T10:15", "18T10:15"] {
            let ending = try desk.run(time)
            #expect(ending.exit == 1 && ending.errors.contains("chỉ còn 2 quyết định, bản trước có 10"), "\(ending)")
        }
        #expect(try office.text("reports/viec-can-lam.txt").contains("chỉ còn 2 quyết định"))
        try desk.decide("17/10/2026;2026-10;CA;05-vu;;gia hạn;20/10/2026;mưa lũ;TP")
        #expect(try desk.run("18T10:30").exit == 0)
    }

    /// What is said of one file under another's sender, form or period takes nothing away, or hits what was not meant.
    @Test(arguments: [
        ("2026-10;STP;;2026-10/CA-03-an.csv", true), ("2026-09;;;2026-10/CA-03-an.csv", true),
        ("2026-10;CA;05-vu;2026-10/CA-03-an.csv", true), ("2026-10;CA;03-an;2026-10/CA-03-an.csv", false),
        (";;;2026-10/CA-03-an.csv", false), ("2026-Q4;CA;;2026-10/CA-03-an.csv", false),
    ]) func `a decision on another's file is asked about`(_ words: String, _ isAsked: Bool) throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        #expect(try desk.run("17T09:00").exit == 0)
        try desk.decide("17/10/2026;\(words);rút tệp;;gửi nhầm;TP")
        for time in ["17T09:15", "17T09:30"] {
            let ending = try desk.run(time)
            #expect(ending.errors.contains("[decision-of-another]") == isAsked, "\(ending)")
            #expect(ending.exit == 1 || !isAsked, "\(ending)")
        }
        #expect(
            try office.text("reports/viec-can-lam.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .contains("còn tệp “2026-10/CA-03-an.csv” là của") == isAsked)
    }

    @Test func `a list under nearly its name is named, and asked about where there is no other`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        let list = try Data(contentsOf: office.url("inputs/xu-ly.csv"))
        for name in ["xu-ly (1).csv", "~$xu-ly.xlsx", ".~lock.xu-ly.csv#"] {
            try list.write(to: office.url("inputs/\(name)"))
        }
        let beside = try desk.run("17T09:00")
        #expect(
            beside.exit == 0 && beside.errors.components(separatedBy: "[misnamed-decisions]").count == 2, "\(beside)")
        try FileManager.default.removeItem(at: office.url("inputs/xu-ly.csv"))
        for name in ["Xu-ly.CSV", "xu-ly.csv.csv", "Xử lý.xlsx", "xu-ly.xls"] {
            try list.write(to: office.url("inputs/\(name)"))
        }
        let alone = try desk.run("17T09:15")
        #expect(alone.exit == 1 && alone.errors.components(separatedBy: "[misnamed-decisions]").count == 6, "\(alone)")
        #expect(try office.run(["status", "2026-10"]).output.contains("“Xử lý.xlsx” không được đọc"))
    }

    @Test func `both lists are an error, and what was decided before stands`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        try desk.decide("17/10/2026;2026-10;;;2026-10/STP-02-tt.csv;rút tệp;;gửi nhầm;Trưởng phòng")
        _ = try desk.run("17T09:00")
        let draft = try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv")
        let rows = [OfficersDesk.header.split(separator: ";").map { MadeWorkbook.Cell(stringLiteral: String($0)) }]
        try Data(try MadeWorkbook(.init("Xử lý", rows)).bytes()).write(to: office.url("inputs/xu-ly.xlsx"))
        for time in ["17T10:00", "17T11:00"] {
            let ending = try desk.run(time)
            #expect(ending.exit == 1 && ending.errors.contains("có cả “xu-ly.csv” và “xu-ly.xlsx”"), "\(ending.errors)")
        }
        #expect(try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv") == draft)
        #expect(try office.run(["status", "2026-10"]).output.contains("có cả “xu-ly.csv” và “xu-ly.xlsx”"))
        #expect(try office.run(["doctor"]).output.contains("có cả “xu-ly.csv” và “xu-ly.xlsx”"))
        try FileManager.default.removeItem(at: office.url("inputs/xu-ly.csv"))
        #expect(!(try desk.run("17T12:00").errors.contains("có cả")))
        #expect(try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv") != draft)
    }

    @Test func `status reads a list again whose bytes are not those in force`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        try desk.decide("17/10/2026;2026-10;;;2026-10/STP-02-tt.csv;rút tệp;;gửi nhầm;Trưởng phòng")
        _ = try desk.run("17T09:00")
        let damaged = "[unreadable-decisions]"
        #expect(!(try office.run(["status", "2026-10"]).output.contains(damaged)))
        try desk.decide("hôm qua;;;;;;;;", "x;y;;;;;;;")
        #expect(try office.run(["status", "2026-10"]).output.contains(damaged))
        try desk.takeBack()
        try desk.takeBack()
        #expect(!(try office.run(["status", "2026-10"]).output.contains(damaged)))
    }

    @Test func `the workbook of the command has what the text has, and takes its place`() throws {
        let office = try SmallOffice(isClean: true)
        let desk = try OfficersDesk(office)
        try desk.decide(
            "17/10/2026;2026-10;;;2026-10/STP-02-tt.csv;rút tệp;;gửi nhầm;Trưởng phòng",
            "17/10/2026 08:30;Tháng 10 năm 2026;CA;03/AN;;gia hạn;20/10/2026;mưa lũ;Trưởng phòng")
        _ = try desk.run("17T09:00")
        let before = try FileTree.read(office.url("reports/2026-10/du-thao"))
        #expect(try office.run(["template", "--decisions", "--output", "inputs"]).exit == 0)
        #expect(try office.run(["template", "--decisions", "CA"]).exit == 64)
        try FileManager.default.removeItem(at: office.url("inputs/xu-ly.csv"))
        let ending = try desk.run("17T10:00")
        #expect(ending.exit == 1 && !ending.errors.contains("xu-ly"), "\(ending.errors)")
        #expect(try FileTree.read(office.url("reports/2026-10/du-thao")) == before)
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `registers are workbooks too, one of the two`() throws {
        let office = try SmallOffice(isClean: true)
        _ = try OfficersDesk(office).run("17T09:00")
        let figures = try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv")
        let text = try office.text("inputs/catalogue/departments.csv").replacing("\u{FEFF}", with: "")
        let separator: Character = text.prefix { !$0.isNewline }.contains(";") ? ";" : ","
        let rows = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: separator, omittingEmptySubsequences: false)
                .map { MadeWorkbook.Cell(stringLiteral: String($0).replacing("&", with: "&amp;")) }
        }
        try Data(try MadeWorkbook(.init("Đơn vị", rows)).bytes()).write(
            to: office.url("inputs/catalogue/departments.xlsx"))
        let both = try office.run(["run", "2026-10"])
        #expect(both.exit == 2 && both.errors.contains("có cả “departments.csv” và “departments.xlsx”"), "\(both)")
        try FileManager.default.removeItem(at: office.url("inputs/catalogue/departments.csv"))
        #expect(try office.run(["check", "--catalogue"]).exit == 0)
        #expect(try office.run(["run", "2026-10"], now: "2026-10-17T10:00+07:00").exit == 0)
        #expect(try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv") == figures)
    }
}
