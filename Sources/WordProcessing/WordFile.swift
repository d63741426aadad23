import ZipPackage

/// A .docx that somebody made, unpacked within bounds and found harmless.
///
/// Nothing outside of it is followed, and what would act by itself or reach outside when the document is opened is refused: macros,
/// embedded objects, linked pictures and templates, fields that fetch, document types and their entities.
package struct WordFile: Sendable {
    /// The parts in the order of the zip.
    package let parts: [Part]
    /// The name of the part that holds the text.
    package let main: String
    /// The text.
    package let document: WordMarkup

    package struct Part: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// A report of a few pages with a picture or two is far below.
    package static let bytesMax = 8 << 20
    static let partBytesMax = 16 << 20
    static let unpackedBytesMax = 48 << 20
    static let partsMax = 500

    package init(_ bytes: [UInt8]) throws(WordFault) {
        guard bytes.count <= Self.bytesMax else { throw .tooLarge("\(bytes.count) bytes") }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .passwordOrOldFile }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .otherFile }
        parts = try Self.unpacked(bytes)
        let names = Set(parts.map { $0.name.lowercased() })
        guard names.contains("[content_types].xml"), let main = try Self.mainPart(of: parts) else { throw .otherFile }
        self.main = main
        for part in parts { try Self.check(part) }
        guard let text = parts.first(where: { $0.name == main }) else {
            throw .damaged(part: main, detail: "missing")
        }
        document = try WordMarkup(text.bytes, part: main)
        guard document.isNamed(0, "w:document"), let space = document.attribute("xmlns:w", of: 0),
            Self.namespaces.contains(space), document.child("w:body", of: 0) != nil
        else { throw .damaged(part: main, detail: "no w:document") }
        try Self.checkFields(document, part: main)
    }

    private static let namespaces = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]

    package func part(_ name: String) -> [UInt8]? { parts.first { $0.name == name }?.bytes }

    private static func unpacked(_ bytes: [UInt8]) throws(WordFault) -> [Part] {
        do {
            return try ZipReader.reading(bytes, entrySizeMax: partBytesMax, entriesMax: partsMax) { zip in
                let entries = zip.entries.filter { !$0.name.hasSuffix("/") }
                if entries.contains(where: \.isEncrypted) { throw WordFault.passwordOrOldFile }
                var room = unpackedBytesMax
                return try entries.map { entry in
                    let (left, isOver) = room.subtractingReportingOverflow(entry.size)
                    guard !isOver, left >= 0, entry.size <= partBytesMax else {
                        throw WordFault.tooLarge("\(entry.name): \(entry.size) bytes")
                    }
                    room = left
                    return Part(name: entry.name, bytes: try zip.bytes(of: entry.name))
                }
            }
        } catch let fault as WordFault {
            throw fault
        } catch let error as ZipError {
            throw error.reason == .tooLarge
                ? .tooLarge(error.detail) : .damaged(part: error.entry ?? "", detail: error.detail)
        } catch {
            throw .damaged(part: "", detail: "\(error)")
        }
    }

    /// The part that the package names as its document, if it is a Word document without macros.
    private static func mainPart(of parts: [Part]) throws(WordFault) -> String? {
        guard let relations = parts.first(where: { $0.name == "_rels/.rels" }) else { return nil }
        try checkText(relations)
        let markup = try WordMarkup(relations.bytes, part: relations.name)
        let found = markup.all("Relationship").first {
            markup.attribute("Type", of: $0)?.hasSuffix("/officeDocument") == true
        }
        guard let target = found.flatMap({ markup.attribute("Target", of: $0) }) else { return nil }
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
        return name.hasPrefix("word/") && name.hasSuffix(".xml") ? name : nil
    }

    private static func check(_ part: Part) throws(WordFault) {
        let name = part.name.lowercased()
        if name.hasPrefix("_xmlsignatures/") { throw .signed }
        let acting = ["vbaproject.bin", "vbadata.xml", "/activex/", "/embeddings/"]
        if acting.contains(where: name.contains) { throw .acts(part: part.name) }
        guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return }
        try checkText(part)
        if name.hasSuffix(".rels") { try checkRelations(part) }
        if name == "[content_types].xml", String(decoding: part.bytes, as: UTF8.self).contains("macroEnabled") {
            throw .acts(part: part.name)
        }
    }

    /// Well-formed UTF-8 without a document type.
    private static func checkText(_ part: Part) throws(WordFault) {
        guard String(validating: part.bytes, as: UTF8.self) != nil else {
            throw .damaged(part: part.name, detail: "no UTF-8")
        }
        let head = String(decoding: part.bytes.prefix(200), as: UTF8.self)
        if let declared = head.firstRange(of: "encoding=") {
            let name = head[declared.upperBound...].dropFirst().prefix(5).lowercased()
            guard name == "utf-8" else { throw .damaged(part: part.name, detail: "encoding \(name)") }
        }
        do {
            try XMLPart.check(part.bytes, part: part.name)
        } catch {
            throw .damaged(part: part.name, detail: "\(error.line):\(error.column): \(error.detail)")
        }
    }

    /// A link that a reader clicks on may lead outside; nothing else may.
    private static func checkRelations(_ part: Part) throws(WordFault) {
        let markup = try WordMarkup(part.bytes, part: part.name)
        for index in markup.elements.indices {
            guard let kind = markup.attribute("Type", of: index) else { continue }
            let isOutside = markup.attribute("TargetMode", of: index) == "External"
            if isOutside && !kind.hasSuffix("/hyperlink") || kind.hasSuffix("/aFChunk") {
                throw .acts(part: part.name)
            }
        }
    }

    /// Fields that fetch something when they are updated.
    private static func checkFields(_ markup: WordMarkup, part: String) throws(WordFault) {
        var said = markup.all("w:instrText").map { markup.text(markup.elements[$0].inner) }.joined()
        for field in markup.all("w:fldSimple") { said += " " + (markup.attribute("w:instr", of: field) ?? "") }
        let words = said.uppercased().split { !$0.isLetter }
        let fetching: Set<Substring> = [
            "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE",
        ]
        if !fetching.isDisjoint(with: words) { throw .acts(part: part) }
    }
}

