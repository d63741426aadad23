import Foundation
import Testing

/// A run with nothing new finds the draft as it was made, and says of it what the run before said.
struct DraftRecordTests {
    private let now = "2026-10-17T09:00+07:00"

    private func run(_ office: SmallOffice) throws -> Ending {
        try office.run(["run", "2026-10"], now: now)
    }

    /// All but the line that counts files new and known.
    private func words(_ ending: Ending) -> [Substring] {
        ending.errors.split(separator: "\n").filter { !$0.contains("tệp mới") }
    }

    @Test func `the second run says what the first said, and draws nothing`() throws {
        let office = try SmallOffice()
        let first = try run(office)
        let made = try FileTree.read(office.url("reports/2026-10"))
        let second = try run(office)
        #expect(first.exit == second.exit)
        #expect(words(first) == words(second))
        #expect(second.output.contains("không có gì thay đổi"))
        #expect(try FileTree.read(office.url("reports/2026-10")) == made)
    }

    @Test(arguments: ["tong-hop-2026-10.txt", "phieu-phan-hoi", "du-thao"])
    func `what somebody changed or removed is made again`(name: String) throws {
        let office = try SmallOffice()
        _ = try run(office)
        let made = try FileTree.read(office.url("reports/2026-10"))
        let path = name == "du-thao" ? "reports/2026-10/du-thao" : "reports/2026-10/du-thao/\(name)"
        if name.hasSuffix(".txt") {
            try Data("khác".utf8).write(to: office.url(path))
        } else {
            try FileManager.default.removeItem(at: office.url(path))
        }
        let again = try run(office)
        #expect(!again.output.contains("không có gì thay đổi"))
        #expect(try FileTree.read(office.url("reports/2026-10")).filter { !$0.key.hasPrefix("de-rieng/") } == made)
    }

    @Test func `a foreign file in the draft's folder is set aside`() throws {
        let office = try SmallOffice()
        _ = try run(office)
        let made = try FileTree.read(office.url("reports/2026-10"))
        try Data("ghi chú".utf8).write(to: office.url("reports/2026-10/du-thao/ghi-chu.txt"))
        _ = try run(office)
        let after = try FileTree.read(office.url("reports/2026-10"))
        #expect(after.filter { !$0.key.hasPrefix("de-rieng/") } == made)
        #expect(after["de-rieng/du-thao-1/ghi-chu.txt"] == Data("ghi chú".utf8))
    }

    @Test(arguments: ["", "{}", "not a record"])
    func `a record that says nothing is not believed`(text: String) throws {
        let office = try SmallOffice()
        let first = try run(office)
        let made = try FileTree.read(office.url("reports/2026-10"))
        try Data(text.utf8).write(to: office.url("reports/2026-10/.du-thao.json"))
        let second = try run(office)
        #expect(words(first) == words(second) && first.exit == second.exit)
        #expect(try FileTree.read(office.url("reports/2026-10")) == made)
    }

    @Test func `another catalogue or another file is news`() throws {
        let office = try SmallOffice()
        func record() throws -> String { try office.text("reports/2026-10/.du-thao.json") }
        _ = try run(office)
        let first = try record()
        let targets = try office.text("inputs/catalogue/targets.csv")
        try Data((targets + "\n").utf8).write(to: office.url("inputs/catalogue/targets.csv"))
        _ = try run(office)
        let second = try record()
        #expect(second != first)
        try FileManager.default.copyItem(
            at: office.submission("2026-10/CA-03-an.csv"), to: office.submission("2026-10/CA-03-an--sao.csv"))
        #expect(try run(office).errors.contains("1 tệp mới"))
        #expect(try record() != second)
    }

    @Test func `the language of the words is that of the run that says them`() throws {
        let office = try SmallOffice()
        let english = try office.run(["run", "2026-10", "--lang", "en"], now: now)
        _ = try office.run(["run", "2026-10"], now: now)
        let again = try office.run(["run", "2026-10", "--lang", "en"], now: now)
        func words(_ ending: Ending) -> [Substring] {
            ending.errors.split(separator: "\n").filter { !$0.contains("files new") }
        }
        #expect(words(english) == words(again))
    }
}
