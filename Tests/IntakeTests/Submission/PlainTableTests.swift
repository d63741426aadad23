import DelimitedText
import Domain
import TestSupport
import Testing

@testable import Intake

struct PlainTableTests {
    private func table(_ text: String) -> PlainTable {
        PlainTable(DelimitedDocument(Array(text.utf8), isOfNoForm: true), file: "a.csv")
    }

    private func rules(_ text: String) -> [String] { table(text).findings.map(\.rule.text) }

    @Test func `a clean table has no finding and begins with its header`() {
        let plain = table("mã,tên,số\n1,A,5\n2,B,6\n")
        #expect(plain.findings.isEmpty)
        #expect(plain.headerRow == 1)
        #expect(plain.leftOut.isEmpty)
    }

    @Test(arguments: ["1,A\n", "1,A,5,9\n", "1;A;5\n"]) func `a row with other cells than the header is an error`(
        _ row: String
    ) {
        let plain = table("mã,tên,số\n" + row + "2,B,6\n3,C,7\n")
        #expect(plain.findings.map(\.rule) == ["row-length"])
        #expect(plain.findings[0].level == .error)
        #expect(plain.findings[0].position.row == 2)
    }

    @Test func `an empty tail on every line is fine, on one line it is not`() {
        #expect(rules("a,b,,\n1,2,,\n3,4,,\n").isEmpty)
        #expect(rules("a,b\n1,2,\n3,4\n") == ["row-length"])
    }

    @Test(arguments: [
        "mãtên,số,chú\n1,A,5,\n2,B,6,\n", "mãtênsố,chú\n1,A,,\n2,B,,\n", "\"mã\"\"tên\",\"số\"\n\"1\",\"A\",\"\"\n",
        "mãtên,số,,\n1,A,,,\n2,B,,,\n", "TT;Nơi Số;Chú\n1;Mường Bú;4;\n2;Bắc Yên;5;\n", "a,b\n1,2,\n3,4,\n",
    ]) func `rows that are all longer than the header, by empty cells, ask whether it lost a delimiter`(_ text: String)
    {
        let plain = table(text)
        #expect(plain.findings.map(\.rule) == ["header-length"])
        #expect(plain.findings.first?.level == .query)
        #expect(plain.findings.first?.position.row == 1)
    }

    @Test func `titles above are left out, padded with delimiters or not`() {
        for tail in ["", ",,"] {
            let plain = table("BÁO CÁO QUÝ\(tail)\n\(tail)\nmã,tên,số\n1,A,5\n2,B,6\n")
            #expect(plain.headerRow == 3)
            #expect(plain.leftOut == [1...2])
            #expect(plain.findings.isEmpty)
        }
    }

    @Test(arguments: [
        "mã;tên;số\n1,A,5\n2,B,6\n", "mã tên số lượng\n1,A,5,x\n2,B,6,y\n", "1,A,5\n2,B,6\n3,C,7\n",
        "x,A,p\ny,B,q\nx,A,p\n", "m\nã,tên,số\n1,A,5\n2,B,6\n", "Chung,,Khác\nnơi,tên,loại\nP,A,q\nR,B,s\n",
    ]) func `a header that may be none is asked about`(_ text: String) {
        #expect(rules(text).contains("header-guessed"))
    }

    @Test func `years may head columns of numbers`() {
        #expect(rules("tên,2024,2025\nA,5,6\nB,7,8\n").isEmpty)
        #expect(rules("2024,2025\n5,6\n7,8\n").isEmpty)
    }

    @Test func `a header that comes again and rows after a blank line are asked about`() {
        #expect(rules("a,b\n1,2\na,b\n3,4\n") == ["several-tables"])
        #expect(rules("a,b\n1,2\n\nx,y\n3,4\n") == ["several-tables"])
        #expect(rules("a,b\n1,2\n\n\n").isEmpty)
    }

    @Test func `a cell that holds whole rows is asked about, one of several lines is not`() {
        #expect(rules("a,b,c\n1,\"x\n2,y,z\n3\",5\n4,5,6\n") == ["cell-holds-rows"])
        #expect(rules("a,b,c\n1,\"x\ny, z\",5\n4,5,6\n").isEmpty)
    }

    @Test func `one quote too many spoils one row and no other`() {
        let plain = table("a,b,c\n1,\"x,3\n4,5,6\n7,8,9\n")
        #expect(plain.rows.map(\.fields.count) == [3, 3, 3, 3])
        #expect(plain.findings.contains { $0.level == .error })
    }

    @Test func `one column is an error, and nothing at all as well`() {
        #expect(rules("một\nhai\nba\n") == ["single-column"])
        #expect(rules("") == ["empty-file"])
        #expect(table("một\nhai\nba\n").rows.count == 3)
    }

    @Test func `a blank after every delimiter is no part of a cell`() {
        #expect(table("a, b, c\n1, \"x, y\", 2\n").rows.last?.fields == ["1", "x, y", "2"])
        #expect(table("a, b,c\n1, 2, 3\n").rows.last?.fields == ["1", " 2", " 3"])
    }

    @Test func `every rule has its page`() {
        #expect(PlainTable.rules.allSatisfy { !$0.page.vi.isEmpty && !$0.page.en.isEmpty })
        #expect(Set(PlainTable.rules.map { $0.code }).isDisjoint(with: RuleList.rules.map { $0.code }))
    }
}
