import Foundation
import Spreadsheet
import Testing
import ZipPackage

struct WorkbookCheckTests {
    private let folder: PrivateFolder
    private let path: String
    private let totals: [SheetTotals]

    init() throws {
        folder = try PrivateFolder()
        path = folder.file("x.xlsx")
        totals = try DemoWorkbook().write(to: path).sheets
    }

    /// Writes the workbook again with one part changed, so that only the contents can tell.
    private func replace(_ part: String, _ change: (String) -> String?) throws {
        var entries: [ZipWriter.Entry] = []
        let reader = try ZipReader(path: path)
        for entry in reader.entries {
            let old = try reader.bytes(of: entry.name)
            if entry.name != part {
                entries.append(ZipWriter.Entry(name: entry.name, bytes: old))
            } else if let new = change(String(decoding: old, as: UTF8.self)) {
                #expect(Array(new.utf8) != old)
                entries.append(ZipWriter.Entry(name: entry.name, bytes: Array(new.utf8)))
            }
        }
        try Data(ZipWriter.zip(entries)).write(to: URL(fileURLWithPath: path))
    }

    private func fault() -> SpreadsheetError? {
        do {
            try WorkbookCheck.verify(path, holds: totals)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an untouched workbook passes`() {
        #expect(fault() == nil)
    }

    @Test func `a workbook cut off anywhere is refused`() throws {
        let whole = try bytes(of: path)
        for kept in stride(from: 0, to: whole.count, by: whole.count / 23) {
            try Data(whole.prefix(kept)).write(to: URL(fileURLWithPath: path))
            #expect(fault()?.reason == .damaged, "\(kept) bytes")
        }
    }

    @Test func `a changed byte in any entry is refused`() throws {
        let whole = try bytes(of: path)
        let needle: [UInt8] = [0x50, 0x4B, 3, 4]
        let headers = whole.indices.filter { whole[$0...].starts(with: needle) }
        #expect(headers.count > 15)
        for header in headers {
            var changed = whole
            let nameLength = Int(whole[header + 26]) + Int(whole[header + 27]) << 8
            changed[header + 30 + nameLength + 20] ^= 0x04
            try Data(changed).write(to: URL(fileURLWithPath: path))
            #expect(fault()?.reason == .damaged, "entry at \(header)")
        }
    }

    @Test func `a sheet cut off inside its package is not well-formed`() throws {
        try replace("xl/worksheets/sheet1.xml") { String($0.prefix(1500)) }
        #expect(fault()?.message.contains("sheet1.xml") == true)
    }

    @Test func `a lost row is missed`() throws {
        try replace("xl/worksheets/sheet2.xml") { xml in
            xml.replacingOccurrences(of: "<row r=\"6\".*?</row>", with: "", options: .regularExpression)
        }
        #expect(fault()?.message.contains("5 rows, and 6 were written") == true)
    }

    @Test func `another number in a cell is noticed`() throws {
        try replace("xl/worksheets/sheet1.xml") { $0.replacingOccurrences(of: "<v>18.5</v>", with: "<v>18.6</v>") }
        #expect(fault()?.message.contains("another value") == true)
    }

    @Test func `two texts that changed places are noticed`() throws {
        try replace("xl/sharedStrings.xml") { xml in
            xml.replacingOccurrences(of: "Bắc Yên", with: "?").replacingOccurrences(of: "Phù Yên", with: "Bắc Yên")
                .replacingOccurrences(of: "?<", with: "Phù Yên<")
        }
        #expect(fault()?.message.contains("another value") == true)
    }

    @Test func `another name of a sheet is noticed`() throws {
        try replace("xl/workbook.xml") { $0.replacingOccurrences(of: "\"so-lieu\"", with: "\"so-lieux\"") }
        #expect(fault()?.message.contains("so-lieux") == true)
    }

    @Test(arguments: ["xl/styles.xml", "xl/worksheets/sheet2.xml", "xl/charts/chart1.xml", "[Content_Types].xml"])
    func `a part that is not there is missed`(part: String) throws {
        try replace(part) { _ in nil }
        #expect(fault()?.reason == .damaged)
    }

    /// The C library returns success here, and the file lacks most of its sheet.
    @Test func `a disk that is full while writing is an error, and leaves nothing`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            let folder = try PrivateFolder()
            let path = folder.file("x.xlsx")
            var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #expect(throws: SpreadsheetError.self) {
                try Workbook.write(to: path, properties: DemoWorkbook.properties()) { book in
                    try book.addSheet(SheetName("A")) { sheet in
                        for row in 0..<20_000 {
                            try sheet.write(
                                .number(Double(row)), at: CellAddress(row: row, column: 0), CellFormat())
                        }
                    }
                }
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
