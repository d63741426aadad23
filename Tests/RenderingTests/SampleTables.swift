import Domain
import Reporting

/// A month of an invented province: districts with their communes, marks, charts, sentences.
enum SampleTables {
    static let districts = [
        "Mường Khoai", "Phiêng Lúa", "Bản Đồi", "Nà Suối", "Chiềng Hoa", "Tà Vải", "Pắc Nậm", "Co Mạ Hạ", "Huổi Luông",
        "Nậm Rốm Thượng", "Lóng Sập Cũ", "Pu Nhi",
    ]
    static let period = "Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)"

    /// Numbers that look like counts, and are always the same.
    static func value(_ district: Int, _ commune: Int, _ measure: Int) -> Int {
        let seed = (district * 7 + commune * 13 + measure * 31) % 23
        return measure == 0 ? seed % 5 : seed * 17 + commune
    }

    static let communesOfDistrict = 6

    static var training: Table {
        var rows: [Table.Row] = []
        var districtRows: [Int] = []
        for (district, name) in districts.enumerated() {
            let row = rows.count + 1
            districtRows.append(row)
            let parts = Array(row + 1...row + communesOfDistrict)
            let totals = (0..<3).map { measure in
                (0..<communesOfDistrict).reduce(0) { $0 + value(district, $1, measure) }
            }
            rows.append(
                Table.Row(
                    .plain,
                    [.text("\(district + 1)"), .text("Địa bàn \(name)")]
                        + (0..<3).map { .total(totals[$0], of: parts) } + comparisons(district, totals)))
            for commune in 0..<communesOfDistrict {
                let values = (0..<3).map { measure -> Table.Cell in
                    .number(value(district, commune, measure), commune == 2 && district == 3 ? .provisional : .reported)
                }
                rows.append(
                    Table.Row(
                        .part,
                        [.blank, .text("Xã \(name) \(commune + 1)")] + values
                            + [
                                .mark(.notApplicable), .mark(.notApplicable),
                                .percentage(absent(.notApplicable), signed: true),
                                .completeness(Completeness(received: 1, owed: 1)),
                            ]))
            }
        }
        let sums = (0..<3).map { measure in
            districts.indices.reduce(0) { sum, district in
                sum + (0..<communesOfDistrict).reduce(0) { $0 + value(district, $1, measure) }
            }
        }
        let total = Table.Row(
            .total,
            [.blank, .text("Toàn tỉnh")] + (0..<3).map { .total(sums[$0], of: districtRows) } + comparisons(99, sums))
        let all = [total] + rows
        return Table(
            id: "dao-tao", sheetName: "PL II. Đào tạo", annex: "Phụ lục II",
            title: "Kết quả đào tạo, tập huấn, bồi dưỡng theo địa bàn",
            subtitle: [period, "(Kèm theo Báo cáo số … /BC-SM ngày … tháng … năm 2026 của Sở Mẫu)"],
            columns: [
                Table.Column("TT", kind: .code), Table.Column("Địa bàn (cấp huyện cũ), xã, phường", kind: .label),
                Table.Column("Số lớp", kind: .number),
                Table.Column(["Lượt người", "Tổng số"], kind: .number),
                Table.Column(["Lượt người", "Trong đó: người dân tộc thiểu số"], kind: .number),
                Table.Column(["So với cùng kỳ năm 2025 (số lớp)", "Cùng kỳ"], kind: .number),
                Table.Column(["So với cùng kỳ năm 2025 (số lớp)", "Tăng, giảm"], kind: .number),
                Table.Column(["So với cùng kỳ năm 2025 (số lớp)", "Tỷ lệ"], kind: .number),
                Table.Column("Báo cáo đã nhận", kind: .code),
            ],
            rows: all,
            notes: [
                "Theo địa giới cấp huyện trước 01/7/2025, chỉ để so sánh.",
                "Số lớp do đơn vị chủ trì báo cáo; lớp liên xã tính một lần cho toàn tỉnh và được ghi ở dòng chưa phân bổ "
                    + "của địa bàn nơi mở lớp.",
            ],
            charts: [
                Table.Chart(
                    kind: .column, title: "Lượt người được đào tạo, tập huấn theo địa bàn, tháng 10 năm 2026",
                    valueTitle: "Lượt người", categoryTitle: "Địa bàn", categoryColumn: 1,
                    series: [
                        Table.Chart.Series(name: "Tổng số", column: 3),
                        Table.Chart.Series(name: "Người dân tộc thiểu số", column: 4),
                    ], rows: districtRows, alternativeText: "Biểu đồ cột: lượt người theo 12 địa bàn.")
            ])
    }

