import CivilCalendar
import Foundation
import Spreadsheet

/// A folder of one test's own, gone with it.
final class PrivateFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tonghop-sheet-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}

/// The bytes of a file.
func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}

/// `A1` and the like, for tests that show their cells.
func at(_ text: String) throws -> CellAddress {
    guard let address = CellAddress(text) else { throw NoSuchCell(text: text) }
    return address
}

/// A range given by its corners.
func cells(_ first: String, _ last: String) throws -> CellRange {
    CellRange(try at(first), try at(last))
}

struct NoSuchCell: Error {
    let text: String
}

/// A workbook that uses all that this house offers, with invented figures.
struct DemoWorkbook {
    private let head = CellFormat().with {
        $0.bold = true
        $0.horizontal = .centre
        $0.vertical = .centre
        $0.wraps = true
        $0.fill = Colour(0xDDEBF7)
        $0.borders = .all(.thin)
    }
    private let figure = CellFormat().with {
        $0.numberFormat = "#,##0;-#,##0;-"
        $0.borders = .all(.thin)
    }
    private let label = CellFormat().with {
        $0.borders = .all(.thin)
        $0.keepsText = true
    }
    private let rows: [(String, Double, Double)] = [
        ("Quỳnh Nhai", 12, 4), ("Thuận Châu", 31, 9), ("Mường La", 0, 2), ("Bắc Yên", 7, 7), ("Phù Yên", 18.5, 1),
    ]

    static func properties() -> DocumentProperties {
        var properties = DocumentProperties(created: LocalTime(day: Day(number: 20_746), hour: 9, minute: 30))
        properties.title = "Phụ lục số liệu tháng 10 năm 2026"
        properties.subject = "Kỳ báo cáo từ ngày 15/9/2026 đến ngày 14/10/2026"
        properties.author = "Sở Dân tộc và Tôn giáo"
        properties.company = "Ủy ban nhân dân tỉnh"
        properties.keywords = "tổng hợp"
        properties.comments = "số liệu thử"
        properties.language = "vi-VN"
        properties.custom = [.init("Kỳ", "2026-10"), .init("Lần", "1")]
        return properties
    }

    @discardableResult
    func write(to path: String) throws -> Workbook.Written {
        try Workbook.write(to: path, properties: Self.properties()) { book in
            let annex = try SheetName("PL I. Tổng hợp")
            let data = try SheetName("so-lieu")
            try book.addSheet(annex) { sheet in
                try drawAnnex(&sheet, linkingTo: data)
                try drawCharts(&sheet)
            }
            try book.addSheet(data) { try drawData(&$0) }
            try book.define("tong_so_vu", as: SheetRange(annex, cells("B5", "B9")))
        }
    }

    private func drawAnnex(_ sheet: inout Sheet, linkingTo data: SheetName) throws {
        let title = head.with {
            $0.fontSize = 14
            $0.fill = nil
            $0.borders = Borders()
        }
        try sheet.setColumns(0...0, width: 24)
        try sheet.setColumns(1...3, width: 12)
        try sheet.merge(cells("A1", "D1"), .text("Phụ lục I"), title)
        try sheet.merge(cells("A2", "D2"), .runs([.init("Kèm theo "), .init("Báo cáo số …", title)]), title)
        try sheet.setRow(1, height: 32)
        for (column, text) in ["Địa bàn", "Số vụ", "Đã giải quyết", "Tỷ lệ (%)"].enumerated() {
            try sheet.write(.text(text), at: CellAddress(row: 3, column: column), head)
        }
        for (index, row) in rows.enumerated() {
            let line = 4 + index
            try sheet.setRow(line, outline: OutlineLevel(level: 1))
            try sheet.write(.text(row.0), at: CellAddress(row: line, column: 0), label)
            try sheet.write(.number(row.1), at: CellAddress(row: line, column: 1), figure)
            try sheet.write(.number(row.2), at: CellAddress(row: line, column: 2), figure)
            let ratio = CellAddress(row: line, column: 3)
            if row.1 == 0 {
                try sheet.write(.text("x"), at: ratio, label.with { $0.horizontal = .right })
            } else {
                try sheet.write(
                    .formula("=C\(line + 1)/B\(line + 1)*100", .number(row.2 / row.1 * 100)), at: ratio,
                    figure.with { $0.numberFormat = "0.0" })
            }
        }
        try sheet.write(.text("Toàn tỉnh"), at: at("A10"), head)
        try sheet.write(.formula("SUM(B5:B9)", .number(68.5)), at: at("B10"), head)
        try sheet.write(.formula("IF(C10>0,\"có\",\"\")", .text("có")), at: at("C10"), head)
        try sheet.write(.link("Xem số liệu", to: data, at("A1")), at: at("D10"), head)
        try sheet.write(
            .date(LocalTime(day: Day(number: 20_740))), at: at("A11"),
            CellFormat().with { $0.numberFormat = "dd/mm/yyyy" })
        try sheet.note("Số liệu bổ sung ngày 20/10/2026", at: at("B5"))
        try setUp(&sheet)
    }

