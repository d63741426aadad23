/// What reads a part of a package as it is parsed.
///
/// A reader that is not interested in texts or ends leaves those out.
package protocol XMLVisitor: AnyObject {
    /// An element begins. Names are as written, with their prefix.
    func start(_ name: String, _ attributes: [String: String])
    /// A text, whole up to the next tag.
    func text(_ text: String)
    /// An element ends.
    func end(_ name: String)
}

extension XMLVisitor {
    package func text(_ text: String) {}
    package func end(_ name: String) {}
}

/// Reads whole parts of a package.
package enum XMLPart {
    /// Checks that `bytes` are well-formed XML.
    package static func check(_ bytes: [UInt8], part: String) throws(XMLError) {
        let tape = try XMLTape(bytes, part: part)
        while try tape.advance() {}
    }

    /// Reads `bytes` and tells `visitor` of every element and text.
    package static func read(_ bytes: [UInt8], part: String, _ visitor: some XMLVisitor) throws(XMLError) {
        var scan = try XMLScan(bytes, part: part)
        while true {
            switch try scan.next() {
            case .start: visitor.start(scan.nameText, scan.attributes)
            case .text: visitor.text(scan.string(of: scan.text))
            case .end: visitor.end(scan.nameText)
            case .finish: return
            }
        }
    }
}
