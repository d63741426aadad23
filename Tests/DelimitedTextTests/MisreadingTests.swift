import Foundation
import Testing

@testable import DelimitedText

/// UTF-8 that a program took for another code page is turned back whole, or not at all.
struct MisreadingTests {
    private static let text = """
        Sở Y tế;;
        Kỳ báo cáo: Tháng 10 năm 2026;;
        Mã xã;Xã, phường;Lượt người nghe
        03646;Phường Tô Hiệu;120
        04000;Xã Đoàn Kết;150

        """

    private func misread(_ text: String, _ page: CodePage) -> String {
        String(decoding: page.shown(Array(text.utf8)), as: UTF8.self)
    }

    private func cells(_ document: DelimitedDocument) -> [[String]] {
        var rows: [[String]] = []
        document.forEachBlock { block in
            for row in 0..<block.rowCount { rows.append((0..<block.fieldCount(row)).map { block.text(row, $0) }) }
        }
        return rows
    }

    @Test(arguments: 1...2) func `every code page is undone, once or twice`(_ times: Int) throws {
        let right = cells(DelimitedDocument(Array(Self.text.utf8)))
        for page in CodePage.all {
            let written = (0..<times).reduce(Self.text) { text, _ in misread(text, page) }
            let document = DelimitedDocument(Array(written.utf8))
            let found = try #require(document.decision.misreading, "\(page.name)")
            #expect(found.isTurnedBack && found.times == times, "\(page.name)")
            #expect(cells(document) == right, "\(page.name)")
            #expect(document.doubts.isEmpty)
        }
    }

    @Test func `a byte-order mark that was misread too is one again`() {
        let document = DelimitedDocument(Array(misread("\u{FEFF}" + Self.text, CodePage.all[1]).utf8))
        #expect(cells(document).first?.first == "Sở Y tế")
    }

    @Test func `of which only some lines are misread, nothing is turned back, and the cause is named`() throws {
        for page in CodePage.all {
            let lines = Self.text.split(separator: "\n")
            let mixed = lines.enumerated().map { $0 < 2 ? String($1) : misread(String($1), page) }.joined(
                separator: "\n")
            let document = DelimitedDocument(Array(mixed.utf8))
            #expect(document.decision.misreading?.isTurnedBack == false, "\(page.name)")
            #expect(document.doubts.map(\.kind) == [.doubtfulEncoding], "\(page.name)")
            #expect(cells(document).first?.first == "Sở Y tế", "\(page.name)")
        }
    }

    @Test func `letters that were lost on the way cannot be turned back`() {
        let written = misread(Self.text, CodePage.all[1]).replacing("\u{A0}", with: " ")
        #expect(DelimitedDocument(Array(written.utf8)).decision.misreading?.isTurnedBack == false)
    }

    @Test(arguments: [
        text, "Tên;Số\nCafé Société Générale;1\nMünchen Übersee Größe;2\n", "a;b\n1;2\n", "Đ;Ư\n1;2\n",
        "Œuvre;Ærø;Ñandú\nßtraße;Åland;Çelik\n",
    ]) func `a text that is right is left alone`(_ text: String) {
        let document = DelimitedDocument(Array(text.utf8))
        #expect(document.decision.misreading == nil)
        #expect(cells(document) == text.split(separator: "\n").map { $0.components(separatedBy: ";") })
    }

    @Test func `a code page gives each byte its letter and takes it back`() {
        for page in CodePage.all {
            for byte in UInt8(0x80)...0xFF {
                let shown = String(decoding: page.shown([byte]), as: UTF8.self).unicodeScalars.first
                #expect(shown.flatMap { page.byte(of: $0) } == byte, "\(page.name) \(byte)")
            }
        }
    }
}
