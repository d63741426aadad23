import Domain
import Reporting
import Spreadsheet

/// A template as a workbook of three sheets: the form to fill in, how that is done, and the lists to choose from.
struct TemplateWorkbook {
    private let template: Template
    private let form: SheetName
    private let guide: SheetName
    private let lists: SheetName
    /// The row of the table's header.
    private let headerRow: Int
    private let rowCount: Int
    private let widths: TemplateColumnWidths

    init(_ template: Template) throws {
        self.template = template
        form = try SheetName(template.sheetName)
        guide = try SheetName("Hướng dẫn")
        lists = try SheetName("Danh mục")
        headerRow = template.linesAbove.count
        rowCount = template.rows.count + template.emptyRowCount
        widths = TemplateColumnWidths(template)
    }

    func draw(into book: inout Book) throws {
        try book.addSheet(form) { sheet in try drawForm(into: &sheet) }
        try book.addSheet(guide) { sheet in try drawGuide(into: &sheet) }
        if !listTexts.isEmpty { try book.addSheet(lists) { sheet in try drawLists(into: &sheet) } }
    }

    private func drawForm(into sheet: inout Sheet) throws {
        for (row, line) in template.linesAbove.enumerated() {
            guard let line else { continue }
            let style = row < template.title.count ? Style.title : Style.line
            try sheet.write(.text(line), at: CellAddress(row: row, column: 0), style)
        }
        if template.blanks.count > 1, let range = listRange(0) {
            let cell = CellAddress(row: headerRow - 2, column: 0)
            var rule = EntryRule(
                .oneIn(range), prompt: .init("Ô trống nghĩa là gì", "Chọn một trong hai dòng trong danh sách."))
            rule.fault = .init("Ô trống nghĩa là gì", "Chọn một trong hai dòng trong danh sách.")
            try sheet.restrict(CellRange(cell, cell), to: rule)
        }
        var lines = 1
        for (index, column) in template.columns.enumerated() {
            let width = widths.digits[index]
            try sheet.setColumns(index...index, width: width)
            lines = max(lines, TextMetrics(isBold: true).lineCount(column.header, width: width * 7))
            try sheet.write(.text(column.header), at: CellAddress(row: headerRow, column: index), AnnexStyle.header)
        }
        try sheet.setRow(headerRow, height: AnnexStyle.height(lines: lines))
        for row in 0..<rowCount {
            if row < template.rows.count {
                try sheet.setRow(headerRow + 1 + row, height: height(of: template.rows[row]))
            }
            for (index, column) in template.columns.enumerated() {
                let text = row < template.rows.count ? template.rows[row][index] : ""
                let address = CellAddress(row: headerRow + 1 + row, column: index)
                try sheet.write(Self.value(text, column), at: address, Style.cell(column, isFilled: !text.isEmpty))
            }
        }
        for (index, column) in template.columns.enumerated() { try restrict(index, column, in: &sheet) }
        try sheet.freeze(at: CellAddress(row: headerRow + 1, column: template.fixedColumns))
        try sheet.setPage(page)
    }

    /// Of a row whose texts may be wrapped.
    private func height(of row: [String]) -> Double {
        let metrics = TextMetrics()
        return AnnexStyle.height(
            lines: zip(row, widths.digits).reduce(1) { max($0, metrics.lineCount($1.0, width: $1.1 * 7 - 7)) })
    }

    private func restrict(_ index: Int, _ column: Template.Column, in sheet: inout Sheet) throws {
        guard rowCount > 0, let rule = rule(index, column) else { return }
        try sheet.restrict(
            CellRange(rows: headerRow + 1...headerRow + rowCount, columns: index...index), to: rule)
    }

    /// A number may be larger than is plausible, and `...` is no number: the person is asked, not refused.
    private func rule(_ index: Int, _ column: Template.Column) -> EntryRule? {
        switch column.entry {
        case .text, .numbering: return nil
        case .whole(let most):
            let words =
                "Số nguyên từ 0 đến \(Language.vi.count(most)). Nếu số lớn hơn mà đúng, hoặc ghi ... vì chưa thu thập được: "
                + "chọn Có (Yes)."
            return asking(.wholeNumber(0...Int32(clamping: most)), "Số nguyên, không âm", words)
        case .decimal(let most, let decimals):
            let words =
                "Số từ 0 đến \(Language.vi.count(most)), tối đa \(decimals) chữ số sau dấu phẩy. Nếu số lớn hơn mà đúng, hoặc "
                + "ghi ... vì chưa thu thập được: chọn Có (Yes)."
            return asking(.decimal(0...Double(most)), "Số, không âm", words)
        case .day(let days):
            let (first, last) = (LocalTime(day: days.lowerBound), LocalTime(day: days.upperBound))
            guard first.isOnSheets, last.isOnSheets else { return nil }
            let words =
                "Ngày từ \(Language.vi.date(days.lowerBound)) đến \(Language.vi.date(days.upperBound)), dạng "
                + "ngày/tháng/năm."
            return asking(.date(first, through: last), "Ngày", words)
        case .oneOf:
            guard let range = listRange(listNumber(index)) else { return nil }
            return asking(.oneIn(range), "Chọn trong danh sách", "Bấm mũi tên bên phải ô, chọn một dòng.")
        case .reason(let most):
            return asking(.textLength(most), "Thuyết minh", "Lý do, tối đa \(most) ký tự; không ghi họ tên cá nhân.")
        }
    }

