import Foundation
import SheetReading
import TestSupport
import Testing
import ZipPackage

struct HostileWorkbookTests {
    private func isDamaged(_ made: RawWorkbook) throws -> Bool {
        if case .damaged = try made.fault() { true } else { false }
    }

    private func isTooLarge(_ made: RawWorkbook, limits: SheetLimits = .standard) throws -> Bool {
        if case .tooLarge = try made.fault(limits: limits) { true } else { false }
    }

    @Test func `a text that is not there is damage, never a blank`() throws {
        #expect(try isDamaged(RawWorkbook(rows: "<row><c t=\"s\"><v>7</v></c></row>", texts: ["<t>a</t>"])))
        #expect(try isDamaged(RawWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row><c t=\"s\"><v>99999999999999999999</v></c></row>", texts: [])))
        #expect(try !isDamaged(RawWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", texts: ["<t>a</t>"])))
    }

    /// Each of them is small, and looking into all of them takes minutes: what was not looked into is not kept.
    @Test func `a zip of more entries than are read is not called looked into`() throws {
        for (count, extent) in [(100, PackageTexts.Extent.whole), (5_000, .sealed)] {
            let bytes = try ZipWriter.zip((0..<count).map { ZipWriter.Entry(name: "\($0).txt", bytes: []) })
            var taken = 0
            #expect(PackageTexts.forEach(in: bytes) { _, _ in taken += 1 } == extent)
            #expect((taken > 0) == (extent == .whole), "\(taken)")
        }
    }

    /// Bytes of what was looked through are passed over; those of anything else may hold more.
    @Test func `a zip is looked through only where its entries are all that it holds`() throws {
        func extent(_ bytes: [UInt8]) -> PackageTexts.Extent { PackageTexts.forEach(in: bytes) { _, _ in } }
        func zip(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
            try ZipWriter.zip([
                ZipWriter.Entry(name: name, bytes: bytes),
                ZipWriter.Entry(name: "other.txt", bytes: Array(repeating: 0x61, count: 9_000)),
            ])
        }
        let sound = try zip("a.xml", Array("<a>một</a>".utf8))
        #expect(extent(sound) == .whole)
        // Text that belongs to no entry, between the first and what follows it: the directory is where it was.
        let hidden = Array(repeating: UInt8(ascii: " "), count: 4_000)
        let end = try #require(sound.indices.last { sound[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
        let start = (0..<4).reduce(0) { $0 | Int(sound[end + 16 + $1]) << (8 * $1) }
        var moved = sound
        for byte in 0..<4 { moved[end + 16 + byte] = UInt8(truncatingIfNeeded: (start + hidden.count) >> (8 * byte)) }
        moved.insert(contentsOf: hidden, at: start)
        #expect(extent(moved) == .inPart)
        // A picture is not looked at; what is packed once more is looked into, and its bytes too.
        #expect(extent(try zip("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0])) == .inPart)
        #expect(extent(try zip("a.zip", sound)) == .inPart)
        // Cut off, or an entry that cannot be inflated.
        #expect(extent(Array(sound.dropLast(30))) == .inPart)
        let name = Array("other.txt".utf8)
        var broken = sound
        broken[try #require(sound.indices.first { sound[$0...].starts(with: name) }) + name.count] = 0xFF
        #expect(extent(broken) == .inPart)
    }

    @Test func `missing styles leave numbers numbers`() throws {
        for style in ["9", "-1", "99999999999999999999"] {
            #expect(try RawWorkbook(rows: "<row><c s=\"\(style)\"><v>1</v></c></row>").cells() == ["R1C1 number 1"])
        }
    }

    @Test func `cells that contradict themselves are damage`() throws {
        #expect(try isDamaged(RawWorkbook(rows: "<row r=\"2\"/><row r=\"2\"/>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row r=\"1048577\"/>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row><c r=\"XFE1\"><v>1</v></c></row>")))
        #expect(try isDamaged(RawWorkbook(rows: "<row><c>")))
    }

    @Test func `a document type is refused, and no entity is followed`() throws {
        var made = RawWorkbook(rows: "")
        made.parts["xl/worksheets/sheet1.xml"] =
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c>"
            + "</row></sheetData></worksheet>"
        #expect(try isDamaged(made))
    }

    @Test func `a part outside of the package is never opened`() throws {
        var made = RawWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/_rels/workbook.xml.rels"] = made.parts["xl/_rels/workbook.xml.rels"]?.replacing(
            "worksheets/sheet1.xml", with: "../../../../etc/passwd")
        #expect(try isDamaged(made))
    }

