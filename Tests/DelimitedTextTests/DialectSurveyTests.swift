import DelimitedText
import Testing

struct DialectSurveyTests {
    private func delimiter(_ text: String) -> Character {
        Character(Unicode.Scalar(DelimitedDocument(Array(text.utf8)).dialect.delimiter))
    }

    @Test func `each of the four is found in a plain table`() {
        for wanted in [",", ";", "\t", "|"] {
            let rows = (1...5).map { ["Xã \($0)", "\($0)", "\($0 * 7)\n"] }
            let text = rows.map { $0.joined(separator: wanted) }.joined()
            #expect(String(delimiter(text)) == wanted)
        }
    }

    @Test func `decimal commas in a file of semicolons do not win`() {
        #expect(delimiter("xã;lớp;giờ\nBắc Yên;1,5;2,5\nYên Châu;2,0;3,5\n") == ";")
        #expect(delimiter("Bắc Yên;1,5;2,5;3,5\nYên Châu;1,5;2,5;3,5\n") == ";")
        #expect(delimiter("1,5;1,5;1,5\n2,5;2,5;2,5\n") == ";")
    }

    @Test func `phrases with commas do not win`() {
        #expect(delimiter("xã;nội dung\nA;phổ biến, tuyên truyền, vận động\nB;họp, bàn, ký\nC;không\n") == ";")
    }

    @Test func `a table of commas wins over lists with semicolons`() {
        #expect(delimiter("xã,mã,số\nA,x;y,1\nB,z,2\nC,x;y;z,3\nD,w,4\n") == ",")
    }

    @Test func `quoted cells count as one`() {
        #expect(delimiter("\"a;b;c\",1\n\"d;e;f\",2\n\"g;h;i\",3\n") == ",")
        #expect(delimiter("\"a,b\n,c\";1\n\"d,e,f\";2\n") == ";")
    }

    @Test func `titles above and signatures below do not hide the table`() {
        let text = """
            ỦY BAN NHÂN DÂN
            Biểu số 01, kèm theo Công văn số 12
            Kỳ báo cáo: tháng 10, năm 2026

            TT;Xã;Số lớp;Số giờ
            1;Mường Bú;3;4,5
            2;Mường La;1;2,0
            3;Ngọc Chiến;2;3,5
            Người lập biểu
            """
        #expect(delimiter(text) == ";")
        #expect(DelimitedDocument(Array(text.utf8)).doubts.isEmpty)
    }

    @Test func `one header line alone has columns`() {
        let document = DelimitedDocument(Array("xã;số lớp;số giờ".utf8))
        #expect(document.dialect.delimiter == Dialect.semicolon)
        #expect(document.doubts.isEmpty)
    }

    @Test func `a header alone under its titles has columns, in the delimiter of the header`() {
        let document = DelimitedDocument(Array("SỞ TƯ PHÁP\nTháng 10, năm 2026\nKhông phát sinh\nTT;Xã;Số vụ\n".utf8))
        #expect(document.dialect.delimiter == Dialect.semicolon)
        #expect(document.doubts.isEmpty)
    }

    @Test func `lines of prose are one column`() {
        let document = DelimitedDocument(Array("Kính gửi: Sở Tư pháp, Công an tỉnh\nBáo cáo\nKhông có\n".utf8))
        #expect(document.doubts.map(\.kind) == [.singleColumn])
    }

    @Test func `a separator line decides against the content`() {
        #expect(delimiter("SEP=;\na,b\n1,2\n") == ";")
        #expect(DelimitedDocument(Array("sep=;\na,b\n1,2\n".utf8)).doubts.map(\.kind) == [.singleColumn])
    }
}
