import ZipPackage

/// Reads the cells of a sheet's part as they are written, before their texts are looked up.
final class SheetCells: XMLVisitor {
    /// A cell in the words of the file.
    struct Raw {
        var reference = ""
        var type = "n"
        var format = 0
        var value = ""
        var formula = ""
        var hasValue = false
        var hasFormula = false
    }

    private(set) var cells: [Raw] = []
    /// Whether the part had its element of cells, and its end.
    private(set) var isComplete = false
    private var cell = Raw()
    private var element = ""

    func start(_ name: String, _ attributes: [String: String]) {
        element = name
        switch name {
        case "c":
            cell = Raw()
            cell.reference = attributes["r"] ?? ""
            cell.type = attributes["t"] ?? "n"
            cell.format = attributes["s"].flatMap { Int($0) } ?? 0
        case "v": cell.hasValue = true
        case "f": cell.hasFormula = true
        case "sheetData": isComplete = true
        default: break
        }
    }

    func text(_ text: String) {
        if element == "v" { cell.value += text }
        if element == "f" { cell.formula += text }
    }

    func end(_ name: String) {
        element = ""
        if name == "c" { cells.append(cell) }
    }
}
