import Reporting
import Testing
import WordProcessing

@testable import Rendering

/// Elements stand in the order of the standard (ECMA-376, part 1, annex A): Word does not open a document where they do not.
struct ElementOrderTests {
    /// Of each element, its children in the order of the schema; those that are not named here do not occur.
    private static let sequences: [String: [String]] = [
        "w:document": ["background", "body"],
        "w:pPr": [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
            "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing",
            "mirrorIndents", "jc", "textDirection", "textAlignment", "outlineLvl", "rPr", "sectPr",
        ],
        "w:pBdr": ["top", "left", "bottom", "right", "between", "bar"],
        "w:rPr": [
            "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "w", "kern",
            "position", "sz", "szCs", "highlight", "u", "vertAlign", "lang",
        ],
        "w:r": ["rPr", "t|fldChar|instrText"],
        "w:sdt": ["sdtPr", "sdtEndPr", "sdtContent"],
        "w:sdtPr": [
            "rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding", "text",
        ],
        "w:tbl": ["tblPr", "tblGrid", "tr"],
        "w:tblPr": [
            "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders",
            "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
        ],
        "w:tblCellMar": ["top", "left", "bottom", "right"],
        "w:tblGrid": ["gridCol"],
        "w:trPr": ["cantSplit", "tblHeader"],
        "w:tr": ["tblPrEx", "trPr", "tc"],
        "w:tc": ["tcPr", "p"],
        "w:tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"],
        "w:sectPr": [
            "headerReference", "footerReference", "footnotePr", "type", "pgSz", "pgMar", "pgBorders", "lnNumType",
            "pgNumType", "cols", "vAlign", "titlePg", "docGrid",
        ],
        "w:style": [
            "name", "aliases", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat",
            "locked", "pPr", "rPr", "tblPr", "trPr", "tcPr",
        ],
        "w:styles": ["docDefaults", "latentStyles", "style"],
        "w:docDefaults": ["rPrDefault", "pPrDefault"],
        "w:settings": ["zoom", "defaultTabStop", "characterSpacingControl", "compat"],
        "w:body": ["p|tbl|sdt", "sectPr"],
        "w:p": ["pPr", "r|sdt"],
        "w:hdr": ["p"],
    ]

    private func breaches(_ markup: WordMarkup) -> [String] {
        markup.elements.indices.flatMap { index -> [String] in
            let children = markup.elements[index].descendants.filter { markup.elements[$0].parent == index }.map {
                String(markup.name($0).dropFirst(2))
            }
            let name = markup.name(index)
            guard !children.isEmpty, !["w:sdtContent", "w:rPrDefault", "w:compat"].contains(name) else { return [] }
            guard let sequence = Self.sequences[name] else { return ["\(name) is not in the table"] }
            let places = children.map { child in
                sequence.firstIndex { $0.split(separator: "|").contains(Substring(child)) } ?? -1
            }
            return places == places.sorted() && !places.contains(-1) ? [] : ["\(name): \(children)"]
        }
    }

    private func breaches(_ bytes: [UInt8]) throws -> [String] {
        try WordFile(bytes).parts.filter { $0.name.hasPrefix("word/") && !$0.name.hasSuffix(".rels") }.flatMap {
            breaches(try WordMarkup($0.bytes, part: $0.name))
        }
    }

    @Test func `a letter and its form keep the order`() throws {
        #expect(try breaches(LetterForm.usual) == [])
        #expect(try breaches(SampleLetter.bytes()) == [])
    }

    @Test func `what is out of order is found`() throws {
        let swapped = try SampleLetter.edited(LetterForm.usual) {
            $0.replacing(
                "<w:alias w:val=\"Chỗ của văn bản báo cáo\"/><w:tag w:val=\"van-ban\"/>",
                with: "<w:tag w:val=\"van-ban\"/><w:alias/>")
        }
        #expect(try breaches(swapped) == ["w:sdtPr: [\"tag\", \"alias\"]"])
    }

    @Test func `every cell of a table ends in a paragraph`() throws {
        let markup = try WordFile(SampleLetter.bytes()).document
        for cell in markup.all("w:tc") {
            let last = markup.elements[cell].descendants.last { markup.elements[$0].parent == cell }
            #expect(last.map { markup.isNamed($0, "w:p") } == true)
        }
        #expect(markup.all("w:tc").count == 6)
    }
}
