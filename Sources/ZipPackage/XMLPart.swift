import CExpat

/// What reads a part of a package as it is parsed.
///
/// A reader that is not interested in texts or ends leaves those out.
package protocol XMLVisitor: AnyObject {
    /// An element begins. Names are as written, with their prefix.
    func start(_ name: String, _ attributes: [String: String])
    /// A piece of text; one text may come in several.
    func text(_ text: String)
    /// An element ends.
    func end(_ name: String)
}

extension XMLVisitor {
    package func text(_ text: String) {}
    package func end(_ name: String) {}
}

/// Parses the parts of a package.
///
/// A part with a document type is refused: packages have none, and it is where entities come from.
package enum XMLPart {
    /// Checks that `bytes` are well-formed XML.
    package static func check(_ bytes: [UInt8], part: String) throws(XMLError) {
        try parse(bytes, part: part, visitor: nil)
    }

    /// Parses `bytes` and tells `visitor` of every element and text.
    package static func read(_ bytes: [UInt8], part: String, _ visitor: some XMLVisitor) throws(XMLError) {
        try parse(bytes, part: part, visitor: visitor)
    }

    private static func parse(
        _ bytes: [UInt8], part: String, visitor: (any XMLVisitor)?
    ) throws(XMLError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw XMLError(part: part, line: 1, column: 1, detail: "no memory for a parser")
        }
        defer { XML_ParserFree(parser) }
        let session = Session(parser: parser, visitor: visitor)
        XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in Session.of(data)?.refuseDocumentType() }
        if visitor != nil {
            XML_SetElementHandler(
                parser,
                { data, name, attributes in Session.of(data)?.start(name, attributes) },
                { data, name in Session.of(data)?.end(name) })
            XML_SetCharacterDataHandler(parser) { data, text, length in Session.of(data)?.text(text, length) }
        }
        let status = withExtendedLifetime(session) { parse(bytes, with: parser) }
        guard status == XML_STATUS_OK else {
            let code = XML_GetErrorCode(parser)
            throw XMLError(
                part: part, line: Int(XML_GetCurrentLineNumber(parser)),
                column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
                detail: session.hasDocumentType
                    ? "document type not allowed" : XML_ErrorString(code).map { String(cString: $0) } ?? "")
        }
    }

    /// Hands the bytes over in blocks, for the parser counts them in 32 bits.
    private static func parse(_ bytes: [UInt8], with parser: XML_Parser) -> XML_Status {
        bytes.withUnsafeBytes { buffer in
            let blockSize = 1 << 20
            var start = 0
            repeat {
                let length = min(blockSize, buffer.count - start)
                let block = buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                let isFinal: Int32 = start + length == buffer.count ? 1 : 0
                let status = XML_Parse(parser, block, Int32(length), isFinal)
                guard status == XML_STATUS_OK else { return status }
                start += length
            } while start < buffer.count
            return XML_STATUS_OK
        }
    }

    /// What the parser's calls are told apart by while one part is parsed.
    private final class Session {
        private let parser: XML_Parser
        private let visitor: (any XMLVisitor)?
        private(set) var hasDocumentType = false

        init(parser: XML_Parser, visitor: (any XMLVisitor)?) {
            self.parser = parser
            self.visitor = visitor
        }

        static func of(_ data: UnsafeMutableRawPointer?) -> Session? {
            data.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
        }

        func refuseDocumentType() {
            hasDocumentType = true
            XML_StopParser(parser, XML_Bool(XML_FALSE))
        }

        func start(
            _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
        ) {
            guard let name else { return }
            var values: [String: String] = [:]
            if var pair = attributes {
                while let key = pair[0], let value = pair[1] {
                    values[String(cString: key)] = String(cString: value)
                    pair += 2
                }
            }
            visitor?.start(String(cString: name), values)
        }

        func end(_ name: UnsafePointer<XML_Char>?) {
            guard let name else { return }
            visitor?.end(String(cString: name))
        }

        func text(_ text: UnsafePointer<XML_Char>?, _ length: Int32) {
            guard let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
            visitor?.text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
