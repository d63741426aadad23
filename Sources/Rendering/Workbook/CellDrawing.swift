import Domain
import Reporting
import Spreadsheet

/// What a cell of a table becomes in a sheet: its value, how its number is drawn, and on which side it stands.
struct CellDrawing {
    let value: CellValue
    private(set) var look: Look

    /// What its format depends on.
    struct Look: Hashable {
        var number: NumberCode?
        var horizontal: CellFormat.Horizontal
        /// Whether the text would be a formula if a person typed it.
        var keepsText = false
        var isLink = false
        /// Whether the reader writes here.
        var isEntry = false
    }

    /// What a cell needs to know of the sheet that it is in.
    struct Surroundings {
        let language: Language
        /// Sheets by the tables that are on them.
        let sheets: [String: SheetName]
        /// Where the rows of every table begin on its sheet; `nil` where each begins elsewhere.
        var firstRow: Int?
        /// The formula of a sum, where it gives the value that is beside it.
        let formula: (_ sum: Figure, _ rows: [Int]) -> String?
    }

    init(_ cell: Table.Cell, _ column: ColumnManner, _ surroundings: Surroundings) {
        let language = surroundings.language
        let kind = column.kind
        switch cell {
        case .text(let text): self.init(text: text, kind)
        case .link(let text, let table):
            guard let sheet = surroundings.sheets[table], !text.isEmpty else {
                self.init(text: text, kind)
                return
            }
            self.init(linking: text, to: sheet, kind)
        case .row(let text, let table, let row):
            guard let sheet = surroundings.sheets[table], !text.isEmpty, let first = surroundings.firstRow else {
                self.init(text: text, kind)
                return
            }
            self.init(linking: text, to: sheet, row: first + row, kind)
        case .figure(let figure, let decimals): self.init(figure, .figure(decimals), column, language)
        case .sum(let figure, let decimals, let rows):
            self.init(figure, .figure(decimals), column, language, formula: surroundings.formula(figure, rows))
        case .difference(let figure, let decimals): self.init(figure, .difference(decimals), column, language)
        case .percentage(let figure, let signed):
            self.init(figure, .percentage(signed: signed, isNamed: column.namesPercent), column, language)
        case .completeness: self.init(.text(cell.text(in: language)), nil, kind == .number ? .right : .centre)
        case .count(let count): self.init(.number(Double(count)), .count, .right)
        case .day(let day):
            let date = LocalTime(day: day)
            if date.isOnSheets {
                self.init(.date(date), .day(language), .centre)
            } else {
                self.init(text: language.date(day), kind)
            }
        case .entry(let text):
            self.init(text: text, kind)
            look.isEntry = true
        case .blank: self.init(.blank, nil, CellDrawing.side(kind))
        }
    }

    private init(_ value: CellValue, _ number: NumberCode?, _ horizontal: CellFormat.Horizontal) {
        self.value = value
        look = Look(number: number, horizontal: horizontal)
    }

    private init(text: String, _ kind: Table.Column.Kind) {
        value = text.isEmpty ? .blank : .text(text)
        look = Look(horizontal: CellDrawing.side(kind), keepsText: text.looksLikeFormula)
    }

    private init(linking text: String, to sheet: SheetName, row: Int = 0, _ kind: Table.Column.Kind) {
        value = .link(text, to: sheet, CellAddress(row: row, column: 0))
        look = Look(horizontal: kind == .number ? .centre : CellDrawing.side(kind), isLink: true)
    }

    /// A mark is a text on the side where the column's numbers are.
    private init(
        _ figure: Figure, _ format: NumberFormat, _ column: ColumnManner, _ language: Language, formula: String? = nil
    ) {
        let side = column.kind == .code ? CellFormat.Horizontal.centre : .right
        switch figure.content {
        case .absent(let absence): self.init(.text(absence.mark(in: language)), nil, side)
        case .known(let amount, let standing):
            let number = format.stored(amount)
            self.init(
                formula.map { .formula($0, .number(number)) } ?? .number(number),
                format.code(amount, standing, beside: column.widest, in: language), side)
        }
    }

    static func side(_ kind: Table.Column.Kind) -> CellFormat.Horizontal {
        switch kind {
        case .label, .prose, .entry: .left
        case .code, .term: .centre
        case .number: .right
        }
    }
}

extension String {
    /// Whether a spreadsheet would work it out if a person typed it.
    var looksLikeFormula: Bool {
        guard let byte = utf8.first, "=+-@".utf8.contains(byte) else { return false }
        return first.map { "=+-@".contains($0) } ?? false
    }
}
