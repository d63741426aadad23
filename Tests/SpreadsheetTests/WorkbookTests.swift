import CivilCalendar
import Foundation
import Spreadsheet
import Testing
import ZipPackage

struct WorkbookTests {
    /// In a process of its own, for the zone is the whole process's.
    @Test func `the same calls give the same bytes, in any time zone`() async {
        await #expect(processExitsWith: .success) {
            let folder = try PrivateFolder()
            var copies: Set<[UInt8]> = []
            for (number, name) in ["UTC0", "Asia/Ho_Chi_Minh", "America/New_York"].enumerated() {
                setenv("TZ", name, 1)
                tzset()
                let path = folder.file("\(number).xlsx")
                try DemoWorkbook().write(to: path)
                copies.insert(try bytes(of: path))
            }
            #expect(copies.count == 1)
        }
    }

    @Test func `the properties say when it was made, in UTC, and in what language it is`() throws {
        let folder = try PrivateFolder()
        let path = folder.file("x.xlsx")
        try DemoWorkbook().write(to: path)
        let core = String(decoding: try ZipReader(path: path).bytes(of: "docProps/core.xml"), as: UTF8.self)
        #expect(core.contains(">2026-10-20T09:30:00Z<"))
        #expect(core.contains("<dc:language>vi-VN</dc:language>"))
    }

    @Test func `what was counted is told`() throws {
        let folder = try PrivateFolder()
        let written = try DemoWorkbook().write(to: folder.file("x.xlsx"))
        #expect(written.sheets.map(\.name) == ["PL I. Tổng hợp", "so-lieu"])
        #expect(written.sheets[1].cells == 12)
        #expect(written.sheets[1].numbers == 5)
        #expect(written.sheets[1].rows == 6)
    }

    @Test func `a body that throws leaves no file, and its error comes through`() throws {
        struct Stop: Error {}
        let folder = try PrivateFolder()
        let path = folder.file("x.xlsx")
        #expect(throws: Stop.self) {
            try Workbook.write(to: path, properties: DemoWorkbook.properties()) { book in
                try book.addSheet(SheetName("A")) { sheet in
                    try sheet.write(.number(1), at: at("A1"), CellFormat())
                    throw Stop()
                }
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a folder that is not there is the library's error, with its status`() throws {
        let error = #expect(throws: SpreadsheetError.self) {
            try Workbook.write(to: "/nonexistent/x.xlsx", properties: DemoWorkbook.properties()) { book in
                try book.addSheet(SheetName("A")) { _ in }
            }
        }
        #expect(error?.reason == .library(status: 2))
        #expect(error?.path == "/nonexistent/x.xlsx")
        #expect(error?.inVietnamese.contains("kiểm tra quyền ghi") == true)
    }

    @Test func `a temporary folder that is not there is refused`() throws {
        let folder = try PrivateFolder()
        let error = #expect(throws: SpreadsheetError.self) {
            try Workbook.write(
                to: folder.file("x.xlsx"), properties: DemoWorkbook.properties(), temporaryFolder: "/nonexistent"
            ) { book in
                try book.addSheet(SheetName("A")) { _ in }
            }
        }
        #expect(error?.reason == .refused)
    }

    @Test func `a workbook without a sheet is refused`() throws {
        let folder = try PrivateFolder()
        #expect(throws: SpreadsheetError.self) {
            try Workbook.write(to: folder.file("x.xlsx"), properties: DemoWorkbook.properties()) { _ in }
        }
    }

    @Test func `workbooks made at different times can be written side by side`() async throws {
        let folder = try PrivateFolder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for hour in 0..<16 {
                let path = folder.file("\(hour).xlsx")
                group.addTask {
                    let created = LocalTime(day: Day(number: 20_455), hour: hour)
                    var properties = DocumentProperties(created: created)
                    properties.title = "1970-01-02T00:00:00Z"
                    try Workbook.write(to: path, properties: properties) { book in
                        try book.addSheet(SheetName("A")) { _ in }
                    }
                    let core = String(decoding: try ZipReader(path: path).bytes(of: "docProps/core.xml"), as: UTF8.self)
                    let time = "2026-01-02T\(hour < 10 ? "0" : "")\(hour):00:00Z"
                    #expect(core.components(separatedBy: ">\(time)<").count == 3)
                    #expect(core.contains("<dc:title>1970-01-02T00:00:00Z<"))
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `workbooks can be written side by side`() async throws {
        let folder = try PrivateFolder()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<16 {
                let path = folder.file("\(number).xlsx")
                group.addTask {
                    try DemoWorkbook().write(to: path)
                    return try bytes(of: path)
                }
            }
            let copies = try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            #expect(copies.count == 1)
        }
    }
}