    private func asking(_ allowed: EntryRule.Allowed, _ title: String, _ text: String) -> EntryRule {
        var rule = EntryRule(allowed, fault: .init(title, text))
        rule.strictness = .warn
        return rule
    }

    private func drawGuide(into sheet: inout Sheet) throws {
        try sheet.setColumns(0...0, width: 90)
        try sheet.write(
            .text(template.linesAbove.isEmpty ? "Cách điền" : "Cách điền và gửi biểu"),
            at: CellAddress(row: 0, column: 0), Style.title)
        for (index, text) in template.instructions.enumerated() {
            let line = "\(index + 1). \(text)"
            try sheet.write(.text(line), at: CellAddress(row: index + 1, column: 0), Style.guide)
            try sheet.setRow(
                index + 1,
                height: AnnexStyle.height(lines: TextMetrics(fontSize: 12).lineCount(line, width: 610), fontSize: 12))
        }
        var page = page
        (page.orientation, page.repeatedRows) = (.portrait, nil)
        try sheet.setPage(page)
    }

    /// Lists side by side, each as wide as its names; where they are wider than paper, they go on beside it.
    private func drawLists(into sheet: inout Sheet) throws {
        let metrics = TextMetrics()
        var heights = [Int](repeating: 1, count: listTexts.map(\.texts.count).max() ?? 0)
        var total = 0.0
        for (column, list) in listTexts.enumerated() {
            let names = list.texts.map { metrics.width($0) }.max() ?? 0
            let heading = TextMetrics(isBold: true).width(list.header)
            let width = min(max(names, heading, 40), 240) * 1.05 + SheetColumns.padding
            total += width
            try sheet.setColumns(column...column, width: (width - 5) / 7)
            try sheet.write(.text(list.header), at: CellAddress(row: 0, column: column), AnnexStyle.header)
            for (row, text) in list.texts.enumerated() {
                heights[row] = max(heights[row], metrics.lineCount(text, width: width - SheetColumns.padding))
                try sheet.write(.text(text), at: CellAddress(row: row + 1, column: column), Style.listed)
            }
        }
        for (row, lines) in heights.enumerated() where lines > 1 {
            try sheet.setRow(row + 1, height: AnnexStyle.height(lines: lines))
        }
        var page = page
        page.orientation = total > TemplateColumnWidths.upright ? .landscape : .portrait
        page.pagesWide = total > TemplateColumnWidths.laid * 1.15 ? 0 : 1
        page.repeatedRows = 0...0
        try sheet.setPage(page)
    }

    /// What the line about blanks may say, then the names of each column with a list; not headed as the column is, so that nobody
    /// takes the lists for a form.
    private var listTexts: [(header: String, texts: [String])] {
        let blanks = template.blanks.isEmpty ? [] : [(ListHeading.ofBlanks, template.blanks)]
        return blanks
            + template.columns.compactMap { column in
                if case .oneOf(let texts) = column.entry { (ListHeading.of(column.header), texts) } else { nil }
            }
    }

    private func listNumber(_ column: Int) -> Int {
        let before = template.columns.prefix(column).count { if case .oneOf = $0.entry { true } else { false } }
        return before + (template.blanks.isEmpty ? 0 : 1)
    }

    private func listRange(_ number: Int) -> SheetRange? {
        let count = listTexts[number].texts.count
        return count > 0 ? SheetRange(lists, CellRange(rows: 1...count, columns: number...number)) : nil
    }

    private static func value(_ text: String, _ column: Template.Column) -> CellValue {
        if case .numbering = column.entry, let number = Int(text) { return .number(Double(number)) }
        return text.isEmpty ? .blank : .text(text)
    }

    private var page: PageSetup {
        var page = PageSetup()
        page.orientation = widths.isUpright ? .portrait : .landscape
        page.margins = PageSetup.Margins(left: 10, right: 10, top: 15, bottom: 15)
        page.isCentred = true
        page.pagesWide = 1
        page.pagesTall = 0
        page.repeatedRows = headerRow...headerRow
        return page
    }

    private enum Style {
        static let title = CellFormat().with {
            $0.fontSize = 13
            $0.bold = true
        }
        static let line = CellFormat().with { $0.fontSize = 12 }
        static let listed = CellFormat().with {
            $0.wraps = true
            $0.vertical = .top
        }
        static let guide = CellFormat().with {
            $0.fontSize = 12
            $0.wraps = true
            $0.vertical = .top
        }

        /// What stands there already is grey; a text stays as it is typed.
        static func cell(_ column: Template.Column, isFilled: Bool) -> CellFormat {
            CellFormat().with {
                $0.borders = .all(.thin)
                $0.vertical = .centre
                if isFilled { $0.fill = AnnexStyle.groupGrey }
                switch column.entry {
                case .numbering: $0.horizontal = .centre
                case .whole: $0.numberFormat = "0"
                case .decimal(_, let decimals): $0.numberFormat = "0." + String(repeating: "#", count: max(decimals, 1))
                case .day: $0.numberFormat = "dd/mm/yyyy"
                case .text, .oneOf, .reason:
                    $0.numberFormat = "@"
                    $0.wraps = true
                }
            }
        }
    }
}
