import Testing
import WordProcessing
import ZipPackage

/// A document that others made is read within bounds, or said to be none.
struct WordFileTests {
    private func fault(_ parts: [(String, String)]) throws -> WordFault? {
        fault(of: try MadeDocument.bytes(parts))
    }

    private func fault(of bytes: [UInt8]) -> WordFault? {
        do throws(WordFault) {
            _ = try WordFile(bytes)
            return nil
        } catch {
            return error
        }
    }

    private let plain = MadeDocument.parts("<w:p><w:r><w:t>Một</w:t></w:r></w:p>")

    @Test func `a plain document is read, its parts in their order`() throws {
        let file = try WordFile(MadeDocument.bytes(plain))
        #expect(file.parts.map(\.name) == plain.map(\.0))
        #expect(file.main == "word/document.xml")
        #expect(try file.paragraphs == ["Một"])
        #expect(!file.isBlank)
    }

    @Test func `one without a letter is blank`() throws {
        #expect(try WordFile(MadeDocument.bytes("<w:p><w:r><w:t> </w:t></w:r></w:p>")).isBlank)
    }

    @Test func `what is no document is called so`() throws {
        #expect(fault(of: []) == .otherFile)
        #expect(fault(of: Array("Báo cáo".utf8)) == .otherFile)
        #expect(fault(of: [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]) == .passwordOrOldFile)
        #expect(try fault([("xl/workbook.xml", "<workbook/>")]) == .otherFile)
        #expect(try fault(MadeDocument.parts("", space: "urn:khác")) != nil)
    }

    @Test func `one that is cut off or changed is damaged`() throws {
        let bytes = try MadeDocument.bytes(plain)
        for length in [bytes.count / 2, bytes.count - 30] {
            guard case .damaged = fault(of: Array(bytes[..<length])) else {
                Issue.record("\(length) of \(bytes.count)")
                continue
            }
        }
        guard case .damaged = try fault(MadeDocument.parts("<w:p>")) else {
            Issue.record("not well-formed")
            return
        }
    }

    @Test func `a document type is refused, and with it every entity`() throws {
        var parts = plain
        parts[2].1 = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>" + parts[2].1
        guard case .damaged(let part, _) = try fault(parts) else {
            Issue.record("taken")
            return
        }
        #expect(part == "word/document.xml")
    }

    @Test func `what acts or reaches outside is refused`() throws {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let rels = "word/_rels/document.xml.rels"
        let outside = "TargetMode=\"External\" Target=\"http://x/y\""
        let acting = [
            ("word/vbaProject.bin", "x"), ("word/embeddings/oleObject1.bin", "x"),
            ("word/activeX/activeX1.xml", "<a/>"),
            (rels, MadeDocument.relations("<Relationship Id=\"r\" Type=\"\(office)/image\" \(outside)/>")),
            (rels, MadeDocument.relations("<Relationship Id=\"r\" Type=\"\(office)/attachedTemplate\" \(outside)/>")),
            (rels, MadeDocument.relations("<Relationship Id=\"r\" Type=\"\(office)/aFChunk\" Target=\"a.html\"/>")),
        ]
        for part in acting {
            #expect(try fault(plain + [part]) == .acts(part: part.0), "\(part)")
        }
        for field in ["DDEAUTO c:\\\\windows", "INCLUDETEXT \"//x/y\"", "INCLUDEPICTURE x"] {
            let instruction = "<w:p><w:r><w:instrText> \(field) </w:instrText></w:r></w:p>"
            #expect(try fault(MadeDocument.parts(instruction)) == .acts(part: "word/document.xml"), "\(field)")
        }
        #expect(try fault(plain + [("_xmlsignatures/sig1.xml", "<a/>")]) == .signed)
    }

    @Test func `links to click on and page numbers are no harm`() throws {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let link = MadeDocument.relations(
            "<Relationship Id=\"r\" Type=\"\(office)/hyperlink\" TargetMode=\"External\" Target=\"http://x\"/>")
        #expect(try fault(plain + [("word/_rels/document.xml.rels", link)]) == nil)
        #expect(try fault(MadeDocument.parts("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")) == nil)
    }

    @Test func `bombs are refused before they are unpacked`() throws {
        let zeros = String(repeating: " ", count: 17 << 20)
        guard case .tooLarge = try fault(plain + [("word/media/a.bin", zeros)]) else {
            Issue.record("a large part")
            return
        }
        let large = String(repeating: " ", count: 15 << 20)
        guard case .tooLarge = try fault(plain + (1...4).map { ("word/media/\($0).bin", large) }) else {
            Issue.record("many large parts")
            return
        }
        guard case .tooLarge = try fault(plain + (1...600).map { ("word/media/\($0).bin", "") }) else {
            Issue.record("many parts")
            return
        }
        let deep = String(repeating: "<w:p>", count: 300) + String(repeating: "</w:p>", count: 300)
        guard case .tooLarge = try fault(MadeDocument.parts(deep)) else {
            Issue.record("a deep part")
            return
        }
    }

    @Test func `bytes of chance never stop the program`() throws {
        let bytes = try MadeDocument.bytes(plain)
        var seed: UInt64 = 1
        func next() -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33)
        }
        var refused = 0
        for _ in 0..<400 {
            var changed = bytes
            for _ in 0..<3 { changed[next() % changed.count] = UInt8(next() & 255) }
            if fault(of: changed) != nil { refused += 1 }
        }
        #expect(refused > 100)
    }
}
