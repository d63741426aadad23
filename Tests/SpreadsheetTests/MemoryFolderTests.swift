import Foundation
import Testing

@testable import Spreadsheet

/// What the library has to put aside lies in memory, where there is room for it.
@Suite(.enabled(if: MemoryFolder.path != nil))
struct MemoryFolderTests {
    private struct NoRoom: Error {}

    private func draw(_ book: inout Book) throws {
        try book.addSheet(SheetName("A")) { sheet in
            try sheet.write(.number(12), at: CellAddress(row: 0, column: 0), CellFormat())
        }
    }

    @Test func `a workbook that memory has no room for is drawn once more, on the disk`() throws {
        let folder = try PrivateFolder()
        var times = 0
        let written = try Workbook.write(to: folder.file("x.xlsx"), properties: DemoWorkbook.properties()) { book in
            times += 1
            if times == 1 { throw NoRoom() }
            try draw(&book)
        }
        #expect(times == 2)
        #expect(written.sheets.map(\.numbers) == [1])
    }

    @Test func `what is wrong on the disk too is thrown, and nothing is left`() throws {
        let folder = try PrivateFolder()
        let path = folder.file("x.xlsx")
        #expect(throws: NoRoom.self) {
            try Workbook.write(to: path, properties: DemoWorkbook.properties()) { _ in throw NoRoom() }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
