import Domain
import Testing

@testable import Intake

struct PersonalDataTests {
    @Test(arguments: [
        "014085001234", "CCCD 014085001234", "0912345678", "0912 345 678", "091.234.5678", "050123456", "+84 912345678",
    ])
    func `numbers of persons are found`(_ text: String) {
        #expect(PersonNumber.first(in: text) != nil)
    }

    @Test(arguments: [
        "Quyết định 1719/QĐ-TTg ngày 14/10/2021", "150.000.000 đồng", "1.500.000.000 đồng",
        "từ 15/9/2026 đến 14/10/2026",
        "12345678", "2026-10-14 00:00:00", "250000000",
    ])
    func `other numbers are not`(_ text: String) {
        #expect(PersonNumber.first(in: text) == nil)
    }

    @Test func `the file is forbidden, its number masked, and nothing else of it is said`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;;Liên hệ 0912345678", "2;;Nơi khác;x;30;;;"))
        #expect(reading.state == .forbidden)
        #expect(reading.rules == ["personal-data"])
        #expect(reading.tallies.isEmpty)
        let finding = try #require(reading.findings.first)
        #expect(finding.value == "********78")
        #expect(!"\(finding)".contains("0912345678"))
    }

    @Test func `an office's telephone number above the table does no harm`() {
        #expect(
            SmallFile.read("Điện thoại: 0212.3852.123\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")).state == .accepted
        )
    }

    @Test(arguments: ["MẬT", "TỐI MẬT", "Độ mật: TUYỆT MẬT", "M\u{1EAC}T", "MA\u{302}\u{323}T"])
    func `a secrecy mark forbids the file`(_ mark: String) {
        let reading = SmallFile.read(mark + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect(reading.state == .forbidden)
        #expect(reading.rules == ["secrecy-mark"])
    }

    @Test(arguments: ["TUYÊN TRUYỀN BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Bảo mật thông tin", "KẾT QUẢ MẬT MÃ"])
    func `speaking of secrets is no mark`(_ title: String) {
        #expect(SmallFile.read(title + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")).state == .accepted)
    }

    @Test func `a list of persons is forbidden whatever its form`() {
        let reading = SmallFile.read("Họ và tên;Ngày sinh;CCCD\nA;1/1/1990;014085001234\n")
        #expect(reading.state == .forbidden)
    }

    @Test(arguments: ["csv", "xlsx"]) func `a file so named is refused, not kept, and its number is said nowhere`(
        _ ending: String
    ) {
        let reading = SmallFile.read(
            [UInt8](SmallFile.sheet("1;;Hòa An;2;30;10;5;").utf8), as: "2026-10/CAT-01-dt 014085001234.\(ending)")
        #expect(reading.state == .forbidden)
        #expect(reading.rules.contains("personal-data"))
        #expect(!"\(reading.findings)".contains("0140850012"))
    }
}
