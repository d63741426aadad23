import ZipPackage

/// Packs the parts of a document: the same parts give the same bytes.
package enum WordWriter {
    /// What says who saved a document, and when, stands in these: they are ours to say.
    package static let properties = "docProps/core.xml"
    package static let statistics = "docProps/app.xml"

    package static func zip(_ parts: [WordFile.Part]) throws(ZipError) -> [UInt8] {
        try ZipWriter.zip(parts.map { ZipWriter.Entry(name: $0.name, bytes: $0.bytes) })
    }

    /// A part of text.
    package static func part(_ name: String, _ markup: String) -> WordFile.Part {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        return WordFile.Part(name: name, bytes: Array((head + markup).utf8))
    }

    /// Title and author of a document; nobody's name, and the time of its data.
    ///
    /// - Parameter time: As `2026-10-20T09:00:00Z`.
    package static func properties(title: String, author: String, time: String) -> WordFile.Part {
        let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        return part(
            properties,
            "<cp:coreProperties xmlns:cp=\"\(core)\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>\(XMLText.escaped(title))</dc:title><dc:creator>\(XMLText.escaped(author))</dc:creator>"
                + "<cp:lastModifiedBy>\(XMLText.escaped(author))</cp:lastModifiedBy>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:modified></cp:coreProperties>")
    }

    /// The program's name, and no company's, manager's or template's.
    package static var statisticsPart: WordFile.Part {
        part(
            statistics,
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                + "<Application>tonghop</Application></Properties>")
    }
}
