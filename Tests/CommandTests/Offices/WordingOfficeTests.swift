import Foundation
import Testing
import WordProcessing

/// An officer writes into a copy of the draft's document; the next runs keep her words and exchange figures.
struct WordingOfficeTests {
    private static let draft = "reports/2026-10/du-thao/bao-cao-2026-10.docx"
    private static let wording = "inputs/loi-van/2026-10.docx"
    private static let letter = """
        code: bao-cao
        sections:
          - heading: {vi: "Tuyên truyền", en: "Public information"}
            sentences:
              - vi: "Tổ chức {TT01} với {TT02} nghe."
                en: "Sessions: {TT01} for {TT02}."
          - heading: {vi: "An ninh trật tự", en: "Security"}
            sentences:
              - vi: "Xảy ra {AN04}, {AN04 change}."
                en: "Crimes: {AN04}, {AN04 change}."
                none: {vi: "Không xảy ra vụ nào.", en: "No crime was recorded."}
        shortcomings: []

        """

    private func office() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        try Data(Self.letter.utf8).write(to: office.url("inputs/catalogue/reports/bao-cao.yaml"))
        try FileManager.default.createDirectory(
            at: office.url("inputs/loi-van"), withIntermediateDirectories: true)
        return office
    }

    private func bytes(_ office: SmallOffice, _ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: office.url(path)))
    }

    private func text(_ office: SmallOffice, _ path: String = draft) throws -> String {
        String(decoding: try WordFile(bytes(office, path)).document.bytes, as: UTF8.self)
    }

    /// Puts a copy of the draft's document into her folder, with other words in it.
    private func write(_ office: SmallOffice, _ edit: (String) -> String) throws {
        let file = try WordFile(bytes(office, Self.draft))
        let parts = file.parts.map { part in
            part.name == file.main
                ? WordFile.Part(name: part.name, bytes: Array(edit(String(decoding: part.bytes, as: UTF8.self)).utf8))
                : part
        }
        try Data(WordWriter.zip(parts)).write(to: office.url(Self.wording))
    }

    private func withHerWords(_ text: String) -> String {
        text.replacingOccurrences(of: "Tổ chức </w:t>", with: "Toàn tỉnh đã tổ chức được </w:t>")
            .replacingOccurrences(of: ">[…]<", with: ">Đề nghị Ủy ban nhân dân tỉnh quan tâm.<")
    }

    /// What Word keeps beside the paragraphs goes out with the report.
    @Test(arguments: [
        "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Ảnh 1\" descr=\"@\"/></wp:inline></w:drawing>",
        "<w:fldSimple w:instr=\"QUOTE &quot;@&quot;\"/>", "<w:sdt><w:sdtPr><w:alias w:val=\"@\"/></w:sdtPr></w:sdt>",
        "<w:bookmarkStart w:id=\"9\" w:name=\"@\"/>", "<!-- @ -->",
    ]) func `nobody stands beside her words`(_ place: String) throws {
        func ending(_ text: String) throws -> Ending {
            let office = try office()
            #expect(try office.run(["run", "2026-10"]).exit == 0)
            try write(office) {
                $0.replacingOccurrences(
                    of: "Tổ chức </w:t>", with: "Tổ chức </w:t>" + place.replacingOccurrences(of: "@", with: text))
            }
            return try office.run(["run", "2026-10"])
        }
        for text in ["bị can Lò Văn Thử, sinh năm 1985", "CCCD 014085000777"] {
            let refused = try ending(text)
            #expect(refused.errors.contains("[personal-data]") && !refused.errors.contains(text), "\(refused)")
        }
        #expect(try !ending("biểu đồ số buổi").errors.contains("[personal-data]"))
    }

    @Test func `after a correction only figures differ`() throws {
        let office = try office()
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        try write(office, withHerWords)
        let copy = try bytes(office, Self.wording)
        let second = try office.run(["run", "2026-10"])
        #expect(second.exit == 0, "\(second.errors)")
        let before = try text(office)
        #expect(before.contains("Toàn tỉnh đã tổ chức được "))
        #expect(before.contains("Đề nghị Ủy ban nhân dân tỉnh quan tâm."))

        let file = office.submission("2026-10/CA-03-an.csv")
        let rows = try String(contentsOf: file, encoding: .utf8)
        try Data(rows.replacingOccurrences(of: "2;90102;Suối Lớn;1;", with: "2;90102;Suối Lớn;2;").utf8).write(to: file)
        #expect([0, 1].contains(try office.run(["run", "2026-10"]).exit))
        let after = try text(office)
        #expect(after.contains("Toàn tỉnh đã tổ chức được "))
        // Outside of the program's own sentences nothing differs; in her sentence figures alone do.
        #expect(try words(before) == words(after))
        // The file is hers, and nobody else's to write.
        #expect(try bytes(office, Self.wording) == copy)
    }

    /// What a text says, the program's untouched sentences and all figures aside.
    private func words(_ text: String) throws -> [String] {
        let markup = try WordMarkup(Array(text.utf8), part: "word/document.xml")
        let own = markup.contentControls.filter { control in
            control.tag.hasPrefix("so|")
                || control.tag.hasPrefix("cau|") && !markup.text(of: control).contains("Toàn tỉnh")
        }.map { markup.elements[$0.index].whole }
        return try WordMarkup(markup.replacing(own.map { ($0, []) }), part: "word/document.xml").paragraphs
    }

    @Test func `the same ledger gives the same document, and editions keep it`() throws {
        let office = try office()
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        try write(office, withHerWords)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        let first = try bytes(office, Self.draft)
        try FileManager.default.removeItem(at: office.url("reports/2026-10"))
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        #expect(try bytes(office, Self.draft) == first)
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit == 0)
        let issued = try text(office, "reports/2026-10/lan-1/bao-cao-2026-10.docx")
        #expect(issued.contains("Toàn tỉnh đã tổ chức được ") && !issued.contains("DỰ THẢO"))
        #expect(try office.run(["verify"], now: nil).exit == 0)
        // As of before she wrote, her words are not there.
        let past = try office.run(
            ["report", "2026-10", "--as-of", "2026-10-17T08:00+07:00", "--output", "cu"], now: nil)
        #expect(past.exit == 0, "\(past.errors)")
    }

    @Test func `packages that are protected hold no word of hers, and the leadership's does`() throws {
        let office = try office()
        let plan = office.url("inputs/catalogue/audiences.yaml")
        let audiences = try String(contentsOf: plan, encoding: .utf8)
        try Data(
            audiences.replacingOccurrences(
                of: "texts: [tom-tat, tong-hop]", with: "texts: [tom-tat, tong-hop, bao-cao]"
            ).utf8
        )
        .write(to: plan)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        try write(office, withHerWords)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit == 0)
        for audience in ["leadership", "public"] {
            let ending = try office.run(["export", "2026-10", "--audience", audience])
            #expect(ending.exit == 0, "\(ending.errors)")
            let folder = "reports/2026-10/xuat/2026-10-lan-1-\(audience)"
            let path = "\(folder)/bao-cao-2026-10-\(audience).docx"
            guard FileManager.default.fileExists(atPath: office.url(path).path) else {
                // Where the plan does not give the text, it gives no document.
                #expect(
                    !FileManager.default.fileExists(
                        atPath: office.url(path.replacingOccurrences(of: ".docx", with: ".txt")).path))
                continue
            }
            #expect(
                try text(office, path).contains("Toàn tỉnh đã tổ chức được ") == (audience == "leadership"),
                "\(audience)")
        }
    }

    @Test func `a file that cannot be taken is named, and the one before stands`() throws {
        let office = try office()
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        try write(office, withHerWords)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        let file = office.url(Self.wording)
        func ending(_ put: () throws -> Void) throws -> Ending {
            try? FileManager.default.removeItem(at: file)
            try put()
            let ending = try office.run(["run", "2026-10"])
            #expect(ending.exit == 1)
            #expect(try text(office).contains("Toàn tỉnh đã tổ chức được "))
            return ending
        }
        #expect(try ending { try Data("x".utf8).write(to: file) }.errors.contains("[unreadable-wording]"))
        #expect(try ending { try Data().write(to: file) }.errors.contains("[unreadable-wording]"))
        #expect(
            try ending { try Data([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).write(to: file) }.errors.contains("có mật khẩu"))
        #expect(
            try ending {
                try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "/etc/passwd")
            }
            .errors.contains("[unreadable-wording]"))
        #expect(try ending { _ = mkfifo(file.path, 0o600) }.errors.contains("[unreadable-wording]"))
        #expect(
            try ending { try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false) }
                .errors.contains("[unreadable-wording]"))
        #expect(try ending {}.errors.contains("[file-gone]"))
    }

    @Test func `a person's number in it is refused and not kept`() throws {
        let office = try office()
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        try write(office) { $0.replacingOccurrences(of: ">[…]<", with: ">Liên hệ số CCCD 014099001234.<") }
        let ending = try office.run(["run", "2026-10"])
        #expect(ending.exit == 1)
        #expect(ending.errors.contains("[personal-data]") && !ending.errors.contains("014099001234"))
        #expect(!(try text(office).contains("014099001234")))
    }
}
