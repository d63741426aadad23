import ZipPackage

/// A finished workbook, opened again part by part.
///
/// Opening reads every entry, so that each one's CRC is compared, and parses every XML part but those that its reader reads
/// whole, so that each is well-formed; and it follows every relationship to a part that must be there.
struct PackageReading {
    /// A relationship of a part: what kind of thing stands where.
    struct Relationship {
        let kind: String
        let target: String
        let isExternal: Bool
    }

    /// Every part by its name.
    let parts: [String: [UInt8]]
    /// For each part that has any, its relationships by their ids; the package's own are under "".
    let relationships: [String: [String: Relationship]]

    /// - Parameter isReadWhole: Whether who asks will parse a part himself, from end to end.
    init(path: String, leaving isReadWhole: (String) -> Bool) throws(SpreadsheetError) {
        do {
            let reader = try ZipReader(path: path)
            var parts: [String: [UInt8]] = [:]
            for entry in reader.entries {
                let bytes = try reader.bytes(of: entry.name)
                if Self.isXML(entry.name), !isReadWhole(entry.name) { try XMLPart.check(bytes, part: entry.name) }
                parts[entry.name] = bytes
            }
            self.parts = parts
            relationships = try Self.relationships(of: parts)
        } catch let error as ZipError {
            throw Self.damaged(error.inEnglish)
        } catch let error as XMLError {
            throw Self.damaged(error.inEnglish)
        } catch {
            throw Self.damaged("\(error)")
        }
        try followRelationships()
        try findContentTypes()
    }

    /// Tells `visitor` of every element of a part that must be there.
    func read(_ part: String, _ visitor: some XMLVisitor) throws(SpreadsheetError) {
        let bytes = try bytes(of: part)
        try Self.reading { () throws(XMLError) in try XMLPart.read(bytes, part: part, visitor) }
    }

    /// The bytes of a part that must be there.
    func bytes(of part: String) throws(SpreadsheetError) -> [UInt8] {
        guard let bytes = parts[part] else { throw Self.damaged("there is no part “\(part)”") }
        return bytes
    }

    /// What `read` gives; a fault of the XML is damage.
    static func reading<Value: ~Copyable>(_ read: () throws(XMLError) -> Value) throws(SpreadsheetError) -> Value {
        do {
            return try read()
        } catch {
            throw damaged(error.inEnglish)
        }
    }

    static func damaged(_ message: String) -> SpreadsheetError {
        SpreadsheetError(.damaged, "read the file back", message)
    }

    private static func isXML(_ name: String) -> Bool {
        [".xml", ".rels", ".vml"].contains { name.hasSuffix($0) }
    }

    private func followRelationships() throws(SpreadsheetError) {
        for (part, targets) in relationships.sorted(by: { $0.key < $1.key }) {
            for (_, target) in targets.sorted(by: { $0.key < $1.key }) where !target.isExternal {
                guard parts[target.target] != nil else {
                    throw Self.damaged("“\(part)” leads to “\(target.target)”, which is not there")
                }
            }
        }
    }

    private func findContentTypes() throws(SpreadsheetError) {
        let types = ContentTypes()
        try read("[Content_Types].xml", types)
        for part in parts.keys.sorted() where part != "[Content_Types].xml" {
            let suffix = part.split(separator: ".").last.map(String.init) ?? ""
            guard types.parts.contains("/" + part) || types.suffixes.contains(suffix) else {
                throw Self.damaged("no content type for “\(part)”")
            }
        }
        for part in types.parts.sorted() where parts[String(part.dropFirst())] == nil {
            throw Self.damaged("a content type for “\(part)”, which is not there")
        }
    }

    private static func relationships(
        of parts: [String: [UInt8]]
    ) throws(XMLError) -> [String: [String: Relationship]] {
        var relationships: [String: [String: Relationship]] = [:]
        for (name, bytes) in parts where name.hasSuffix(".rels") {
            var folders = name.split(separator: "/").map(String.init)
            let file = String(folders.removeLast().dropLast(".rels".count))
            guard folders.popLast() == "_rels" else { continue }
            let visitor = Relationships(folder: folders)
            try XMLPart.read(bytes, part: name, visitor)
            relationships[(folders + [file]).joined(separator: "/")] = visitor.found
        }
        return relationships
    }

    private final class ContentTypes: XMLVisitor {
        var parts: Set<String> = []
        var suffixes: Set<String> = []

        func start(_ name: String, _ attributes: [String: String]) {
            if name == "Override", let part = attributes["PartName"] { parts.insert(part) }
            if name == "Default", let suffix = attributes["Extension"] { suffixes.insert(suffix) }
        }
    }

    private final class Relationships: XMLVisitor {
        var found: [String: Relationship] = [:]
        private let folder: [String]

        init(folder: [String]) {
            self.folder = folder
        }

        func start(_ name: String, _ attributes: [String: String]) {
            guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
            let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            let isExternal = attributes["TargetMode"] == "External"
            found[id] = Relationship(
                kind: kind, target: isExternal ? target : resolve(target), isExternal: isExternal)
        }

        /// The part that a target means, seen from the folder of the part that speaks of it.
        private func resolve(_ target: String) -> String {
            var folders = target.hasPrefix("/") ? [] : folder
            for step in target.split(separator: "/") {
                if step == ".." { _ = folders.popLast() } else if step != "." { folders.append(String(step)) }
            }
            return folders.joined(separator: "/")
        }
    }
}
