import SheetReading
import ZipPackage

/// An .xlsx made of the parts that a test gives, and what is read of it.
struct RawWorkbook {
    var parts: [String: String]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet with the given rows; what stands behind them as well.
    init(rows: String, behind: String = "", texts: [String]? = nil, formats: [String] = [], workbook: String = "") {
        var cells = ""
        for place in formats.indices { cells += "<xf numFmtId=\"\(164 + place)\"/>" }
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        parts = [
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels":
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.related)/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "</Relationships>",
            "xl/workbook.xml":
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.related)\">\(workbook)<sheets>"
                + "<sheet name=\"Biểu 02\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
                "<Relationships><Relationship Id=\"r1\" Type=\"\(Self.related)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"\(Self.related)/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"r3\" Type=\"\(Self.related)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + "</Relationships>",
            "xl/worksheets/sheet1.xml":
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(behind)</worksheet>",
        ]
        if !formats.isEmpty {
            parts["xl/styles.xml"] =
                "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs></styleSheet>"
        }
        if let texts { parts["xl/sharedStrings.xml"] = "<sst>" + texts.map { "<si>\($0)</si>" }.joined() + "</sst>" }
    }

    func bytes() throws -> [UInt8] {
        try ZipWriter.zip(
            parts.sorted { $0.key < $1.key }.map { ZipWriter.Entry(name: $0.key, bytes: Array($0.value.utf8)) })
    }

    /// Every cell as `C5 number 12`.
    func cells(limits: SheetLimits = .standard) throws -> [String] { try Self.cells(of: bytes(), limits: limits) }

    static func cells(of bytes: [UInt8], sheet: Int = 0, limits: SheetLimits = .standard) throws -> [String] {
        guard let workbook = try WorkbookFile(bytes, limits: limits) else { return ["no workbook"] }
        var cells: [String] = []
        _ = try workbook.read(workbook.sheets[sheet]) { row in
            for cell in row.cells { cells.append("R\(row.number)C\(cell.column) \(cell.kind) \(row.text(of: cell))") }
        }
        return cells
    }

    func marks() throws -> SheetMarks {
        guard let workbook = try WorkbookFile(bytes()) else { return SheetMarks() }
        return try workbook.read(workbook.sheets[0]) { _ in }
    }

    func fault(limits: SheetLimits = .standard) throws -> SheetFault? {
        do {
            _ = try cells(limits: limits)
            return nil
        } catch let fault as SheetFault {
            return fault
        }
    }
}
