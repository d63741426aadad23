import Domain
import TestSupport
import Testing

@testable import DelimitedText
@testable import Intake

/// What is written in another way than it is meant, and has one reading only, is read with one note for the file.
struct RepairTests {
    private func level(_ rule: String, of reading: Reading) -> Finding.Level? {
        reading.findings.first { $0.rule.text == rule }?.level
    }

    @Test func `names of foreign letters, hidden marks, apostrophes and hyphens are the register's`() {
        let reading = SmallFile.read(
            SmallFile.sheet(
                "1;;Ðồi Thông;1;30;;;", "2;;Thủy\u{200B} Sơn;1;30;;;", "3;;Chiềng\u{2060}An;1;3\u{AD}0;;;",
                "4;;Chiềng\u{2011}Ân;1;30;;;", "5;00105;Xã Núi\u{2019}Xanh\u{200E};1;30;;;"))
        #expect(reading.rules.sorted() == ["foreign-letter-d", "hidden-mark"])
        #expect(reading.rowsCounted == 5 && reading.sum("luot_nguoi") == 150)
        #expect(reading.findings.allSatisfy { $0.level == .note })
    }

    @Test func `letters of other scripts are read where that makes a known name, in headers too, with one note`() throws
    {
        // Ѕ of Cyrillic.
        let text = SmallFile.sheet("1;;Thủy \u{405}ơn;1;30;;;").replacing("Số lớp", with: "\u{405}ố lớp")
        let reading = SmallFile.read(text)
        #expect(reading.rules == ["foreign-letter"] && level("foreign-letter", of: reading) == .note)
        #expect(reading.rowsCounted == 1 && reading.sum("lop") == 1 && reading.sum("luot_nguoi") == 30)
        let said = try #require(reading.findings.first).message.vi
        #expect(said.contains("“\u{405}” của tiếng Nga (U+0405) ở vị trí thứ 1") && said.contains("ở 2 chỗ"))
    }

