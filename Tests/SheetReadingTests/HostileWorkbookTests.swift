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
