import Domain
import TestSupport
import Testing

@testable import Intake

/// Every rule is broken by a file that breaks nothing else.
struct RuleProvocationTests {
    struct Provocation: CustomTestStringConvertible, Sendable {
        let rule: String
        let level: Finding.Level
        var path = "2026-10/CAT-01-dt.csv"
        let text: String

        var testDescription: String { rule }
    }

    @Test(arguments: provocations) func `is said by its own rule alone`(_ provocation: Provocation) {
        let reading = SmallFile.read(provocation.text, as: provocation.path)
        #expect(Set(reading.rules) == [provocation.rule], "\(reading.findings.map(\.message.vi))")
        #expect(reading.findings.map(\.level).max() == provocation.level)
    }

    @Test func `no rule is without a file that breaks it`() {
        let provoked = Set(Self.provocations.map(\.rule) + Self.elsewhere)
        #expect(Set(RuleList.rules.map { $0.code }).symmetricDifference(provoked) == [])
    }

    /// Broken by bytes, not by text, or by too much of it (`ByteRuleTests`), or only where there are sources
    /// (`WholeFileTests`).
    static let elsewhere = [
        "missing-measure-column", "undecodable-byte", "nul-byte", "encoding", "doubtful-encoding", "too-large",
        "mostly-faulty",
        // Of many places (`FilledDownTests`).
        "filled-down",
        // Of workbooks (`WorkbookSubmissionTests`).
        "merged-figure", "merged-words", "hidden-cells", "struck-through", "sheet-left-out",
        // Of a province's package (`Tests/Oracle/nation.py`, and a case).
        "bad-package",
    ]

    static let provocations = repairs + files + columns + protection + rows + places + cells + dates + checks

    private static func sheet(_ rule: String, _ level: Finding.Level, _ rows: String) -> Provocation {
        Provocation(rule: rule, level: level, text: SmallFile.sheet(rows))
    }

    private static func register(_ rule: String, _ level: Finding.Level, _ rows: String...) -> Provocation {
        Provocation(
            rule: rule, level: level, path: "2026-10/CAT-04-lop.csv",
            text: SmallFile.register(rows.joined(separator: "\n")))
    }

    private static let repairs = [
        sheet("foreign-letter", .note, "1;;Thủy \u{405}ơn;1;30;;;"),
        sheet("foreign-letter-d", .note, "1;;Ðồi Thông;1;30;;;"),
        sheet("hidden-mark", .note, "1;;Thủy\u{200B} Sơn;1;30;;;"),
        sheet("code-as-number", .note, "1;=\"00102\";;1;30;;;"),
        sheet("number-as-text", .note, "1;00102;;1;'30;;;"),
        sheet("empty-in-words", .note, "1;00102;;1;30;nan;;"),
        sheet(
            "other-table", .error,
            "1;00102;;1;30;;;\n;;;;;;;\nTT;Mã xã;Xã, phường;Lượt người;Số lớp;;;\n1;00101;;30;1;;;"),
        sheet("comparison-row", .note, "1;00102;;1;30;;;\n;;Tổng kỳ trước;7;400;;;"),
        sheet("uncalculated-total", .note, "1;00102;;1;30;;;\n;;Tổng cộng;=SUM(D3:D3);30;;;"),
        sheet("figure-awaited", .note, "1;00102;;1;30;đang cập nhật;;"),
        sheet(
            "repeated-header", .note,
            "1;00102;;1;30;;;\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh"),
        register("date-without-year", .error, "1;;20/11;00101;Hòa An;xã;Chủ trì;1;30;ct2"),
        Provocation(
            rule: "several-periods", level: .error,
            text: "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Tháng 8;;Tháng 9;\n"
                + ";;;Số lớp;Lượt người;Số lớp;Lượt người\n1;00101;Hòa An;1;30;2;50\n"),
        Provocation(
            rule: "letters-turned-back", level: .note,
            text:
                "├ö trß╗æng: kh├┤ng ph├ít sinh\nM├ú x├ú;X├ú, ph╞░ß╗¥ng;Sß╗æ lß╗¢p;L╞░ß╗út ng╞░ß╗¥i\n00101;H├▓a An;1;30\n"
        ),
    ]