    @Test func `vowels of other scripts under combining marks are read as those they look like`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet(
                "1;;H\u{43E}\u{300}\u{430} An;1;30;;;", "2;;Thủy S\u{43E}\u{31B}n;1;30;;;",
                "3;;Đ\u{43E}\u{302}\u{300}i Thông;1;30;;;"))
        #expect(reading.rules == ["foreign-letter"] && reading.rowsCounted == 3)
        let said = try #require(reading.findings.first).message.vi
        #expect(said.contains("ở vị trí thứ 2, được đọc là “o” (Xã Hòa An)") && said.contains("ở 3 chỗ"))
    }

    @Test func `a name wholly of letters of another script is noted too, as soon as it is one of ours`() throws {
        // ΗΟΑ ΑΝ of Greek.
        let name = "\u{397}\u{39F}\u{391} \u{391}\u{39D}"
        let reading = SmallFile.read(SmallFile.sheet("1;;\(name);1;30;;;"))
        #expect(reading.rules.sorted() == ["foreign-letter", "unit-spelling"] && reading.rowsCounted == 1)
        #expect(reading.findings.contains { $0.message.vi.contains("“\u{397}” của tiếng Hy Lạp (U+0397)") })
        let header = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;").replacing("TT;", with: "\u{422}\u{422};"))
        #expect(header.rules == ["foreign-letter"] && header.rowsCounted == 1)
    }

    @Test func `letters that look alike are the same for names and for the look at encodings`() {
        for scalar in (0x370...0x52F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
            #expect(VietnameseLetters.latin(alike: scalar) == LetterLikeness.meant(by: scalar), "\(scalar)")
        }
    }

    @Test func `a name that no letter makes known is told which letter and where`() throws {
        let reading = SmallFile.read(SmallFile.sheet("1;;Thủy \u{421}ảnh;1;30;;;"))
        #expect(reading.rules == ["unknown-unit"] && reading.rowsCounted == 0)
        let remedy = try #require(reading.findings.first?.remedy).vi
        #expect(remedy.contains("chữ “\u{421}” của tiếng Nga (U+0421) ở vị trí thứ 6, trông giống “C”"))
        let header = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;;").replacing("Số lớp", with: "\u{421}ái gì đó"))
        #expect(
            header.findings.contains { $0.rule.text == "unknown-column" && $0.remedy.vi.contains("U+0421") })
        #expect(!header.rules.contains("foreign-letter"))
        // Of letters that all are Cyrillic nothing is said.
        #expect(LetterLikeness.foreignLetter(in: "\u{421}\u{435}") == nil)
    }

    @Test func `hidden marks in headers do not hide a column`() {
        let text = SmallFile.sheet("1;00101;Hòa An;1;30;;;")
            .replacing("Số lớp", with: "Số\u{2060}lớp").replacing("Lượt người", with: "Lượt ng\u{AD}ười")
        let reading = SmallFile.read(text)
        #expect(reading.rules == ["hidden-mark"])
        #expect(reading.sum("lop") == 1 && reading.sum("luot_nguoi") == 30)
    }

    @Test func `codes of spreadsheets and scripts are read with one note`() {
        let reading = SmallFile.read(
            SmallFile.sheet(
                "1;=\"00102\";;1;30;;;", "2;'00103;;1;30;;;", "3;00104.0;;1;30;;;", "4;00105,00;Núi Xanh;1;30;;;"))
        #expect(reading.rules == ["code-as-number"])
        #expect(reading.rowsCounted == 4 && reading.sum("luot_nguoi") == 120)
    }

    @Test func `a code that fits another place than the name is asked about, not repaired`() {
        let reading = SmallFile.read(SmallFile.sheet("1;'00103;Thủy Sơn;1;30;;;", "2;9.9;;1;30;;;"))
        #expect(reading.rules == ["unit-mismatch", "unknown-unit"])
        #expect(reading.rowsCounted == 0)
    }

    @Test func `a code that lost digits at its end is asked about with its cause`() throws {
        func asked(_ row: String) throws -> Finding {
            let reading = SmallFile.read(SmallFile.sheet(row))
            #expect(reading.rules == ["unknown-unit"] && reading.rowsCounted == 0)
            return try #require(reading.findings.first)
        }
        // Of 00110 nothing but the first three digits stands there.
        let rounded = try asked("1;0.11;;1;30;;;")
        #expect(rounded.expected?.vi.contains("00110") == true && rounded.message.vi.contains("bỏ chữ số cuối"))
        #expect(try !asked("1;9.91;;1;30;;;").message.vi.contains("bỏ chữ số cuối"))
    }

    @Test func `several things in one line above the table are its witnesses`() {
        func rules(_ line: String, _ path: String = "2026-10/CAT-01-dt.csv") -> [String] {
            SmallFile.read(line + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"), as: path).rules
        }
        let names = SmallCatalogue.catalogue.departments.first { $0.code == "CAT" }?.name ?? ""
        #expect(rules("Biểu số: 01/ĐT – \(names) – Tháng 10 năm 2026") == [])
        #expect(rules("Biểu số: 01/ĐT - Kỳ báo cáo: Tháng 10 năm 2026 (15/9/2026 – 14/10/2026)") == [])
        #expect(rules("Đơn vị gửi: \(names); Lần gửi: 1; Kỳ báo cáo: 10/2026") == [])
        #expect(rules("Biểu số: 01/ĐT – Tháng 9 năm 2026").contains("witnesses-disagree"))
        #expect(rules("Biểu số: 01/ĐT – không rõ đơn vị") == ["unread-witness"])
        #expect(rules("Biểu số: không rõ – Tháng 10 năm 2026") == ["unread-witness"])
    }

    @Test func `totals of districts that agree are one note, those that differ are each asked about`() {
        let communes = ["00101;Hòa An", "00102;Thủy Sơn"].enumerated().map { "\($0 + 1);\($1);1;30;;;" }
        let own = [";;Tổng huyện Sông Trong;2;60;;;", ";;Cộng huyện Sông Trong;2;60;;;"]
        let agreeing = SmallFile.read(SmallFile.sheet((communes + own).joined(separator: "\n")))
        #expect(agreeing.findings.map(\.level) == [.note] && agreeing.findings[0].message.vi.contains("2 dòng địa bàn"))
        let other = communes + own + [";;Cộng huyện Sông Trong;2;61;;;"]
        let levels = SmallFile.read(SmallFile.sheet(other.joined(separator: "\n"))).findings.map(\.level)
        #expect(levels.sorted() == [.note, .query])
    }

    @Test func `what a script writes for nothing is an empty cell, and a whole number with a zero is whole`() {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1.0;30.0;nan;;", "2;00102;nan;1.0;30.0;<NA>;;", "3;00103;;1;30;NaN;None;"))
        #expect(reading.rules == ["empty-in-words"])
        #expect(reading.sum("luot_nguoi") == 90)
        #expect(reading.tallies.contains { $0.measure == "nu" && $0.cells.number > 0 } == false)
    }

    @Test func `the numbers of a script's rows are left out, and a column of figures without a name is asked about`() {
        func file(_ numbers: [String]) -> Reading {
            let head = "Ô trống: không phát sinh\n;Mã xã;Xã, phường;Số lớp;Lượt người\n"
            return SmallFile.read(
                head + "\(numbers[0]);00101;Hòa An;1;30\n\(numbers[1]);00102;Thủy Sơn;1;30\n\(numbers[2]);00103;;1;30\n"
            )
        }
        #expect(level("unknown-column", of: file(["0", "1", "2"])) == .note)
        #expect(level("unknown-column", of: file(["1", "2", "3"])) == .note)
        #expect(level("unknown-column", of: file(["1", "2", "4"])) == .query)
        #expect(level("unknown-column", of: file(["12", "13", "14"])) == .query)
    }

    @Test func `a figure that is still to come is not collected, and not zero`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;đang cập nhật;;", "2;00102;Thủy Sơn;1;30;Chưa có số liệu;;"))
        #expect(reading.rules == ["figure-awaited"])
        let cells = reading.tallies.filter { $0.measure == "nu" }.map(\.cells)
        #expect(cells == [Tally.Cells(uncollected: 1), Tally.Cells(uncollected: 1)])
    }

    @Test(arguments: ["chưa rõ", "chưa", "chưa phát sinh", "N/A", "#N/A"]) func `other words for a figure stay errors`(
        _ word: String
    ) {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;\(word);;"))
        #expect(reading.rules == [word == "#N/A" ? "formula-error" : "not-a-number"])
    }

    @Test func `the header among the rows is left out with its numbering, and a row that differs from it is not`() {
        let header = "TT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh"
        let rows = ["1;00101;Hòa An;1;30;;;", header, "A;B;C;1;2;3;4;5", "2;00102;Thủy Sơn;1;30;;;", header]
        let reading = SmallFile.read(SmallFile.sheet(rows.joined(separator: "\n")))
        #expect(reading.rules == ["repeated-header"])
        #expect(reading.rowsRead == 2 && reading.sum("luot_nguoi") == 60)
        let other = SmallFile.sheet("1;00101;Hòa An;1;30;;;", "TT;;Xã, phường;Lượt người;Số lớp;;;", "2;00102;;1;30;;;")
        #expect(SmallFile.read(other).rules == ["other-table"])
    }

    @Test func `the numbering of columns among the rows is no total`() {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;;", "A;B;C;1;2;3;4;5", "2;00102;Thủy Sơn;1;30;;;"))
        #expect(reading.rules == [] && reading.sum("luot_nguoi") == 60, "\(reading.rules)")
        // Another order of letters is none.
        let other = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;", "A;C;B;1;2;3;4;5"))
        #expect(other.rules != [])
    }

    @Test func `a whole page head among the rows is left out, and a line that only resembles it is not`() {
        let head = "SỞ MẪU;;;;;;;\nKỳ báo cáo:;Tháng 10 năm 2026;;;;;;"
        let rows = SmallFile.sheet("1;00101;Hòa An;1;30;;;", head, "2;00102;Thủy Sơn;1;30;;;")
        let reading = SmallFile.read(head + "\n" + rows)
        #expect(reading.rules == ["repeated-header"] && reading.sum("luot_nguoi") == 60)
        let other = SmallFile.read(
            head + "\n" + rows.replacing("SỞ MẪU;;;;;;;\nKỳ báo cáo:;", with: "SỞ MẪU;;;;;;;\nNơi gửi:;"))
        #expect(other.rules.contains("missing-place") || other.rules.contains("unknown-unit"))
    }

    @Test func `of periods side by side the file's own columns are taken where the words above prove them`() {
        func file(_ months: [String]) -> Reading {
            SmallFile.read(
                "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;\(months[0]);;\(months[1]);\n"
                    + ";;;Số lớp;Lượt người;Số lớp;Lượt người\n1;00101;Hòa An;1;30;2;50\n2;00102;Thủy Sơn;1;30;2;50\n")
        }
        let proven = file(["Tháng 9", "Tháng 10"])
        #expect(level("several-periods", of: proven) == .note && proven.sum("luot_nguoi") == 100)
        #expect(file(["T10/2026", "T9/2026"]).sum("luot_nguoi") == 60)
        let other = file(["Tháng 8", "Tháng 9"])
        #expect(other.rules == ["several-periods"] && other.state == .refused)
        let twice = file(["Tháng 10", "Tháng 10"])
        #expect(twice.rules == ["duplicate-column", "duplicate-column"] && twice.state == .refused)
        #expect(file(["Tháng 10", "Lũy kế"]).state == .refused)
    }

    @Test func `a district's total among the rows is held against its communes and never added`() {
        let rows = ["1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;30;;;", ";;Tổng huyện Sông Trong;2;60;;;"]
        let right = SmallFile.read(SmallFile.sheet((rows + [";;Toàn tỉnh Mẫu;2;60;;;"]).joined(separator: "\n")))
        #expect(right.rules == ["district-and-communes"] && right.sum("luot_nguoi") == 60)
        #expect(right.findings.map(\.level) == [.note])
        let other = rows.dropLast() + [";;Tổng số huyện Sông Trong;2;60;;;"]
        #expect(SmallFile.read(SmallFile.sheet(other.joined(separator: "\n"))).findings.map(\.level) == [.note])
        let wrong = SmallFile.read(
            SmallFile.sheet((rows.dropLast() + [";;Cộng huyện Sông Trong;2;61;;;"]).joined(separator: "\n")))
        #expect(wrong.findings.map(\.level) == [.query] && wrong.sum("luot_nguoi") == 60)
    }

    @Test func `a date without a year is read by the period alone`() {
        func file(_ date: String) -> Reading {
            SmallFile.read(
                SmallFile.register("1;16/9/2026;\(date);00101;Hòa An;xã;Chủ trì;1;30;ct2"),
                as: "2026-10/CAT-04-lop.csv")
        }
        #expect(file("20/9").rules == ["date-without-year"] && file("20/9").sum("luot_nguoi") == 30)
        #expect(file("20-thg 9").sum("luot_nguoi") == 30)
        let outside = file("20/11")
        #expect(level("date-without-year", of: outside) == .error && outside.sum("luot_nguoi") == nil)
    }

    @Test func `the likely number beside a mark is named, and counted nowhere`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;56*;;;", "2;00102;Thủy Sơn;1;(120);;;", "3;00103;;1;1,84;;;"))
        #expect(reading.rules == ["not-a-number", "not-a-number", "not-whole"])
        #expect(reading.findings[0].message.vi.contains("có phải: 56?"))
        #expect(reading.findings[1].message.vi.contains("có thể là 120, cũng có thể là -120"))
        #expect(reading.findings[2].message.vi.contains("có thể là 1.840"))
        #expect(reading.sum("luot_nguoi") ?? 0 == 0)
    }

    @Test func `one mark outside the table is named by its address`() throws {
        let reading = SmallFile.read(
            "Ô trống: không phát sinh;;;;;\nMã xã;Xã, phường;Số lớp;Lượt người;;\n00101;Hòa An;1;30;;\n"
                + "00102;Thủy Sơn;1;30;;.\n")
        let found = try #require(reading.findings.first)
        #expect(reading.rules == ["unknown-column"] && found.level == .note)
        #expect(found.message.vi.contains("F4"))
    }

    /// «Đơn vị tính» under the header names what each column counts, and no place.
    @Test func `a row of units under the header is none of data, unless it names others`() {
        func reading(_ row: String) -> Reading {
            SmallFile.read(SmallFile.sheet(row, "1;00101;Hòa An;1;30;;;"))
        }
        for row in ["Đơn vị tính;;;lớp;lượt;lượt;triệu đồng;", ";;ĐVT;lớp;người;;;"] {
            #expect(reading(row).rules == [] && reading(row).sum("luot_nguoi") == 30, "\(reading(row).rules)")
        }
        for row in ["Đơn vị tính;;;lớp;nghìn lượt;;;", "ĐVT;;;lớp;lượt;lượt;nghìn đồng;", ";;ĐVT;1;30;;;"] {
            #expect(reading(row).rules != [], "\(row)")
        }
    }

    /// «VIII» before a commune numbers it, and «X.» stands for «Xã»: the last of such rows is no total of those below.
    @Test func `communes that are numbered like groups are communes`() {
        let numbered = SmallFile.read(
            SmallFile.sheet("I;00101;Hòa An;1;30;;;", "II;00102;Thủy Sơn;2;40;;;", "3;00103;Chiềng An;4;50;;;"))
        #expect(numbered.rules == [] && numbered.sum("lop") == 7, "\(numbered.rules)")
        let named = SmallFile.read(
            SmallFile.sheet(";;X. Hòa An;1;30;;;", ";;X. Chiềng An;2;40;;;", "3;00102;Thủy Sơn;4;50;;;"))
        #expect(named.sum("lop") == 7, "\(named.rules)")
        // The control: a group's own total is one.
        let groups = SmallFile.read(
            SmallFile.sheet("I;;Khu vực một;3;70;;;", "1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;2;40;;;"))
        #expect(groups.sum("lop") == 3, "\(groups.rules)")
    }
}
