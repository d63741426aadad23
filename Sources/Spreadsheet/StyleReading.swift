import ZipPackage

/// The formats of a finished workbook, each in a few words: `#,##0 bold right border`.
///
/// What is as in a plain cell goes unsaid.
final class StyleReading: XMLVisitor {
    /// The words of each format, by its number; valid once the part was read.
    private(set) var formats: [String] = []

    private var numberFormats: [String: String] = [:]
    private var fonts: [[String]] = []
    private var fills: [[String]] = []
    private var borders: [[String]] = []
    private var words: [String] = []
    private var section = ""

    func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs":
            section = name
        case "numFmt" where section == "numFmts":
            numberFormats[attributes["numFmtId"] ?? ""] = attributes["formatCode"] ?? ""
        case "font", "fill", "border":
            words = []
        case "xf" where section == "cellXfs":
            startFormat(attributes)
        case "alignment" where section == "cellXfs":
            words += alignment(attributes)
        default:
            startDetail(name, attributes)
        }
    }

    func end(_ name: String) {
        switch (section, name) {
        case ("fonts", "font"): fonts.append(words)
        case ("fills", "fill"): fills.append(words)
        case ("borders", "border"): borders.append(words)
        case ("cellXfs", "xf"): formats.append(words.joined(separator: " "))
        default: break
        }
    }

    private func startFormat(_ attributes: [String: String]) {
        let number = attributes["numFmtId"] ?? "0"
        words = number == "0" ? [] : [numberFormats[number] ?? "#\(number)"]
        for (list, key) in [(fonts, "fontId"), (fills, "fillId"), (borders, "borderId")] {
            if let index = attributes[key].flatMap({ Int($0) }), list.indices.contains(index) { words += list[index] }
        }
        if attributes["quotePrefix"] == "1" { words.append("keeps-text") }
    }

    private func alignment(_ attributes: [String: String]) -> [String] {
        var words = [attributes["horizontal"], attributes["vertical"].map { "v-\($0)" }].compactMap { $0 }
        if attributes["wrapText"] == "1" { words.append("wrap") }
        if let indent = attributes["indent"] { words.append("indent-\(indent)") }
        if let rotation = attributes["textRotation"] { words.append("turned-\(rotation)") }
        if attributes["shrinkToFit"] == "1" { words.append("shrink") }
        return words
    }

    private func startDetail(_ name: String, _ attributes: [String: String]) {
        switch (section, name) {
        case ("fonts", "b"): words.append("bold")
        case ("fonts", "i"): words.append("italic")
        case ("fonts", "u"): words.append("underlined")
        case ("fonts", "sz"):
            if let size = attributes["val"], size != "11" { words.append("\(size)pt") }
        case ("fonts", "name"):
            if let font = attributes["val"], font != CellFormat().fontName { words.append("“\(font)”") }
        case ("fonts", "color"):
            if let colour = attributes["rgb"] { words.append("ink-\(colour.dropFirst(2))") }
        case ("fills", "fgColor"):
            if let colour = attributes["rgb"] { words.append("fill-\(colour.dropFirst(2))") }
        case ("borders", "top"), ("borders", "bottom"), ("borders", "left"), ("borders", "right"):
            if let line = attributes["style"] { words.append("\(name)-\(line)") }
        default: break
        }
    }
}
