import ZipPackage

/// An .xlsx of a few sheets, made cell by cell.
package struct MadeWorkbook: Sendable {
    package enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
        case text(String)
        /// As the file has it.
        case number(String)
        /// The days since the end of 1899, in the format of a day.
        case day(Int)
        case formula(String)
        case error(String)
        case none
        /// Struck through, by its style.
        indirect case struck(Cell)
        /// White on white.
        indirect case white(Cell)

        package init(stringLiteral text: String) { self = text.isEmpty ? .none : .text(text) }
        package init(integerLiteral number: Int) { self = .number(String(number)) }
        package init(floatLiteral number: Double) { self = .number(String(number)) }
    }

    package struct Sheet: Sendable {
        package var name: String
        package var isHidden = false
        package var rows: [[Cell]]
        package var hiddenRows: Set<Int> = []
        package var merged: [String] = []

        package init(
            _ name: String, isHidden: Bool = false, hiddenRows: Set<Int> = [], merged: [String] = [], _ rows: [[Cell]]
        ) {
            (self.name, self.isHidden, self.rows) = (name, isHidden, rows)
            (self.hiddenRows, self.merged) = (hiddenRows, merged)
        }
    }

    private let sheets: [Sheet]

    package init(_ sheets: Sheet...) { self.sheets = sheets }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// - Parameters:
    ///   - others: Further parts, which nothing refers to.
    ///   - beside: What stands behind the rows of each sheet.
    package func bytes(adding others: [(String, String)] = [], beside: String = "") throws -> [UInt8] {
        var parts: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.related)/officeDocument\" "
                    + "Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet><fonts><font/><font><strike/></font><font><color rgb=\"FFFFFFFF\"/></font></fonts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"0\" fontId=\"1\"/>"
                    + "<xf numFmtId=\"0\" fontId=\"2\"/></cellXfs></styleSheet>"
            ),
        ]
        var (list, related) = ("", "")
        for (place, sheet) in sheets.enumerated() {
            let state = sheet.isHidden ? " state=\"hidden\"" : ""
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\"\(state) r:id=\"r\(place)\"/>"
            related +=
                "<Relationship Id=\"r\(place)\" Type=\"\(Self.related)/worksheet\" Target=\"worksheets/\(place).xml\"/>"
            parts.append(("xl/worksheets/\(place).xml", Self.part(of: sheet, beside: beside)))
        }
        related += "<Relationship Id=\"s\" Type=\"\(Self.related)/styles\" Target=\"styles.xml\"/>"
        parts.append(
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.related)\"><sheets>\(list)</sheets></workbook>"
            ))
        parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(related)</Relationships>"))
        return try ZipWriter.zip((parts + others).map { ZipWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) })
    }

    /// A package of any parts.
    package static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
        try ZipWriter.zip(parts.map { ZipWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) })
    }

    private static func part(of sheet: Sheet, beside: String) -> String {
        var rows = ""
        for (place, cells) in sheet.rows.enumerated() {
            let hidden = sheet.hiddenRows.contains(place + 1) ? " hidden=\"1\"" : ""
            rows += "<row r=\"\(place + 1)\"\(hidden)>" + cells.map(written).joined() + "</row>"
        }
        let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData><mergeCells>\(merged)</mergeCells>"
            + beside + "</worksheet>"
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        case .number(let number): "<c><v>\(number)</v></c>"
        case .day(let serial): "<c s=\"1\"><v>\(serial)</v></c>"
        case .formula(let formula): "<c><f>\(formula)</f></c>"
        case .error(let error): "<c t=\"e\"><v>\(error)</v></c>"
        case .none: "<c/>"
        case .struck(let cell): "<c s=\"2\"" + written(cell).dropFirst(2)
        case .white(let cell): "<c s=\"3\"" + written(cell).dropFirst(2)
        }
    }
}
