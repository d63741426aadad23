import Foundation
import Spreadsheet
import Testing

/// A return as a clerk fills it in: a reason is typed into every cell that asks for one, the sheet is saved and sent back.
struct ReturnFilledInTests {
    private static let file = "2026-10/STP-02-tt.csv"

    /// An office with an error and two questions about one file.
    private func office() throws -> SmallOffice {
        let office = try SmallOffice()
        try office.replace("1;90101;Bản Mây;2;1.120;800;5;4;", by: "1;90101;Bản Mây;201;1.120;800;5;4;", in: Self.file)
        try office.replace("2;90102;Suối Lớn;1;80;30;3;3;", by: "2;90102;Suối Lớn;202;80;90;3;3;", in: Self.file)
        let ending = try office.run(["run", "2026-10", "--quiet"])
        #expect(ending.exit == 1, "\(ending.errors)")
        return office
    }

    /// The first sheet: its cells by row, and what else the dump says of it.
    private func sheet(_ office: SmallOffice) throws -> (
        cells: [Int: [String: (text: String, look: String)]], facts: [String]
    ) {
        let path = office.url("reports/2026-10/du-thao/phieu-phan-hoi/stp.xlsx").path
        var cells: [Int: [String: (text: String, look: String)]] = [:]
        var facts: [String] = []
        for line in try WorkbookDump.text(of: path).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 2, parts[0] == "Cần sửa, cần xác nhận" else { continue }
            guard parts.count > 4, let row = Int(parts[1].drop { $0.isLetter }) else {
                facts.append(parts.dropFirst().joined(separator: " "))
                continue
            }
            cells[row, default: [:]][String(parts[1].prefix { $0.isLetter })] = (parts[3], parts[4])
        }
        return (cells, facts)
    }

    private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "I"]

    @Test func `every row has cells of its own, the paper lies, and nothing calls it a draft`() throws {
        let (cells, facts) = try sheet(try office())
        let header = try #require(cells.first { $0.value["A"]?.text == "TT" }?.key)
        #expect(cells[header]?["H"]?.text == "Thuyết minh (ghi vào đây)")
        let body = cells.keys.filter { $0 > header && cells[$0]?["I"]?.text.contains("-") == true }.sorted()
        #expect(body.count == 3)
        for row in body {
            #expect(!facts.contains { $0.hasPrefix("(mergeCell)") && $0.hasSuffix("\(row)") })
            #expect(cells[row]?.count == Self.letters.count)
        }
        #expect(facts.contains { $0.hasPrefix("(pageSetup)") && $0.contains("orientation=landscape") }, "\(facts)")
        let text = "\(cells)"
        #expect(!text.contains("DỰ THẢO") && text.contains("Hạn gửi số liệu kỳ này: "))
        #expect(!text.contains("Liên hệ"))
    }

    @Test func `whom to call stands there once the office has said it`() throws {
        let office = try SmallOffice()
        let path = office.url("inputs/catalogue/organisation.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        try Data((text + "contact: {vi: \"Phòng Tổng hợp (số giả định)\", en: \"Desk\"}\n").utf8).write(to: path)
        _ = try office.run(["run", "2026-10", "--quiet"])
        let line = "Liên hệ khi cần hỏi: Phòng Tổng hợp (số giả định)."
        #expect(try office.text("reports/2026-10/du-thao/phieu-phan-hoi/stp.txt").contains(line))
    }

    @Test(arguments: [true, false])
    func `each reason finds its question`(_ isFilled: Bool) throws {
        let office = try office()
        let (cells, _) = try sheet(office)
        var lines: [String] = []
        var asked: [String] = []
        for row in 1...(cells.keys.max() ?? 1) {
            var texts = Self.letters.map { cells[row]?[$0]?.text ?? "" }
            if cells[row]?["H"]?.look.contains("fill-FFF9C4") == true {
                asked.append(texts[3])
                // Control: what is left empty settles nothing.
                if isFilled { texts[7] = "lý do thứ \(asked.count)" }
            }
            lines.append(
                texts.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ";"))
        }
        #expect(asked == ["D9 (Số buổi)", "D10 (Số buổi)"])
        try Data(("\u{FEFF}" + lines.joined(separator: "\r\n")).utf8)
            .write(to: office.submission("2026-10/STP-phieu.csv"))
        _ = try office.run(["run", "2026-10", "--quiet"], now: "2026-10-18T09:00+07:00")
        let answered = try office.text("reports/2026-10/du-thao/phieu-phan-hoi/stp.txt")
            .replacingOccurrences(of: "\n  ", with: " ")
        #expect(answered.contains("ĐÃ THUYẾT MINH (2)") == isFilled, "\(answered)")
        for (position, cell) in asked.enumerated() where isFilled {
            let row = cell.dropFirst().prefix { $0.isNumber }
            #expect(
                answered.split(separator: "\n").contains {
                    $0.contains("dòng \(row), cột D (Số buổi)")
                        && $0.contains("Đã thuyết minh: lý do thứ \(position + 1).")
                }, "\(answered)")
        }
    }
}
