import Domain
import Reporting

/// A whole set, as the command would hand it over.
enum SampleSet {
    static let asOf = LocalTime(day: Day(number: 20_742), hour: 16, minute: 30)

    static var summary: Table {
        func row(_ name: String, _ unit: String, _ value: Int, _ change: Int, _ link: String) -> Table.Row {
            Table.Row(
                .plain,
                [
                    .text(name), .text(unit), .number(value), .change(change),
                    .percent(change, max(value, 1), signed: true),
                    .completeness(Completeness(received: 71, owed: 72)), .link("Phụ lục II", table: link),
                ])
        }
        func heading(_ text: String) -> Table.Row {
            Table.Row(.group, [.text(text)] + [Table.Cell](repeating: .blank, count: 6))
        }
        return Table(
            id: "tom-tat", sheetName: "Tóm tắt", title: "Tóm tắt kết quả thực hiện các chương trình phối hợp",
            subtitle: [SampleTables.period, "DỰ THẢO – số liệu nhận đến ngày 15/10/2026"],
            columns: [
                Table.Column("Chỉ tiêu", kind: .label), Table.Column("Đơn vị tính", kind: .code),
                Table.Column("Kỳ này", kind: .number), Table.Column(["So với kỳ trước", "Tăng, giảm"], kind: .number),
                Table.Column(["So với kỳ trước", "Tỷ lệ"], kind: .number), Table.Column("Báo cáo đã nhận", kind: .code),
                Table.Column("Chi tiết", kind: .label),
            ],
            rows: [
                heading("I. Đào tạo, tập huấn, bồi dưỡng"),
                row("Số lớp đào tạo, tập huấn, bồi dưỡng đã tổ chức", "lớp", 128, 12, "dao-tao"),
                Table.Row(
                    .part,
                    [
                        .text("Trong đó: lớp bằng tiếng dân tộc thiểu số"), .text("lớp"), .number(0), .change(-3),
                        .percentage(absent(.notApplicable), signed: true),
                        .completeness(Completeness(received: 71, owed: 72)), .blank,
                    ]),
                heading("II. An ninh trật tự"),
                row("Vụ tranh chấp đất đai còn tồn cuối kỳ", "vụ", 1_234_567, -4, "dao-tao"),
                row("Kinh phí thực hiện", "triệu đồng", 2_450, 0, "khong-co"),
            ],
            notes: ["Số liệu của kỳ này là số sơ bộ khi chưa nhận đủ báo cáo."])
    }

    static var submissions: Table {
        Table(
            id: "tinh-hinh", sheetName: "PL IX. Tình hình gửi", annex: "Phụ lục IX",
            title: "Tình hình gửi báo cáo của các đơn vị", subtitle: [SampleTables.period],
            columns: [
                Table.Column("TT", kind: .code), Table.Column("Đơn vị gửi báo cáo", kind: .label),
                Table.Column("Biểu", kind: .code), Table.Column("Ngày nhận", kind: .code),
                Table.Column("Trạng thái", kind: .prose), Table.Column("Nội dung cần xử lý", kind: .prose),
                Table.Column("Số lỗi", kind: .number),
            ],
            rows: (1...30).map { index in
                Table.Row(
                    .plain,
                    [
                        .text("\(index)"), .text("Ủy ban nhân dân xã \(SampleTables.districts[index % 12]) \(index)"),
                        .text("01/ĐT"), index % 5 == 0 ? .mark(.notReported) : .day(Day(number: 20_740 + index % 3)),
                        .text(index % 5 == 0 ? "chưa nhận được" : "đã tiếp nhận, cần xác nhận"),
                        .text(
                            index % 4 == 0
                                ? "=Dòng 14, cột C: không có xã, phường “Mường Khoái”; có phải: Mường Khoai (00001)? "
                                    + "Đề nghị sửa tên xã, phường rồi gửi lại cả tệp."
                                : ""),
                        .count(index % 4),
                    ])
            })
    }

    static var office: Table {
        Table(
            id: "nguon", sheetName: "Nguồn và ký hiệu", title: "Nguồn số liệu và ký hiệu",
            columns: [Table.Column("Tệp", kind: .label), Table.Column("SHA-256", kind: .prose)],
            rows: [
                Table.Row(
                    .plain,
                    [
                        .text("2026-10/CAT-03-an.csv"),
                        .text("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                    ])
            ], isForOffice: true)
    }

    static var workbook: Report {
        Report(
            title: "Tổng hợp tháng 10 năm 2026", subject: "Phụ lục của báo cáo", author: "Sở Mẫu", language: .vi,
            tables: [
                summary, SampleTables.training, SampleTables.security, SampleTables.months, submissions, office,
            ])
    }

    static func manifest(_ standing: Standing) -> Manifest {
        Manifest(
            period: Period(october), firstDay: Day(number: 20_711), lastDay: Day(number: 20_740), standing: standing,
            asOf: Instant(seconds: 20_742 * 86_400 + 9 * 3_600 + 1_800), catalogueDigest: "c0ffee",
            inputs: [Manifest.Input(path: "2026-10/CA-03-an.csv", sha256: "abcd")], programVersion: "1.0")
    }

    static let october = Month(index: 2026 * 12 + 9)

    /// A draft in Vietnamese and English with a few returns.
    static func draft(heading: String = "BÁO CÁO", returns: [String] = ["ca", "cat", "ub-00001"]) -> ReportSet {
        let letter = Document([.title([heading]), .paragraph("Tổ chức 45 lớp.")])
        func edition(_ language: Language) -> ReportSet.LanguageEdition {
            let report = Report(
                title: "T", subject: "S", author: "A", language: language, tables: [smallTable(), submissions])
            return ReportSet.LanguageEdition(
                language: language, workbook: report, data: report, summary: Document([.table(smallTable())]),
                letter: letter, page: SamplePage.page(language: language))
        }
        return ReportSet(
            period: Period(october), standing: .draft, asOf: asOf, editions: [edition(.vi), edition(.en)],
            returns: returns.map { name in
                Return(
                    name: name, asOf: asOf,
                    report: Report(
                        title: name, subject: "Phiếu", author: "A", language: .vi, tables: [submissions]),
                    text: letter)
            },
            status: Document([.table(submissions)]), reminders: letter,
            decisions: smallTable(), manifest: manifest(.draft))
    }
}
