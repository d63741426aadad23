import Testing

@testable import DelimitedText

/// Delimiters and quotes of files of no form.
struct DialectTrialTests {
    private func dialect(_ text: String, isOfNoForm: Bool = true) -> String {
        let found = DelimitedDocument(Array(text.utf8), isOfNoForm: isOfNoForm).dialect
        return String(decoding: [found.delimiter, found.quote], as: UTF8.self)
    }

    @Test(arguments: ["^", "~", "#", "&", "*"])
    func `a rare delimiter is found where cells then hold one thing each`(mark: String) {
        let rows = ["tên,ngày,giá", "Bắc Yên,2026-10-01,1.5", "Phù Yên,2026-10-02,2.5"]
        #expect(dialect(rows.map { $0.replacing(",", with: mark) }.joined(separator: "\n") + "\n") == mark + "\"")
        // With commas inside its cells as well.
        let commas = "nơi\(mark)giá\nBắc Yên, Sơn La\(mark)12,5\nPhù Yên, Sơn La\(mark)13,5\n"
        #expect(dialect(commas) == mark + "\"")
    }

    @Test func `times, addresses and phrases alone are one column`() {
        #expect(dialect("giờ\n08:30:00\n09:15:00\n10:45:00\n") == ",\"")
        #expect(dialect("https://a.vn/x?y=1&z=2\nhttps://b.vn/x?y=1&z=2\nhttps://c.vn/x?y=1&z=2\n") == ",\"")
        #expect(dialect("Bắc Yên\nPhù Yên\nVân Hồ\n") == ",\"")
    }

    @Test func `numbers between blanks are columns`() {
        #expect(dialect("1.5 2.5 3.5\n4.5 5.5 6.5\n7.5 8.5 9.5\n") == " \"")
    }

    @Test func `single quotes quote where that reads better, and apostrophes do not`() {
        #expect(dialect("a,'b,c',d\ne,'f,g',it's\nh,'i,j',k\n") == ",'")
        #expect(dialect("'a','b'\n'1','2'\n'3','4'\n") == ",'")
        #expect(dialect("O'Brien,1\nit's,2\nD'Arcy,3\n") == ",\"")
    }

    @Test func `blanks before quotes do not hide the delimiter`() {
        #expect(dialect("\"a\", \"b; c\", \"d\"\n\"e\", \"f; g\", \"h\"\n\"i\", \"j; k\", \"l\"\n") == ",\"")
    }

    @Test func `what is counted keeps the common delimiters`() {
        #expect(dialect("a^b\n1^2\n3^4\n", isOfNoForm: false) == ",\"")
    }
}
