import Foundation
import Spreadsheet
import Testing
import WordProcessing

/// The small province's whole set as text: every figure, format, page and sentence, so that a difference can be read.
///
/// `TONGHOP_RECORD=1` records the files under `Goldens/nho` anew.
struct GoldenSetTests {
    private static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens/nho")

    /// What the small province does not have and a whole set needs: both languages, sentences, months.
    private static let letter = """
        code: bao-cao
        sections:
          - heading: {vi: "Tuyên truyền", en: "Public information"}
            sentences:
              - vi: "Tổ chức {TT01} với {TT02} nghe, {TT01 change}; lũy kế từ đầu năm {TT01 cumulative}, {TT01 target}."
                en: "Sessions: {TT01} for {TT02}, {TT01 change}; since the start of the year {TT01 cumulative}, {TT01 target}."
                none: {vi: "Trong kỳ không tổ chức buổi tuyên truyền nào.", en: "No session was held."}
          - heading: {vi: "An ninh trật tự", en: "Security"}
            sentences:
              - vi: "Xảy ra {AN04}, {AN04 change}."
                en: "Crimes: {AN04}, {AN04 change}."
                none: {vi: "Không xảy ra vụ nào.", en: "No crime was recorded."}
        shortcomings: []

        """

    /// The draft's files by name: texts as they are, workbooks as their dumps.
    private func draft() throws -> [String: String] {
        let office = try SmallOffice()
        func change(_ path: String, _ old: String, _ new: String) throws {
            let text = try office.text(path).replacingOccurrences(of: old, with: new)
            try Data(text.utf8).write(to: office.url(path))
        }
        try change("inputs/catalogue/organisation.yaml", "languages: [vi]", "languages: [vi, en]")
        try change(
            "inputs/catalogue/reports/tong-hop.yaml", "  - tinh-hinh-gui", "  - tien-do\n  - tinh-hinh-gui")
        try Data(Self.letter.utf8).write(to: office.url("inputs/catalogue/reports/bao-cao.yaml"))
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 1)
        let folder = office.url("reports/2026-10/du-thao")
        var files: [String: String] = [:]
        for name in FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [] {
            let path = folder.appendingPathComponent(name).path
            if name.hasSuffix(".xlsx") {
                files["\(name).dump"] = try WorkbookDump.text(of: path)
            } else if name.hasSuffix(".docx") {
                files["\(name).dump"] = try Self.dump([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
            } else if name.hasSuffix(".txt") {
                files[name] = try String(contentsOfFile: path, encoding: .utf8)
            }
        }
        return files
    }

    /// The text of a document as its markup, a paragraph or a part of a table a line.
    private static func dump(_ bytes: [UInt8]) throws -> String {
        let file = try WordFile(bytes)
        let text = String(decoding: file.document.bytes, as: UTF8.self)
        return ["<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sectPr>"].reduce(text) {
            $0.replacingOccurrences(of: $1, with: "\n\($1)")
        } + "\n"
    }

    @Test func `the small province's set is what was recorded`() throws {
        let written = try draft()
        let manager = FileManager.default
        if ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1" {
            try? manager.removeItem(at: Self.goldens)
            for (name, text) in written {
                let file = Self.goldens.appendingPathComponent(name)
                try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
        }
        let names = (manager.enumerator(atPath: Self.goldens.path)?.allObjects as? [String] ?? []).filter {
            $0.hasSuffix(".txt") || $0.hasSuffix(".dump")
        }
        #expect(Set(names) == Set(written.keys))
        for name in names.sorted() {
            let recorded = try String(contentsOf: Self.goldens.appendingPathComponent(name), encoding: .utf8)
            let found = written[name] ?? ""
            guard recorded != found else { continue }
            let difference = zip(
                recorded.split(separator: "\n", omittingEmptySubsequences: false),
                found.split(separator: "\n", omittingEmptySubsequences: false)
            ).enumerated().first { $0.element.0 != $0.element.1 }
            Issue.record(
                "\(name), line \((difference?.offset ?? 0) + 1): \(difference.map { "\($0.element)" } ?? "length")")
        }
    }

    @Test func `the data workbooks keep the guidance for statistical spreadsheets on every sheet`() throws {
        let dumps = try draft().filter { $0.key.hasPrefix("so-lieu") && $0.key.hasSuffix(".dump") }
        #expect(dumps.count == 2)
        for (name, dump) in dumps { #expect(DataGuidance(dump: dump).breaches == [], "\(name)") }
    }

    @Test func `what breaks the guidance is found`() throws {
        let annexes = try #require(draft()["tong-hop-2026-10.xlsx.dump"])
        let breaches = DataGuidance(dump: annexes).breaches.joined(separator: "\n")
        for words in ["not one table", "merged cells", "blank", "colours that say", "is not explained"] {
            #expect(breaches.contains(words), "\(words)")
        }
    }

    @Test func `the English files have no Vietnamese words of ours`() throws {
        let words = [
            "báo cáo", "số liệu", "chỉ tiêu", "toàn tỉnh", "cùng kỳ", "lũy kế", "tháng", "chưa", "không", "phụ lục",
            "biểu đồ",
        ]
        for (name, text) in try draft() where name.contains("-en.") {
            // Messages to departments are given in both languages; names of files and units stay as they are.
            let lines = text.lowercased().split(separator: "\n")
            for word in words {
                let found = lines.first { $0.contains(word) }
                #expect(found == nil, "\(name): “\(word)” in \(found ?? "")")
            }
        }
    }

    @Test func `no line of a text is over its width`() throws {
        for (name, text) in try draft()
        where name.hasSuffix(".txt") && !name.contains("bao-cao") && name != "don-doc.txt" {
            for line in text.split(separator: "\n") {
                #expect(line.count <= 100, "\(name): \(line)")
            }
        }
    }
}