    private func setUp(_ sheet: inout Sheet) throws {
        sheet.putSummariesAbove()
        try sheet.freeze(at: at("B5"))
        sheet.hideGrid()
        sheet.setTab(Colour(0x1F4E79))
        sheet.activate()
        try sheet.zoom(to: 110)
        try sheet.select(cells("B5", "B9"))
        var page = PageSetup()
        page.orientation = .landscape
        page.header = PageLine(centre: [.pageNumber])
        page.footer = PageLine(left: [.text("R&D 12")], right: [.sheetName, .text(" / "), .pageCount], fontSize: 9)
        page.hasBareFirstPage = true
        page.pagesWide = 1
        page.pagesTall = 0
        page.repeatedRows = 3...3
        page.repeatedColumns = 0...0
        page.printArea = try cells("A1", "N48")
        page.isCentred = true
        page.breaksBeforeRows = [30]
        try sheet.setPage(page)
        let alarm = CellFormat().with {
            $0.bold = true
            $0.colour = Colour(0xC00000)
        }
        try sheet.highlight(cells("B5", "B9"), .dataBar(Colour(0x9DC3E6)))
        try sheet.highlight(cells("C5", "C9"), .icons(.arrows, reversed: false))
        try sheet.highlight(cells("D5", "D9"), .scale(low: .white, middle: nil, high: Colour(0xF8CBAD)))
        try sheet.highlight(cells("D5", "D9"), .number(.greater, 50, alarm))
        try sheet.highlight(cells("A5", "A9"), .text("Bắc Yên", alarm))
        try sheet.highlight(cells("A5", "A9"), .containing("Yên", CellFormat().with { $0.italic = true }))
        try sheet.highlight(cells("A5", "A9"), .formula("$B5=0", CellFormat().with { $0.fill = Colour(0xFFF2CC) }))
        try sheet.highlight(cells("A5", "D9"), .blank(CellFormat().with { $0.fill = Colour(0xFFC7CE) }))
    }

    private func drawCharts(_ sheet: inout Sheet) throws {
        let categories = SheetRange(sheet.name, try cells("A5", "A9"))
        let cases = SheetRange(sheet.name, try cells("B5", "B9"))
        let settled = SheetRange(sheet.name, try cells("C5", "C9"))
        let series = [
            Chart.Series("Số vụ", categories: categories, values: cases, colour: Colour(0x1F4E79)),
            Chart.Series("Đã giải quyết", categories: categories, values: settled, colour: Colour(0xED7D31)),
        ]
        let corners = ["F1", "F16", "A16", "A31"]
        for (kind, corner) in zip([Chart.Kind.column, .bar, .line, .doughnut], corners) {
            var chart = Chart(
                kind, title: "Số vụ việc & kết quả", alternativeText: "Số vụ theo địa bàn", series: series)
            chart.categoryTitle = "Địa bàn"
            chart.valueTitle = "Số vụ (vụ)"
            chart.gap = 60
            chart.readsDownward = kind == .bar
            if kind == .line { chart.series[1].isDashed = true }
            if kind == .doughnut {
                chart.series = [series[0]]
                chart.series[0].labels = .percentages
                chart.series[0].pointColours = [Colour(0x1F4E79), nil, Colour(0xED7D31)]
                chart.holeSize = 60
            } else {
                chart.series[0].labels = .values
            }
            try sheet.insert(chart, at: at(corner))
        }
    }

    private func drawData(_ sheet: inout Sheet) throws {
        let columns = ["Địa bàn", "Số vụ"].map { DataTable.Column($0, head) }
        try sheet.addTable(DataTable(name: "so_lieu", columns: columns, rowCount: rows.count), at: at("A1"))
        for (index, row) in rows.enumerated() {
            try sheet.write(.text(row.0), at: CellAddress(row: index + 1, column: 0), label)
            try sheet.write(.number(row.1), at: CellAddress(row: index + 1, column: 1), figure)
        }
        try sheet.restrict(
            cells("B2", "B6"),
            to: EntryRule(
                .wholeNumber(0...1_000_000), prompt: .init("Số vụ", "Ghi số nguyên từ 0 trở lên"),
                fault: .init("Chưa đúng", "Đề nghị ghi số nguyên")))
        try sheet.restrict(cells("C2", "C6"), to: EntryRule(.oneOf(["chủ trì", "phối hợp"])))
        try sheet.restrict(cells("D2", "D6"), to: EntryRule(.oneIn(SheetRange(sheet.name, cells("A2", "A6")))))
    }
}