extension WordFile {
    /// The names of the styles that the document knows, and the identifiers by which its paragraphs call them.
    package var styles: [String: String] {
        get throws(WordFault) {
            guard let bytes = part("word/styles.xml") else { return [:] }
            let markup = try WordMarkup(bytes, part: "word/styles.xml")
            var found: [String: String] = [:]
            for style in markup.all("w:style") {
                guard let id = markup.attribute("w:styleId", of: style), let name = markup.child("w:name", of: style),
                    let value = markup.attribute("w:val", of: name)
                else { continue }
                found[value] = id
            }
            return found
        }
    }

    /// Every text that the document shows, a paragraph each, those of its headers, notes and comments too.
    package var paragraphs: [String] {
        get throws(WordFault) {
            var found: [String] = []
            for part in parts where part.name.hasPrefix("word/") && part.name.hasSuffix(".xml") {
                let markup = part.name == main ? document : try WordMarkup(part.bytes, part: part.name)
                found += markup.paragraphs
            }
            return found
        }
    }

    /// Neither a letter nor a picture: what a new document is.
    package var isBlank: Bool {
        document.paragraphs.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            && document.all("w:drawing").isEmpty && document.all("w:pict").isEmpty
    }

    /// Whether somebody still proposes changes or remarks on them.
    package var hasRemarks: Bool {
        !document.all("w:ins").isEmpty || !document.all("w:del").isEmpty
            || !document.all("w:commentReference").isEmpty
    }
}

extension WordMarkup {
    /// The texts of its paragraphs; a paragraph in a box within another is one of its own.
    package var paragraphs: [String] {
        var texts: [Index: String] = [:]
        for index in elements.indices {
            let gone = isNamed(index, "w:delText") ? text(elements[index].inner) : nil
            guard let said = gone ?? said(index), let paragraph = around(index, "w:p") else { continue }
            texts[paragraph, default: ""] += said
        }
        return texts.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What an element shows by itself: a text, a tab, a break; nothing of what somebody proposes to delete.
    package func said(_ index: Index) -> String? {
        if isNamed(index, "w:t") { return text(elements[index].inner) }
        if isNamed(index, "w:tab"), let parent = elements[index].parent, isNamed(parent, "w:r") { return "\t" }
        if isNamed(index, "w:br") || isNamed(index, "w:cr") { return "\n" }
        return isNamed(index, "w:noBreakHyphen") ? "-" : nil
    }
}

/// Why a .docx that others made is not read.
package enum WordFault: Error, Hashable, Sendable {
    /// No zip of XML at all: nothing, a text, an old .doc.
    case otherFile
    /// Word encrypts a document with a password, and an old .doc looks the same from outside.
    case passwordOrOldFile
    /// Cut off, changed or contradicting itself.
    case damaged(part: String, detail: String)
    /// More of it than a report has.
    case tooLarge(String)
    /// What acts by itself or lies elsewhere: a macro, an embedded object, a linked picture.
    case acts(part: String)
    /// Signed: with another figure the signature would be broken.
    case signed
}
