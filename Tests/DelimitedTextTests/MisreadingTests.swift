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

    /// As GBK, Shift JIS and the code page of Korea show it: two or three bytes as one letter.
    @Test(arguments: [
        "S峄\u{FFFD} Y t岷\u{FFFD};;\nK峄\u{FFFD} b谩o c谩o: Th谩ng 10 n膬m 2026;;\nM茫 x茫;X茫, ph瓢峄漬g;L瓢峄\u{FFFD}t ng瓢峄漣 nghe\n03646;Ph瓢峄漬g T么 Hi峄噓;120\n04000;X茫 膼o脿n K岷縯;150\n",
        "S盻\u{FFFD} Y t蘯ｿ;;\nK盻ｳ bﾃ｡o cﾃ｡o: Thﾃ｡ng 10 nﾄノ 2026;;\nMﾃ｣ xﾃ｣;Xﾃ｣, phﾆｰ盻拵g;Lﾆｰ盻｣t ngﾆｰ盻拱 nghe\n03646;Phﾆｰ盻拵g Tﾃｴ Hi盻㎡;120\n04000;Xﾃ｣ ﾄ塵ﾃn K蘯ｿt;150\n",
        "S沼\u{FFFD} Y t梳\u{FFFD};;\nK沼\u{FFFD} b찼o c찼o: Th찼ng 10 n훱m 2026;;\nM찾 x찾;X찾, ph튼沼쓓g;L튼沼즨 ng튼沼쓎 nghe\n03646;Ph튼沼쓓g T척 Hi沼뇎;120\n04000;X찾 휂o횪n K梳퓍;150\n",
    ])
    func `a code page of another script is named as one`(_ written: String) {
        let document = DelimitedDocument(Array(written.utf8))
        #expect(document.decision.misreading.map { $0.codePage.isEmpty && !$0.isTurnedBack } == true)
        #expect(document.doubts.map(\.kind) == [.doubtfulEncoding])
    }

    @Test func `names of another script beside Vietnamese ones are left alone`() {
        let text = "Xã;Ghi chú\nPhường Tô Hiệu;đoàn 中国, 北京\nXã Đoàn Kết;Москва, Россия\nChiềng Cơi;서울\n"
        #expect(DelimitedDocument(Array(text.utf8)).decision.misreading == nil)
    }

    @Test func `letters lost on the second way round are named by their cause`() {
        let page = CodePage.all[1]
        let twice = misread(misread(Self.text, page), page).replacing("\u{A0}", with: " ")
        #expect(DelimitedDocument(Array(twice.utf8)).decision.misreading?.isTurnedBack == false)
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
