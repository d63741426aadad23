import ZipPackage

/// The sheets of a finished workbook, with their cells as any reader finds them.
struct WorkbookReading {
    /// One cell with what it holds and the number of its format.
    struct Cell {
        let address: CellAddress
        let content: CellContent
        let format: Int
    }

    /// A sheet's name, and the part it is in.
    struct SheetPart {
        let name: String
        let part: String
    }

    let package: PackageReading
    let sheets: [SheetPart]
    /// Names and what they stand for, in the order of the file.
    let definedNames: [(name: String, formula: String)]
    private let sharedTexts: [String]

    init(path: String) throws(SpreadsheetError) {
        package = try PackageReading(path: path, leaving: Self.isReadWhole)
        for part in ["xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "docProps/app.xml", "_rels/.rels"] {
            guard package.parts[part] != nil else { throw PackageReading.damaged("there is no part “\(part)”") }
        }
        let listing = Listing()
        try package.read("xl/workbook.xml", listing)
        let relationships = package.relationships["xl/workbook.xml"] ?? [:]
        var sheets: [SheetPart] = []
        for sheet in listing.sheets {
            guard let part = relationships[sheet.id]?.target else {
                throw PackageReading.damaged("the sheet “\(sheet.name)” has no part")
            }
            sheets.append(SheetPart(name: CleanText.unescape(sheet.name), part: part))
        }
        self.sheets = sheets
        definedNames = listing.names
        let hasTexts = package.parts[WorkbookReading.textsPart] != nil
        sharedTexts = hasTexts ? try Self.sharedTexts(in: package.bytes(of: WorkbookReading.textsPart)) : []
        let isSheet = Set(sheets.map(\.part))
        for part in package.parts.keys where Self.isReadWhole(part) && part != Self.textsPart && !isSheet.contains(part)
        {
            throw PackageReading.damaged("“\(part)” is no sheet of the workbook")
        }
    }

    private static let textsPart = "xl/sharedStrings.xml"

    /// Whether a part is read from end to end here, so that it need not be parsed before.
    private static func isReadWhole(_ part: String) -> Bool {
        part == textsPart || part.hasPrefix("xl/worksheets/sheet") && part.hasSuffix(".xml")
    }

    /// Every cell of a sheet, in the order of the file.
    func readCells(of sheet: SheetPart, _ body: (Cell) -> Void) throws(SpreadsheetError) {
        let bytes = try package.bytes(of: sheet.part)
        var cells = try PackageReading.reading { () throws(XMLError) in try SheetCells(bytes, part: sheet.part) }
        while let raw = try PackageReading.reading({ () throws(XMLError) in try cells.next() }) {
            guard let address = cells.address(of: raw), let content = content(of: raw, in: cells) else {
                let place = cells.string(raw.reference)
                let value = cells.string(raw.value)
                throw PackageReading.damaged("“\(sheet.name)”!\(place): “\(value)” cannot be read")
            }
            body(Cell(address: address, content: content, format: raw.format))
        }
        guard cells.isComplete else { throw PackageReading.damaged("the sheet “\(sheet.name)” has no cells' part") }
    }

    private func content(of raw: SheetCells.Raw, in cells: borrowing SheetCells) -> CellContent? {
        if raw.hasFormula {
            let formula = cells.string(raw.formula)
            switch raw.kind {
            case .text: return .formula(formula, .text(CleanText.unescape(cells.string(raw.value))))
            case .number: return cells.number(raw.value).map { .formula(formula, .number($0)) }
            case .sharedText, .other: return nil
            }
        }
        guard let value = raw.value else { return .blank }
        switch raw.kind {
        case .sharedText:
            guard let index = cells.whole(value), sharedTexts.indices.contains(index) else { return nil }
            return .text(sharedTexts[index])
        case .number: return cells.number(value).map { .number($0) }
        case .text, .other: return nil
        }
    }

    /// The texts that cells share; a text of several runs is one text.
    private static func sharedTexts(in bytes: [UInt8]) throws(SpreadsheetError) -> [String] {
        try PackageReading.reading { () throws(XMLError) in try texts(in: bytes) }
    }

    private static func texts(in bytes: [UInt8]) throws(XMLError) -> [String] {
        var scan = try XMLScan(bytes, part: textsPart)
        var texts: [String] = []
        var text = ""
        var isText = false
        while true {
            switch try scan.next() {
            case .start:
                if scan.isNamed("si") { text = "" }
                isText = scan.isNamed("t")
            case .text:
                if isText { text += scan.string(of: scan.text) }
            case .end:
                isText = false
                if scan.isNamed("si") { texts.append(CleanText.unescape(text)) }
            case .finish: return texts
            }
        }
    }

    /// The sheets and names that `workbook.xml` lists.
    private final class Listing: XMLVisitor {
        var sheets: [(name: String, id: String)] = []
        var names: [(name: String, formula: String)] = []
        private var nameBeingRead: String?
        private var formula = ""

        func start(_ name: String, _ attributes: [String: String]) {
            if name == "sheet" { sheets.append((attributes["name"] ?? "", attributes["r:id"] ?? "")) }
            if name == "definedName" {
                nameBeingRead = attributes["name"]
                formula = ""
            }
        }

        func text(_ text: String) {
            if nameBeingRead != nil { formula += text }
        }

        func end(_ name: String) {
            guard name == "definedName", let defined = nameBeingRead else { return }
            names.append((defined, formula))
            nameBeingRead = nil
        }
    }
}
