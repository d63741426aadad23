/// A workbook in the one XML part of Excel 2002 and 2003.
struct SpreadsheetXML: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let bytes: [UInt8]
    private let limits: SheetLimits
    private let work: ReadWork
    private let formats: [String: NumberFormat]
    private let struckStyles: Set<String>
    private let is1904: Bool
    /// Where each sheet begins.
    private let starts: [Int]

    init(_ bytes: [UInt8], limits: SheetLimits, _ work: ReadWork) throws {
        (self.bytes, self.limits, self.work) = (bytes, limits, work)
        let list = SpreadsheetXMLSheets(part: "xml", limits: limits)
        try list.read(all: bytes, work)
        (sheets, starts) = (list.sheets, list.starts)
        formats = list.formats
        struckStyles = list.struckStyles
        is1904 = list.is1904
    }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        let reader = SpreadsheetXMLRows(sheet.place, formats, struckStyles, is1904: is1904, limits, body)
        reader.passedOver = starts[0]..<starts[sheet.place]
        try reader.read(all: bytes, work)
        if let failure = reader.failure { throw failure }
        return reader.marks
    }
}

/// The sheets and the formats of such a workbook.
final class SpreadsheetXMLSheets: PartReader {
    private var names: [String] = []
    private(set) var starts: [Int] = []
    private var hidden: Set<Int> = []
    private(set) var formats: [String: NumberFormat] = [:]
    private(set) var struckStyles: Set<String> = []
    private(set) var is1904 = false
    private var style = ""
    private var isVisibility = false
    private var visibility = CellText()

    var sheets: [SheetInfo] {
        names.enumerated().map { SheetInfo(name: $1, isHidden: hidden.contains($0), place: $0) }
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 2, name == "Worksheet" {
            guard names.count < limits.sheets else { return stop(.tooLarge("sheets")) }
            names.append(attributes.text("Name") ?? "")
            starts.append(place)
        } else if depth == 3, name == "Style" {
            style = attributes.text("ID") ?? ""
            let parent = attributes.text("Parent") ?? ""
            if struckStyles.contains(parent), struckStyles.count < limits.styles { struckStyles.insert(style) }
        } else if depth == 4, name == "Font", attributes.bytes("StrikeThrough") != nil,
            struckStyles.count < limits.styles
        {
            if attributes.flag("StrikeThrough") { struckStyles.insert(style) } else { struckStyles.remove(style) }
        } else if depth == 4, name == "NumberFormat", let code = attributes.text("Format"),
            formats.count < limits.styles
        {
            formats[style] = Self.format(code)
        } else if name == "Date1904" {
            is1904 = true
        } else if depth == 4, name == "Visible" {
            isVisibility = true
            visibility.clear()
        }
    }

    private static func format(_ code: String) -> NumberFormat {
        if code.hasSuffix("Date") { return NumberFormat(kind: .date) }
        if code.hasSuffix("Time") { return NumberFormat(kind: .time) }
        return code == "Percent" ? NumberFormat(kind: .percentage) : NumberFormat(code: code)
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isVisibility, visibility.bytes.count < 100 { visibility.append(bytes) }
    }

    override func end(_ name: XMLWord) {
        guard isVisibility else { return }
        isVisibility = false
        if String(decoding: visibility.bytes, as: UTF8.self).hasPrefix("Sheet") { hidden.insert(names.count - 1) }
    }
}

/// The rows of one of its sheets.
final class SpreadsheetXMLRows: PartReader {
    private(set) var marks = SheetMarks()
    private(set) var failure: (any Error)?
    private let wanted: Int
    private let formats: [String: NumberFormat]
    private let struckStyles: Set<String>
    private let is1904: Bool
    private let body: (SheetRow) throws -> Void

    private var sheet: Int
    private var row = SheetRow()
    private var nextRow = 1
    private var span = 0
    private var nextColumn = 1
    private var column = 0
    private var across = 0
    private var type = ""
    private var format = NumberFormat.general
    private var formula: String?
    private var hasData = false
    private var isText = false
    /// How many elements strike through what stands in them.
    private var struckDepth = 0
    private var struck = StruckLetters()
    private var isStruckStyle = false
    private var commentDepth = 0
    private var text = CellText()
    private var comment = CellText()

