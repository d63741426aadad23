/// What the styles of cells of an .xlsx make of them, by the number that a cell names.
final class CellStyles: PartReader {
    private enum Section { case none, fonts, fills, cells }

    private struct Font {
        var isStruck = false
        var isWhite = false
    }

    /// What a style names by numbers.
    private struct Style {
        let font: Int
        let fill: Int
        let showsNothing: Bool
    }

    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var codesOfNothing: Set<Int> = []
    private var section = Section.none
    private var fonts: [Font] = []
    /// Whether each leaves cells white.
    private var isWhiteFill: [Bool] = []
    private var styles: [Style] = []

    /// Empty where all look as cells do.
    var looks: [CellLook] {
        let looks = styles.map { style -> CellLook in
            var look: CellLook = style.showsNothing ? .unseen : []
            guard fonts.indices.contains(style.font) else { return look }
            if fonts[style.font].isStruck { look.insert(.struck) }
            let isOnWhite = !isWhiteFill.indices.contains(style.fill) || isWhiteFill[style.fill]
            if fonts[style.font].isWhite, isOnWhite { look.insert(.unseen) }
            return look
        }
        return looks.allSatisfy(\.isEmpty) ? [] : looks
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        switch depth {
        case 2:
            section = name == "cellXfs" ? .cells : name == "fonts" ? .fonts : name == "fills" ? .fills : .none
        case 3: startEntry(name, attributes)
        case 4 where section == .fonts && !fonts.isEmpty:
            if name == "strike" {
                fonts[fonts.count - 1].isStruck = attributes.bytes("val") == nil || attributes.flag("val")
            } else if name == "color" {
                fonts[fonts.count - 1].isWhite = Self.isWhite(attributes)
            }
        case 4 where section == .fills && !isWhiteFill.isEmpty:
            let pattern = attributes.text("patternType") ?? "none"
            isWhiteFill[isWhiteFill.count - 1] = name == "patternFill" && (pattern == "none" || pattern == "solid")
        case 5 where section == .fills && name == "fgColor" && !isWhiteFill.isEmpty:
            if !Self.isWhite(attributes) { isWhiteFill[isWhiteFill.count - 1] = false }
        default: break
        }
    }

    private func startEntry(_ name: XMLWord, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes.number("numFmtId"), let code = attributes.text("formatCode"),
            codes.count < limits.styles
        {
            codes[id] = NumberFormat(code: code)
            if NumberFormat.showsNothing(code) { codesOfNothing.insert(id) }
        } else if section == .fonts, name == "font", fonts.count < limits.styles {
            fonts.append(Font())
        } else if section == .fills, name == "fill", isWhiteFill.count < limits.styles {
            isWhiteFill.append(true)
        } else if section == .cells, name == "xf", formats.count < limits.styles {
            let id = attributes.number("numFmtId") ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
            styles.append(
                Style(
                    font: attributes.number("fontId") ?? 0, fill: attributes.number("fillId") ?? 0,
                    showsNothing: codesOfNothing.contains(id)))
        }
    }

    /// Written out, of the first theme colour, which is the sheet's own, or of the old palette.
    private static func isWhite(_ colour: XMLAttributes) -> Bool {
        if let written = colour.text("rgb") { return written.uppercased().hasSuffix("FFFFFF") }
        if colour.text("theme") == "0" { return colour.text("tint") == nil }
        return colour.text("indexed") == "9" || colour.text("indexed") == "1"
    }
}
