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
        package = try PackageReading(path: path)
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
        let texts = SharedTexts()
        if package.parts["xl/sharedStrings.xml"] != nil { try package.read("xl/sharedStrings.xml", texts) }
        sharedTexts = texts.texts
    }

    /// Every cell of a sheet, in the order of the file.
    func cells(of sheet: SheetPart) throws(SpreadsheetError) -> [Cell] {
        let visitor = SheetCells()
        try package.read(sheet.part, visitor)
        guard visitor.isComplete else { throw PackageReading.damaged("the sheet “\(sheet.name)” has no cells' part") }
        var cells: [Cell] = []
        cells.reserveCapacity(visitor.cells.count)
        for raw in visitor.cells {
            guard let address = CellAddress(raw.reference), let content = content(of: raw) else {
                throw PackageReading.damaged("“\(sheet.name)”!\(raw.reference): “\(raw.value)” cannot be read")
            }
            cells.append(Cell(address: address, content: content, format: raw.format))
        }
        return cells
    }

    private func content(of raw: SheetCells.Raw) -> CellContent? {
        if raw.hasFormula {
            if raw.type == "str" { return .formula(raw.formula, .text(CleanText.unescape(raw.value))) }
            return raw.type == "n" ? Double(raw.value).map { .formula(raw.formula, .number($0)) } : nil
        }
        guard raw.hasValue else { return .blank }
        switch raw.type {
        case "s":
            guard let index = Int(raw.value), sharedTexts.indices.contains(index) else { return nil }
            return .text(sharedTexts[index])
        case "n":
            return Double(raw.value).map { .number($0) }
        default:
            return nil
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

    /// The texts that cells share; a text of several runs is one text.
    private final class SharedTexts: XMLVisitor {
        var texts: [String] = []
        private var text = ""
        private var isText = false

        func start(_ name: String, _ attributes: [String: String]) {
            if name == "si" { text = "" }
            isText = name == "t"
        }

        func text(_ text: String) {
            if isText { self.text += text }
        }

        func end(_ name: String) {
            isText = false
            if name == "si" { texts.append(CleanText.unescape(text)) }
        }
    }
}