    init(
        _ wanted: Int, _ formats: [String: NumberFormat], _ struckStyles: Set<String>, is1904: Bool,
        _ limits: SheetLimits, _ body: @escaping (SheetRow) throws -> Void
    ) {
        (self.wanted, self.formats, self.is1904, self.body) = (wanted, formats, is1904, body)
        self.struckStyles = struckStyles
        // Those before are passed over.
        sheet = wanted - 1
        super.init(part: "xml", limits: limits)
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 2, name == "Worksheet" { sheet += 1 }
        guard sheet == wanted else { return }
        switch depth {
        case 4 where name == "Row": beginRow(attributes)
        case 4 where name == "Column" && attributes.flag("Hidden"):
            if let first = attributes.number("Index"), first >= 1, first <= SheetLimits.columnsMax {
                let last = min(first + (attributes.number("Span") ?? 0), SheetLimits.columnsMax)
                marks.hiddenColumns.append(first...last)
            }
        case 5 where name == "Cell": beginCell(attributes)
        case 6 where name == "Data":
            type = attributes.text("Type") ?? "String"
            (hasData, isText) = (true, true)
        case 6 where name == "Comment":
            commentDepth = depth
            comment.clear()
            isText = true
        default:
            if isText, Self.apart.contains(where: { name == $0 }) {
                if name == "S" { struckDepth += 1 }
                text.part()
            }
        }
    }

    /// Letters raised, lowered, struck through, as the page's language calls them.
    private static let apart: [StaticString] = ["Sup", "Sub", "S"]

    private func beginRow(_ attributes: XMLAttributes) {
        let number = attributes.number("Index") ?? nextRow
        guard number >= nextRow else { return damage("row \(number) after \(nextRow - 1)") }
        guard number <= SheetLimits.rowsMax else { return stop(.tooLarge("\(number) rows")) }
        span = attributes.number("Span") ?? 0
        nextRow = number + 1 + span
        nextColumn = 1
        row.begin(number, isHidden: attributes.flag("Hidden"))
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes.number("Index") ?? nextColumn
        guard column >= nextColumn else { return damage("row \(row.number): a cell twice") }
        across = attributes.number("MergeAcross") ?? 0
        let down = attributes.number("MergeDown") ?? 0
        nextColumn = column + 1 + across
        guard column <= SheetLimits.columnsMax else { return stop(.tooLarge("\(column) columns")) }
        if across > 0 || down > 0 {
            guard marks.merged.count < limits.mergedRanges else { return stop(.tooLarge("merged ranges")) }
            marks.merged.append(
                SheetMarks.Range(
                    rows: row.number...min(row.number + down, SheetLimits.rowsMax),
                    columns: column...min(column + across, SheetLimits.columnsMax)))
        }
        let style = attributes.text("StyleID")
        format = style.flatMap { formats[$0] } ?? .general
        isStruckStyle = style.map(struckStyles.contains) ?? false
        struckDepth = 0
        struck.clear()
        formula = attributes.text("Formula")
        (hasData, type) = (false, "")
        text.clear()
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText, sheet == wanted else { return }
        guard text.bytes.count + comment.bytes.count + bytes.count <= limits.cellBytes else {
            return stop(.tooLarge("a cell"))
        }
        if commentDepth > 0 { return comment.append(bytes) }
        text.append(bytes)
        struck.take(bytes, isStruck: struckDepth > 0)
    }

    override func end(_ name: XMLWord) {
        guard sheet == wanted else { return }
        switch depth {
        case 7... where isText && Self.apart.contains { name == $0 }:
            if name == "S" { struckDepth -= 1 }
            text.part()
        case 6:
            isText = false
            if commentDepth > 0 {
                commentDepth = 0
                note()
            }
        case 5 where name == "Cell": endCell()
        case 4 where name == "Row": endRow()
        case 2: finish()
        default: break
        }
    }

    private func note() {
        comment.flatten()
        guard marks.comments.count < limits.comments else { return stop(.tooLarge("comments")) }
        marks.comments.append(
            SheetMarks.Comment(
                row: row.number, column: column, text: String(decoding: comment.bytes, as: UTF8.self)))
        comment.clear()
    }

    private func endCell() {
        text.flatten()
        guard hasData, !text.isEmpty || type == "String" else {
            if let formula { row.add(column, .formula, formula.prefix(100).utf8) }
            return
        }
        switch type {
        case "Number":
            if format.writesDigits, marks.words.count < limits.comments, let shown = format.shown(text.bytes) {
                marks.words.append(shown)
            }
            text.bytes.withUnsafeBufferPointer {
                CellNumber(written: $0, format: format, is1904: is1904).add(to: &row, column)
            }
        case "DateTime": row.add(column, format.kind == .time ? .time : .date, IsoDate.shown(text.bytes))
        case "Boolean": row.add(column, .boolean, text.bytes.first == 0x31 ? "TRUE".utf8 : "FALSE".utf8)
        case "Error": row.add(column, .error, text.bytes)
        default: row.add(column, .text, text.bytes)
        }
        if isStruckStyle || struck.isAll { row.dress(column, .struck) }
        if row.byteCount > limits.rowBytes { stop(.tooLarge("row \(row.number)")) }
    }

    private func endRow() {
        do {
            try body(row)
        } catch {
            failure = error
            finish()
        }
    }
}
