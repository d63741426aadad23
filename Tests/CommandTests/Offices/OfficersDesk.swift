import Foundation
import TestSupport
import Testing

/// The officer's list, as text or as the workbook that takes its place.
final class OfficersDesk {
    static let header = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt"

    let office: SmallOffice
    let isWorkbook: Bool
    private(set) var lines: [[String]] = []

    init(_ office: SmallOffice, isWorkbook: Bool = false) throws {
        self.office = office
        self.isWorkbook = isWorkbook
        if isWorkbook { try FileManager.default.removeItem(at: office.url("inputs/xu-ly.csv")) }
        try save()
    }

    func decide(_ lines: String...) throws {
        self.lines += lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        try save()
    }

    func takeBack() throws {
        lines.removeLast()
        try save()
    }

    private func save() throws {
        let all = [Self.header.split(separator: ";").map(String.init)] + lines
        guard isWorkbook else {
            let text = all.map { $0.joined(separator: ";") }.joined(separator: "\r\n") + "\r\n"
            return try Data(text.utf8).write(to: office.url("inputs/xu-ly.csv"))
        }
        let rows = all.map { $0.map { MadeWorkbook.Cell(stringLiteral: $0) } }
        try Data(try MadeWorkbook(.init("Xử lý", rows)).bytes()).write(to: office.url("inputs/xu-ly.xlsx"))
    }

    /// What the scheduler does every quarter of an hour.
    func run(_ time: String) throws -> Ending { try office.run(["run"], now: "2026-10-\(time)+07:00") }

    /// The lines ready to be copied that do this, their first nine cells.
    func ready(_ action: String) throws -> [[String]] {
        try office.text("reports/2026-10/du-thao/viec-can-quyet.csv").split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ";", omittingEmptySubsequences: false).prefix(9).map(String.init) }
            .filter { $0[5] == action }
    }

    /// The code that the draft bears.
    func code() throws -> String { try #require(try ready("phát hành").first)[6] }

    func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: office.url(path).path) }
}