    private static let files = [
        Provocation(rule: "wrong-format", level: .error, path: "2026-10/CAT-01-dt.pdf", text: "%PDF-1.4"),
        Provocation(
            rule: "letters-by-number", level: .error,
            text: "Mã xã;Xã, phường;Số lớp\n00101;H&ograve;a An;1\n00102;Th&#7911;y S&#417;n;1\n"),
        Provocation(rule: "empty-file", level: .error, text: ";;;\n\n"),
        Provocation(
            rule: "supplement-not-by-place", level: .error, path: "2026-10/CAT-04-lop.csv",
            text: "Lần gửi: 2 (bổ sung)\n"
                + SmallFile.register("1;;20/9/2026;00101;Hòa An;xã;Chủ trì;1;30;ct2")),
        Provocation(
            rule: "return-incomplete", level: .error, path: "2026-10/CAT-phieu.csv",
            text: "PHIẾU XÁC NHẬN TIẾP NHẬN SỐ LIỆU;\nKính gửi: Công an tỉnh;\nTệp;Biểu\nCAT-01-dt.csv;01/ĐT\n"),
        Provocation(
            rule: "return-without-reason", level: .note, path: "2026-10/CAT-phieu.csv",
            text: "Kính gửi: Công an tỉnh;;;;;;\nTệp;Dòng;Cột;Mức;Nội dung;Mã quy tắc;Thuyết minh\na;1;A;lỗi;b;c;\n"),
        Provocation(
            rule: "unclosed-quote", level: .error,
            text: "Mã xã;Xã, phường;Số lớp;Lượt người\n00101;\"Hòa An;1;30\n00102;Thủy Sơn;1;30\n"),
        Provocation(
            rule: "single-column", level: .error,
            text: "Kết quả đào tạo\nHòa An 3 lớp\nThủy Sơn 2 lớp\nChiềng An 1 lớp\n"),
        Provocation(
            rule: "lost-letters", level: .error,
            text: "Mã xã;Xã, ph??ng;S? l?p;L??t ng??i\n00101;Hòa An;1;30\n00102;Th?y S?n;1;30\n"),
        Provocation(rule: "header-not-found", level: .error, text: "a;b;c\n1;2;3\n4;5;6\n"),
        Provocation(
            rule: "unknown-form", level: .error, path: "2026-10/CAT.csv",
            text: "Mã xã;Xã, phường;Khác\n00101;Hòa An;1\n00102;Thủy Sơn;2\n"),
        Provocation(
            rule: "unknown-period", level: .error, path: "CAT-01-dt.csv",
            text: SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        Provocation(
            rule: "unknown-department", level: .error, path: "2026-10/01-dt.csv",
            text: SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        Provocation(
            rule: "witnesses-disagree", level: .error, path: "2026-09/CAT-02-tt.csv",
            text: "Đơn vị gửi: Sở Tư pháp;;\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        Provocation(
            rule: "unread-witness", level: .query,
            text: "Kỳ báo cáo: kỳ này\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        Provocation(
            rule: "words-above-table", level: .query,
            text: ";;;Lũy kế từ đầu năm\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        Provocation(
            rule: "not-owed", level: .error, path: "2026-10/BDT-02-tt.csv",
            text: "Ô trống: không phát sinh\nMã xã;Xã, phường;Số buổi;Lượt người nghe\n00101;Hòa An;1;30\n"),
        Provocation(
            rule: "wrong-frequency", level: .error, path: "2026-H1/CAT-01-dt.csv",
            text: SmallFile.sheet("1;00101;Hòa An;1;30;;;")),
        sheet("nothing-filled-in", .query, "1;00101;Hòa An;;;;;\n2;00102;Thủy Sơn;;;;;"),
        Provocation(
            rule: "blanks-unstated", level: .query, text: "Mã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;1;30\n"),
    ]

    private static let columns = [
        Provocation(
            rule: "header-length", level: .query,
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Lượt người\n"
                + "00101;Hòa An;1;30;\n00102;Thủy Sơn;1;30;\n"),
        Provocation(
            rule: "missing-column", level: .error,
            text: "Ô trống: không phát sinh\nMã xã;Số lớp;Lượt người\n00101;1;30\n00102;1;30\n"),
        Provocation(
            rule: "unknown-column", level: .query,
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lóp x;Lượt người\n"
                + "00101;Hòa An;1;30\n00102;Thủy Sơn;1;30\n"
        ),
        Provocation(
            rule: "duplicate-column", level: .error,
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Số lớp đã tổ chức;Lượt người\n"
                + "00101;Hòa An;1;1;30\n"),
    ]

    private static let protection = [
        Provocation(
            rule: "personal-data", level: .error,
            text: "Xã, phường;Họ và tên;Số lớp;Lượt người\nHòa An;Nguyễn Văn A;1;30\nBản Lạ;B;một;30\n"),
        Provocation(rule: "secrecy-mark", level: .error, text: "TỐI MẬT\n" + SmallFile.sheet("1;99999;Hòa An;1;30;;;")),
    ]

    private static let rows = [
        sheet("row-length", .error, "1;00101;Hòa An;1;30;;;\n2;00102;Thủy Sơn;1;30;;"),
        sheet("lone-quote", .error, "1;00101;Hòa An;1;30;;;\n2;00102;\"Thủy\" Sơn;1;30;;;"),
        sheet("declared-total", .query, "1;00101;Hòa An;1;30;;;\nTổng cộng;;;1;31;;;"),
        sheet("nothing-beside-rows", .query, "1;00101;Hòa An;1;30;;;\n;;Không phát sinh;;;;;"),
        sheet("duplicate-row", .error, "1;00101;Hòa An;1;30;;;\n2;;Hoà An;1;30;;;"),
        sheet("district-and-communes", .query, "1;101;Sông Trong;1;31;;;\n2;00101;Hòa An;1;30;;;"),
        sheet(
            "sum-of-other-rows", .query,
            "1;00101;Hòa An;1;30;;;\n2;00102;Thủy Sơn;1;35;;;\n3;00108;Bến Mới;2;65;;;"),
        sheet("reason-is-formula", .query, "1;00101;Hòa An;1;30;;;#NAME?"),
        sheet("reason-too-long", .query, "1;00101;Hòa An;1;30;;;\(String(repeating: "dài ", count: 60))"),
        sheet("person-in-reason", .query, "1;00101;Hòa An;1;30;;;ông Lò Văn Thử báo nhầm"),
        Provocation(
            rule: "unknown-measure", level: .error, path: "2026-10/CAT-06-ct.csv",
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Chỉ tiêu;Giá trị\n"
                + "00101;Hòa An;Số con đường;4\n00101;Hòa An;DT01;2\n"
        ),
        Provocation(
            rule: "sum-too-large", level: .error, path: "2026-10/CAT-04-lop.csv",
            text: SmallFile.register(
                (15...24).map { "1;;\($0)/9/2026;00101;Hòa An;xã;chủ trì;1;999999999999999;" }
                    .joined(separator: "\n"))),
    ]

    private static let places = [
        sheet("unknown-unit", .error, "1;;Mường Xại;1;30;;;"),
        sheet("ambiguous-unit", .error, "1;;Núi Xanh;1;30;;;"),
        sheet("unit-mismatch", .error, "1;00101;Thủy Sơn;1;30;;;"),
        sheet("unit-not-valid", .error, "1;;Cửa Suối;1;30;;;"),
        sheet("missing-place", .error, "1;;;1;30;;;\n2;00101;Hòa An;1;30;;;"),
        sheet("unit-spelling", .note, "1;;Thuy Son;1;30;;;"),
        Provocation(
            rule: "wrong-level", level: .error, path: "2026-10/STP-02-tt.csv",
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số buổi;Lượt người nghe\n"
                + "101;Sông Trong (cũ);1;30\n00101;Hòa An;1;30\n"
        ),
        Provocation(
            rule: "outside-area", level: .error, path: "2026-10/X00101-01-dt.csv",
            text: SmallFile.sheet("1;00102;Thủy Sơn;1;30;;;")),
    ]

    private static let cells = [
        sheet("not-a-number", .error, "1;00101;Hòa An;ba lớp;30;;;"),
        sheet("negative", .error, "1;00101;Hòa An;-3;30;;;"),
        sheet("not-whole", .error, "1;00101;Hòa An;2,5;30;;;"),
        sheet("too-many-decimals", .error, "1;00101;Hòa An;2;30;;12,25;"),
        sheet("above-bound", .query, "1;00101;Hòa An;31;30;;;"),
        sheet("number-too-large", .error, "1;00101;Hòa An;99999999999999999999;30;;;"),
        sheet("formula-error", .error, "1;00101;Hòa An;#REF!;30;;;"),
        sheet("scientific-notation", .error, "1;00101;Hòa An;1E+05;30;;;"),
        sheet("date-for-number", .error, "1;00101;Hòa An;02-Thg1;30;;;"),
        sheet("ambiguous-number", .query, "1;00101;Hòa An;1;30;;1.320;\n2;00102;Thủy Sơn;1;30;;950;"),
        sheet("number-style", .error, "1;00101;Hòa An;1;1.250;;12.5;\n2;00102;Thủy Sơn;1;30;;;"),
    ]

    private static let dates = [
        register("missing-value", .error, "1;;;00101;Hòa An;xã;chủ trì;1;30;"),
        register("not-a-date", .error, "1;;31/9/2026;00101;Hòa An;xã;chủ trì;1;30;"),
        register(
            "date-order", .error, "1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;",
            "2;;9/26/2026;00102;Thủy Sơn;xã;chủ trì;1;30;"),
        register("after-period", .error, "1;;15/10/2026;00101;Hòa An;xã;chủ trì;1;30;"),
        register("dates-of-another-year", .error, "1;;25/9/2025;00101;Hòa An;xã;chủ trì;1;30;"),
        register(
            "dates-of-another-period", .query, "1;;16/8/2026;00101;Hòa An;xã;chủ trì;1;30;",
            "2;;25/8/2026;00101;Hòa An;xã;chủ trì;1;30;", "3;;14/9/2026;00101;Hòa An;xã;chủ trì;1;30;"),
        register("before-period", .query, "1;;14/9/2026;00101;Hòa An;xã;chủ trì;1;30;"),
        register(
            "calendar-month", .error, "1;;02/10/2026;00101;Hòa An;xã;chủ trì;1;30;",
            "2;;20/10/2026;00102;Thủy Sơn;xã;chủ trì;1;30;", "3;;30/10/2026;00104;Chiềng Ân;xã;chủ trì;1;30;"),
        register("unknown-code", .error, "1;;25/9/2026;00101;Hòa An;xã;chủ chì;1;30;"),
        register("code-not-valid", .error, "1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;Chương trình một"),
        register("dates-out-of-order", .error, "1;26/9/2026;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;"),
    ]

    private static let checks = [
        sheet("part-exceeds-whole", .error, "1;00101;Hòa An;1;30;31;;"),
        sheet("zero-together", .error, "1;00101;Hòa An;0;30;;;"),
        Provocation(
            rule: "stock-does-not-follow", level: .error, path: "2026-10/CAT-03-an.csv",
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Tồn đầu kỳ;Phát sinh;Đã giải quyết;Tồn cuối kỳ\n"
                + "00101;Hòa An;4;2;3;2\n"
        ),
        Provocation(
            rule: "columns-do-not-add-up", level: .error, path: "2026-10/STP-02-tt.csv",
            text:
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số buổi;Lượt người nghe;Buổi trực tiếp;Buổi qua loa\n"
                + "00101;Hòa An;7;30;2;4\n"
        ),
    ]
}
