import Domain
import Foundation
import TestSupport
import Testing

@testable import Intake

/// A line above the table says that a file has only the rows that changed.
struct SupplementLineTests {
    private static let row = "1;00102;;2;40;10;;"

    @Test(arguments: [
        "Lần gửi: 2 (bổ sung)", "Lần gửi: 2 – BỔ SUNG", "Bổ sung: chỉ các dòng thay đổi",
        "Bổ sung;chỉ các dòng thay đổi",
        "BỔ SUNG: CHỈ CÁC DÒNG THAY ĐỔI", "Bo sung: chi cac dong thay doi", "Bổ sung: có", "Bổ sung: x",
    ])
    func `it is a supplement`(_ line: String) {
        let reading = SmallFile.read("\(line)\n" + SmallFile.sheet(Self.row))
        #expect(reading.isSupplement)
        #expect(reading.unlisted == .standsBlankIsZero)
        #expect(reading.rules.isEmpty, "\(reading.findings.map(\.message.vi))")
        #expect(reading.sequence == (line.contains("2") ? 2 : 1))
    }

    @Test(arguments: ["Lần gửi: 2", "Bổ sung: không", "Bổ sung:", "Bổ sung số liệu báo cáo tháng 10"])
    func `it is whole`(_ line: String) {
        let reading = SmallFile.read("\(line)\n" + SmallFile.sheet(Self.row))
        #expect(!reading.isSupplement)
        #expect(reading.unlisted == .zero)
    }

    @Test func `what the line says and is not understood is asked`() {
        let reading = SmallFile.read("Bổ sung: 3 xã\n" + SmallFile.sheet(Self.row))
        #expect(!reading.isSupplement)
        #expect(reading.rules == ["unread-witness"])
    }

    @Test func `places that it does not list are not asked for, its blanks are`() {
        let text = SmallFile.sheet(Self.row).split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        #expect(SmallFile.read("Bổ sung: chỉ các dòng thay đổi\n" + text).rules == ["blanks-unstated"])
        let filled = text.replacingOccurrences(of: Self.row, with: "1;00102;;2;40;10;5;")
        let reading = SmallFile.read("Bổ sung: chỉ các dòng thay đổi\n" + filled)
        #expect(reading.unlisted == .stands)
        #expect(reading.rules.isEmpty)
        #expect(SmallFile.read(filled).rules == ["blanks-unstated"])
    }

    @Test func `a supplement without a row replaces nothing`() {
        let reading = SmallFile.read("Lần gửi: 2 (bổ sung)\n" + SmallFile.sheet())
        #expect(reading.state == .refused)
        #expect(reading.rules.contains("supplement-not-by-place"))
    }
}