    private static func comparisons(_ district: Int, _ totals: [Int]) -> [Table.Cell] {
        if district == 4 {
            return [
                .mark(.notComparable), .difference(absent(.notComparable), decimals: 0),
                .percentage(absent(.notComparable), signed: true), .completeness(Completeness(received: 5, owed: 6)),
            ]
        }
        let before = totals[0] + 3 - district % 7
        return [
            .number(before), .change(totals[0] - before), .percent(totals[0] - before, max(before, 1), signed: true),
            .completeness(Completeness(received: district == 99 ? 71 : 6, owed: district == 99 ? 72 : 6)),
        ]
    }

    static var months: Table {
        let rows = (1...12).map { month -> Table.Row in
            let now: Table.Cell = month > 10 ? .mark(.notReported) : .number(40 + month * 7 % 31 * 5)
            return Table.Row(
                .plain, [.text("Tháng \(month)"), now, .number(35 + month * 11 % 29 * 5), .percent(month * 8, 100)])
        }
        return Table(
            id: "tien-do", sheetName: "PL VIII. Tiến độ", annex: "Phụ lục VIII",
            title: "Số buổi tuyên truyền theo tháng", subtitle: [period],
            columns: [
                Table.Column("Tháng", kind: .label), Table.Column(["Số buổi", "Năm 2026"], kind: .number),
                Table.Column(["Số buổi", "Năm 2025"], kind: .number),
                Table.Column("Lũy kế so với kế hoạch năm", kind: .number),
            ], rows: rows,
            charts: [
                Table.Chart(
                    kind: .line, title: "Số buổi tuyên truyền từng tháng, năm 2026 so với năm 2025",
                    valueTitle: "Buổi", categoryTitle: "Tháng", categoryColumn: 0,
                    series: [
                        Table.Chart.Series(name: "Năm 2026", column: 1),
                        Table.Chart.Series(name: "Năm 2025", column: 2),
                    ], rows: Array(0..<12), alternativeText: "Biểu đồ đường: số buổi từng tháng của hai năm.")
            ])
    }

    /// Many columns with long headings, as the domain of security has them.
    static var security: Table {
        let headings = [
            "Phạm tội về trật tự xã hội (vụ)", "Đã điều tra, khám phá (vụ)", "Ma túy (vụ)", "Ma túy (đối tượng)",
            "Người nghiện có hồ sơ quản lý cuối kỳ (người)", "Tồn đầu kỳ", "Phát sinh", "Đã giải quyết", "Tồn cuối kỳ",
            "Hộ di cư tự do (hộ)", "Nhân khẩu di cư tự do (người)", "Tệ nạn xã hội (vụ)",
            "Xuất, nhập cảnh trái phép (vụ)", "Tảo hôn (cặp)",
        ]
        let columns = headings.enumerated().map { index, heading in
            Table.Column((5...8).contains(index) ? ["Tranh chấp đất đai (vụ)", heading] : [heading], kind: .number)
        }
        let rows = districts.enumerated().map { district, name in
            Table.Row(
                .plain,
                [.text(name)] + headings.indices.map { .number(value(district, $0, 1) * ($0 % 4 == 0 ? 7 : 0)) } + [
                    .number(12), .change(-district), .percent(-district, 12, signed: true),
                    .completeness(Completeness(received: 6, owed: 6)),
                ])
        }
        let group = "Phạm tội về trật tự xã hội: so với cùng kỳ năm 2025"
        return Table(
            id: "an-ninh", sheetName: "PL IV. An ninh", annex: "Phụ lục IV", title: "An ninh trật tự theo địa bàn",
            subtitle: ["(Kèm theo Báo cáo số … /BC-SM)", period, "DỰ THẢO – số liệu nhận đến ngày 15/10/2026"],
            columns: [Table.Column("Địa bàn", kind: .label)] + columns + [
                Table.Column([group, "Cùng kỳ"], kind: .number), Table.Column([group, "Tăng, giảm"], kind: .number),
                Table.Column([group, "Tỷ lệ"], kind: .number), Table.Column("Báo cáo", kind: .number),
            ],
            rows: rows, notes: ["Theo địa giới cấp huyện trước 01/7/2025, chỉ để so sánh."],
            charts: [
                Table.Chart(
                    kind: .column, title: "Phạm tội về trật tự xã hội theo địa bàn, tháng 10 năm 2026",
                    valueTitle: "vụ",
                    categoryTitle: "Địa bàn", categoryColumn: 0,
                    series: [
                        Table.Chart.Series(name: "Năm 2025", column: 15),
                        Table.Chart.Series(name: "Năm 2026", column: 1),
                    ], rows: Array(0..<12), alternativeText: "Biểu đồ cột: số vụ theo địa bàn.")
            ])
    }
}
