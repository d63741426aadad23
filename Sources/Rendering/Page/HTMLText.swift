import Legibility

extension String {
    /// The text as HTML shows it, between tags and in the quotes of an attribute, on one line.
    ///
    /// By bytes: a template engine that escapes by characters passes a quotation mark on which an accent stands.
    var html: String {
        let text = ShownText.line(self)
        guard text.utf8.contains(where: { String.entity(of: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = String.entity(of: byte) {
                bytes += entity.utf8
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// JSON that may stand in a script element: nothing in it ends the element or begins a comment.
    var jsonInScript: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "\\u003C".utf8
            case UInt8(ascii: ">"): bytes += "\\u003E".utf8
            case UInt8(ascii: "&"): bytes += "\\u0026".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
