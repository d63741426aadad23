import DelimitedText
import Domain
import KeptLists
import SheetReading

/// A list of decisions as it was written, as text or in a workbook, which its content tells apart.
struct WrittenDecisions {
    /// Rows that stand together: a text, a sheet, or the comments of one.
    struct Part {
        /// With its rows' path; its name may identify somebody.
        let source: SourceFile
        let rows: [Row]
    }

    /// The list itself, whose rows that hold nothing are left out.
    let list: Part
    /// Other sheets, and comments. They decide nothing, and hold nothing that must not be kept.
    let beside: [Part]
    /// Of a text: what its bytes leave in doubt.
    let doubts: [Doubt]
    /// Of a text.
    let encoding: Encoding
    /// Of a workbook: cells that are one with others, and cells without a value; each with what is wrong.
    let unreadCells: [(row: Int, column: Int, why: UnreadCell)]
    /// Of a workbook: rows of the list that cannot be seen in it; all of them where its sheet is hidden.
    let hiddenRows: [Int]
    /// Of a workbook: rows of the list in which something is struck through.
    let struckRows: [Int]
    /// Sheets that all look like the list, where there are several.
    let rivals: [String]

    enum UnreadCell { case merged, valueless }

    /// Lines above the header that are looked over for it.
    static let headerRowsMax = 20

    /// Throws where it is a workbook that cannot be read.
    init(_ file: SourceFile) throws(SheetFault) {
        if let sheets = try SheetTexts.sheets(of: file.bytes) {
            self.init(file, sheets)
        } else {
            self.init(text: file)
        }
    }

    private init(text file: SourceFile) {
        let document = DelimitedDocument(file.bytes, witnesses: DecisionColumn.witnesses)
        let (written, found) = document.rowsWithDoubts()
        list = Part(source: file, rows: written.filter(\.holdsAnything))
        doubts = found.filter { $0.kind != .empty && $0.kind != .singleColumn }
        encoding = document.encoding
        (beside, unreadCells, hiddenRows, struckRows, rivals) = ([], [], [], [], [])
    }

    private init(_ file: SourceFile, _ sheets: [SheetTexts]) {
        let parts = sheets.map { Part(source: file.sheet($0.info.name), rows: $0.rows.map(Row.init)) }
        let headed = parts.indices.filter { WrittenDecisions.header(of: parts[$0].rows) != nil }
        let place = headed.first ?? parts.firstIndex { !$0.rows.isEmpty }
        list = place.map { parts[$0] } ?? Part(source: file, rows: [])
        beside =
            parts.indices.filter { $0 != place }.map { parts[$0] }
            + sheets.indices.filter { !sheets[$0].comments.isEmpty }.map {
                Part(source: parts[$0].source, rows: sheets[$0].comments.map(Row.init))
            }
            + sheets.indices.map { Part(PackageWords(sheets[$0].marks.words, of: parts[$0].source)) }
            + [Part(PackageWords(besideCellsOf: file))]
        rivals = headed.count > 1 ? headed.map { parts[$0].source.path } : []
        unreadCells = place.map { WrittenDecisions.unread(in: sheets[$0]) } ?? []
        hiddenRows =
            place.map { sheets[$0] }.map { sheet in
                sheet.rows.filter { $0.isHidden || sheet.info.isHidden }.map(\.number)
            } ?? []
        struckRows = place.map { sheets[$0].rows.filter(\.isStruck).map(\.number) } ?? []
        (doubts, encoding) = ([], .utf8)
    }

    /// Where the header stands, and which column each is.
    static func header(of rows: [Row]) -> (place: Int, columns: [DecisionColumn: Int])? {
        for (place, row) in rows.prefix(headerRowsMax).enumerated() {
            let columns = DecisionColumn.positions(in: row.fields)
            if columns[.at] != nil, columns[.action] != nil { return (place, columns) }
        }
        return nil
    }

    private static func unread(in sheet: SheetTexts) -> [(row: Int, column: Int, why: UnreadCell)] {
        let merged = sheet.marks.merged.flatMap { range in
            range.rows.prefix(sheet.rows.last?.number ?? 0).map {
                (row: $0, range.columns.lowerBound, UnreadCell.merged)
            }
        }
        let valueless = sheet.rows.flatMap { row in
            row.valueless.map { (row: row.number, $0 + 1, UnreadCell.valueless) }
        }
        return merged + valueless
    }
}

extension WrittenDecisions.Part {
    /// What stands in no cell and must not be kept.
    fileprivate init(_ words: PackageWords) {
        let rows = words.found.enumerated().map { place, text in
            Row(line: place + 1, spreadsheetRow: place + 1, fields: [text], quoted: [false])
        }
        self.init(source: words.source, rows: rows)
    }
}