    @Test func `bombs are refused before they are unpacked`() throws {
        let blanks = String(repeating: " ", count: 40 << 20)
        #expect(try isTooLarge(RawWorkbook(rows: "<row><c><v>1\(blanks)</v></c></row>")))
        var limits = SheetLimits.standard
        limits.packingRatio = 100_000
        limits.unpackedBytes = 1 << 20
        #expect(try isTooLarge(RawWorkbook(rows: "<row/>\(blanks)"), limits: limits))
    }

    @Test func `columns, depth and texts have their bounds`() throws {
        let many = String(repeating: "<c><v>1</v></c>", count: 16_385)
        #expect(try isTooLarge(RawWorkbook(rows: "<row>\(many)</row>")))
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(try isTooLarge(RawWorkbook(rows: "<row>\(deep)</row>")))
        var limits = SheetLimits.standard
        limits.textBytes = 10
        #expect(
            try isTooLarge(
                RawWorkbook(rows: "<row/>", texts: ["<t>mười một ký tự</t>"]), limits: limits))
    }

    /// Reads every sheet to its end.
    private func rows(_ bytes: [UInt8], limits: SheetLimits) throws -> Int {
        guard let workbook = try WorkbookFile(bytes, limits: limits) else { return 0 }
        var rows = 0
        for sheet in workbook.sheets { _ = try workbook.read(sheet) { _ in rows += 1 } }
        return rows
    }

    @Test func `sheets that lie behind each other cost what they are long, not what stands before them`() throws {
        let rows = String(repeating: "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>", count: 200)
        let sheets = (1...60).map { "<Worksheet ss:Name=\"\($0)\"><Table>\(rows)</Table></Worksheet>" }.joined()
        let name = "urn:schemas-microsoft-com:office:spreadsheet"
        let xml = Array(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"\(name)\" xmlns:ss=\"\(name)\">\(sheets)</Workbook>".utf8)
        var limits = SheetLimits.standard
        // Once for their names, once for their rows, and what the parser is given at once.
        limits.workBytes = 3 * xml.count + 60 * (1 << 16)
        #expect(try self.rows(xml, limits: limits) == 60 * 200)
        limits.workBytes = xml.count
        #expect(throws: SheetFault.self) { try self.rows(xml, limits: limits) }
    }

    @Test func `sheets under many names are refused by what they come to`() throws {
        var made = RawWorkbook(rows: String(repeating: "<row><c><v>1</v></c></row>", count: 5_000))
        let names = (1...50).map { "<sheet name=\"\($0)\" sheetId=\"\($0)\" r:id=\"r1\"/>" }.joined()
        made.parts["xl/workbook.xml"] = made.parts["xl/workbook.xml"]?.replacing("<sheets>", with: "<sheets>" + names)
        var limits = SheetLimits.standard
        limits.workBytes = 40 * 5_000 * 26
        #expect(throws: SheetFault.self) { try rows(made.bytes(), limits: limits) }
        limits.workBytes = 60 * 5_000 * 26
        #expect(try rows(made.bytes(), limits: limits) == 51 * 5_000)
    }

    @Test func `files of other kinds are called by their names`() throws {
        func fault(_ names: [String]) throws -> SheetFault? {
            let bytes = try ZipWriter.zip(names.map { ZipWriter.Entry(name: $0, bytes: Array("<a/>".utf8)) })
            do {
                _ = try WorkbookFile(bytes)
                return nil
            } catch let fault as SheetFault {
                return fault
            }
        }
        #expect(try fault(["[Content_Types].xml", "word/document.xml"]) == .otherFile("docx"))
        #expect(try fault(["[Content_Types].xml", "xl/workbook.bin"]) == .unreadKind("xlsb"))
        #expect(try fault(["a.csv"]) == .otherFile("zip"))
        #expect(try WorkbookFile(Array("Mã xã;Tên xã\n".utf8)) == nil)
    }

    @Test func `any cut and any changed byte is read or refused, and never more`() throws {
        let folder = Repository.root + "/Tests/SheetReadingTests/Fixtures/"
        var generator = SeededGenerator(seed: 15)
        for name in ["libreoffice.xls", "libreoffice.ods"] {
            let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + name)))
            for _ in 0..<400 {
                var bytes = whole
                if Bool.random(using: &generator) {
                    bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
                }
                for _ in 0..<Int.random(in: 1...20, using: &generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                do {
                    guard let workbook = try WorkbookFile(bytes) else { continue }
                    for sheet in workbook.sheets { _ = try workbook.read(sheet) { _ in } }
                } catch is SheetFault {}
            }
        }
    }
}
