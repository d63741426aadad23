import WordProcessing

/// The document that a report's text is written into.
///
/// It gives pages, headers and styles; the text takes the place of its control `van-ban`, and nothing else of it is touched.
package struct LetterForm: Sendable {
    /// The tag of the control that the text takes the place of.
    package static let place = "van-ban"

    let file: WordFile
    /// What the text takes the place of.
    let range: Range<Int>

    /// What is wrong with a form.
    package enum Fault: Error, Hashable, Sendable {
        case unreadable(WordFault)
        /// No place for the text, or several.
        case places(Int)
    }

    package init(_ bytes: [UInt8]) throws(Fault) {
        do {
            file = try WordFile(bytes)
        } catch {
            throw .unreadable(error)
        }
        let markup = file.document
        let places = markup.contentControls.filter { $0.tag == LetterForm.place }
        guard let control = places.first, places.count == 1 else { throw .places(places.count) }
        // A control within a paragraph stands for the paragraph.
        let element = markup.around(control.index, "w:p") ?? control.index
        range = markup.elements[element].whole
    }

    /// The styles that a text uses and the form does not have.
    package var missingStyles: [String] {
        let known = (try? file.styles) ?? [:]
        return LetterStyle.allCases.map(\.rawValue).filter { known[$0] == nil }
    }

    /// The usual form: A4 with margins of 20, 20, 30 and 15 mm, numbers at the top of each page but the first.
    package static let usual: [UInt8] = (try? WordWriter.zip(UsualForm.parts)) ?? []
}

/// The parts of the usual form.
private enum UsualForm {
    static var parts: [WordFile.Part] {
        [
            WordWriter.part("[Content_Types].xml", types), WordWriter.part("_rels/.rels", relations),
            WordWriter.properties(title: "Mẫu báo cáo", author: "tonghop", time: "2026-01-01T00:00:00Z"),
            WordWriter.statisticsPart, WordWriter.part("word/document.xml", document),
            WordWriter.part("word/_rels/document.xml.rels", documentRelations),
            WordWriter.part("word/styles.xml", styles), WordWriter.part("word/settings.xml", settings),
            WordWriter.part("word/header1.xml", header(numbered)), WordWriter.part("word/header2.xml", header("")),
        ]
    }

    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static var types: String {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts = [
            ("/word/document.xml", "\(word).document.main+xml"), ("/word/styles.xml", "\(word).styles+xml"),
            ("/word/settings.xml", "\(word).settings+xml"), ("/word/header1.xml", "\(word).header+xml"),
            ("/word/header2.xml", "\(word).header+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ]
        let rels = "application/vnd.openxmlformats-package.relationships+xml"
        return "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"\(rels)\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined() + "</Types>"
    }

    private static func relations(_ targets: [(kind: String, target: String)]) -> String {
        let list = targets.enumerated().map {
            "<Relationship Id=\"rId\($0.offset + 1)\" Type=\"\($0.element.kind)\" Target=\"\($0.element.target)\"/>"
        }
        return "<Relationships xmlns=\"\(package)/relationships\">" + list.joined() + "</Relationships>"
    }

    private static var relations: String {
        relations([
            ("\(office)/officeDocument", "word/document.xml"),
            ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
            ("\(office)/extended-properties", "docProps/app.xml"),
        ])
    }

    private static var documentRelations: String {
        relations([
            ("\(office)/styles", "styles.xml"), ("\(office)/settings", "settings.xml"),
            ("\(office)/header", "header1.xml"), ("\(office)/header", "header2.xml"),
        ])
    }

    /// Margins in twentieths of a point: 20 mm above and below, 30 left, 15 right.
    private static var document: String {
        "<w:document xmlns:w=\"\(main)\" xmlns:r=\"\(office)\"><w:body>"
            + "<w:sdt><w:sdtPr><w:alias w:val=\"Chỗ của văn bản báo cáo\"/><w:tag w:val=\"\(LetterForm.place)\"/></w:sdtPr>"
            + "<w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"\(LetterStyle.text.id)\"/></w:pPr>"
            + "<w:r><w:t>Văn bản báo cáo đứng ở đây.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
            + "<w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\""
            + " w:gutter=\"0\"/><w:cols w:space=\"720\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    }

    private static var numbered: String {
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private static func header(_ content: String) -> String {
        "<w:hdr xmlns:w=\"\(main)\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(content)</w:p></w:hdr>"
    }

    private static var settings: String {
        "<w:settings xmlns:w=\"\(main)\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
            + "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\""
            + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    }

    private static var styles: String {
        let font = "Times New Roman"
        let defaults =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:eastAsia=\"\(font)\""
            + " w:cs=\"\(font)\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
            + "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault/></w:docDefaults>"
        let general =
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
            + "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
            + "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>"
            + "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/><w:basedOn w:val=\"Normal\"/>"
            + "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr></w:style>"
        let own = LetterStyle.allCases.map { style in
            let (paragraph, letters) = style.settings
            return "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"\(style.id)\">"
                + "<w:name w:val=\"\(style.rawValue)\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
                + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>"
        }
        return "<w:styles xmlns:w=\"\(main)\">" + defaults + general + own.joined() + "</w:styles>"
    }
}
