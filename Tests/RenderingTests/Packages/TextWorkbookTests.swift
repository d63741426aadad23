import Foundation
import Rendering
import Spreadsheet
import TestSupport
import Testing

/// Texts of a package on paper.
struct TextWorkbookTests {
    private func setup(_ lines: [String]) throws -> [String] {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/x.xlsx"
        let text = TextWorkbook.Text(name: "tong-hop", bytes: Array(lines.joined(separator: "\n").utf8))
        try TextWorkbook([text]).write(to: path)
        return try WorkbookDump.text(of: path).split(separator: "\n").map(String.init)
    }

    @Test func `a table of a hundred columns lies on its side, so that none is cut`() throws {
        let wide = try setup([String(repeating: "8", count: 100), "Địa bàn"])
        #expect(wide.contains { $0.contains("(pageSetup)") && $0.contains("orientation=landscape") }, "\(wide)")
        // 100 letters of a font of one width at nine points take 720 pixels.
        let width = wide.first { $0.contains("(col)") }?.split(separator: "width=").last.flatMap { Double($0) } ?? 0
        #expect(width * 7 + 5 >= 720)
        let narrow = try setup([String(repeating: "8", count: 80), "Địa bàn"])
        #expect(narrow.contains { $0.contains("(pageSetup)") && $0.contains("orientation=portrait") })
    }
}
