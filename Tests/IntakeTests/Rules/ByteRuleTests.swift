import Domain
import TestSupport
import Testing

@testable import Intake

/// What bytes leave in doubt, and what is too much.
struct ByteRuleTests {
    private let header = [UInt8]("Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Lượt người\n".utf8)

    @Test func `an undecodable byte costs its row only`() {
        let rows = [UInt8]("00101;Hòa An;1;30\n00102;".utf8) + [0xFF] + [UInt8]("hủy Sơn;2;60\n".utf8)
        let reading = SmallFile.read(header + rows, as: "2026-10/CAT-01-dt.csv")
        #expect(reading.rules.contains("undecodable-byte"))
        #expect(reading.state == .partial)
        #expect(reading.sum("lop") == 1)
    }

    @Test func `a NUL byte costs its row only`() {
        let rows = [UInt8]("00101;Hòa An;1;30\n00102;Thủy Sơn;2;6\u{0}0\n".utf8)
        let reading = SmallFile.read(header + rows, as: "2026-10/CAT-01-dt.csv")
        #expect(reading.rules.contains("nul-byte"))
        #expect(reading.sum("luot_nguoi") == 30)
    }

    @Test func `UTF-16 is read and noted`() {
        let text = SmallFile.sheet("1;00101;Hòa An;1;30;;;")
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = SmallFile.read(bytes, as: "2026-10/CAT-01-dt.csv")
        #expect(reading.rules == ["encoding"])
        #expect(reading.state == .accepted)
        #expect(reading.tallies == SmallFile.read(text).tallies)
    }

    @Test func `letters in an unknown encoding refuse the file`() {
        let rows = [UInt8]("Xx;S\u{0} l\n".utf8)
        let noise = (0..<400).map { UInt8(0x80 + $0 * 7 % 0x60) }
        let reading = SmallFile.read(header + rows + noise, as: "2026-10/CAT-01-dt.csv")
        #expect(reading.state != .accepted)
        #expect(!reading.findings.isEmpty)
    }

    @Test func `a cell beyond all measure refuses the file`() {
        let cell = [UInt8](repeating: UInt8(ascii: "a"), count: 2 << 20)
        let reading = SmallFile.read(header + [UInt8]("00101;".utf8) + cell + [10], as: "2026-10/CAT-01-dt.csv")
        #expect(reading.rules == ["too-large"])
        #expect(reading.state == .refused)
    }

    @Test func `the thousand and first finding of a rule is only counted`() {
        let rows = (0..<1_200).map { "\($0);00101;Hòa An;x\($0);30;;;" }.joined(separator: "\n")
        let reading = SmallFile.read(SmallFile.sheet(rows))
        #expect(reading.findings.count { $0.rule == "not-a-number" } == 1_000)
        let note = reading.findings.first { $0.rule == "further-findings" && ($0.message.vi.contains("not-a-number")) }
        #expect(note?.message.vi.contains("1.000 trong tổng số 1.200") == true)
    }

    @Test(arguments: ["xlsx", "xls", "docx", "pdf", "jpg"]) func `another format is sent, and known by its name`(
        _ fileExtension: String
    ) {
        let reading = SmallFile.read([0x50, 0x4B, 3, 4, 0, 0], as: "2026-10/CAT-01-dt--Nam.\(fileExtension)")
        #expect(reading.state == .wrongFormat)
        #expect(reading.slice == Period("2026-10").map { Slice(department: "CAT", form: "01-dt", period: $0) })
        #expect(reading.part == "Nam")
        #expect(reading.rules == ["wrong-format"])
    }

    @Test func `a workbook named csv is found out`() {
        let reading = SmallFile.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], as: "2026-10/CAT-01-dt.csv")
        #expect(reading.state == .wrongFormat)
    }
}
