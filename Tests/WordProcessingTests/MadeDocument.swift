import WordProcessing
import ZipPackage

/// A small document whose parts are in sight.
enum MadeDocument {
    static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static func parts(_ body: String, space: String = space) -> [(String, String)] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                    + " Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/document.xml", "<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"),
        ]
    }

    static func bytes(_ parts: [(String, String)]) throws -> [UInt8] {
        try ZipWriter.zip(parts.map { ZipWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) })
    }

    static func bytes(_ body: String) throws -> [UInt8] { try bytes(parts(body)) }

    static func relations(_ list: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list)</Relationships>"
    }
}
