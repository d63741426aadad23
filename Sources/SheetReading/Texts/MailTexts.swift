/// A mail or a page saved as one: its headers, and its parts with their letters as they were before they were sent.
enum MailTexts {
    /// Lends each part's bytes, its headers' texts first.
    static func forEachPart(of bytes: [UInt8], _ take: (_ part: [UInt8]) -> Void) {
        var isHeaders = true
        var encoding = ""
        var body: [UInt8] = []
        var headers: [UInt8] = []
        func flush() {
            if !headers.isEmpty { take(words(of: headers)) }
            if body.contains(where: { $0 > 0x20 }) { take(decoded(body, encoding)) }
            (headers, body, encoding) = ([], [], "")
        }
        for line in lines(of: bytes) {
            if line.starts(with: "--".utf8), line.count >= 4, !isHeaders || headers.isEmpty {
                flush()
                isHeaders = true
            } else if isHeaders, line.isEmpty {
                isHeaders = headers.isEmpty
            } else if isHeaders {
                let lower = String(decoding: line.prefix(200), as: UTF8.self).lowercased()
                if lower.hasPrefix("content-transfer-encoding:") {
                    encoding = lower.dropFirst(26).split { $0 == " " || $0 == ";" }.first.map(String.init) ?? ""
                }
                // A long header goes on in the next line.
                let isMore = line.first == 0x20 || line.first == 0x09
                headers += isMore ? Array(line.dropFirst()) : [0x0A] + line
            } else {
                body += line + [0x0A]
            }
        }
        flush()
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }

    private static func decoded(_ body: [UInt8], _ encoding: String) -> [UInt8] {
        switch encoding {
        case "base64": base64(body)
        case "quoted-printable": quotedPrintable(body, isHeader: false)
        default: body
        }
    }

    /// `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`.
    private static func words(of headers: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var at = 0
        while at < headers.count {
            let rest = headers[at...]
            guard rest.starts(with: "=?".utf8) else {
                text.append(headers[at])
                at += 1
                continue
            }
            let marks = rest.indices.filter { rest[$0] == UInt8(ascii: "?") }.prefix(4)
            guard marks.count == 4, marks[3] + 1 < headers.count, headers[marks[3] + 1] == UInt8(ascii: "=") else {
                text.append(headers[at])
                at += 1
                continue
            }
            let word = Array(headers[(marks[2] + 1)..<marks[3]])
            let isBase64 = headers[marks[1] + 1] | 0x20 == UInt8(ascii: "b")
            text += isBase64 ? base64(word) : quotedPrintable(word, isHeader: true)
            at = marks[3] + 2
        }
        return text
    }

    static func base64(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var (bits, count) = (UInt32(0), 0)
        for byte in text {
            guard let value = value(ofBase64: byte) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(ofBase64 byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func quotedPrintable(_ text: [UInt8], isHeader: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = 0
        while at < text.count {
            let byte = text[at]
            at += 1
            if isHeader, byte == UInt8(ascii: "_") {
                bytes.append(0x20)
            } else if byte == UInt8(ascii: "="), at < text.count, text[at] == 0x0A {
                at += 1
            } else if byte == UInt8(ascii: "="), at + 1 < text.count, let high = hex(text[at]),
                let low = hex(text[at + 1])
            {
                bytes.append(high << 4 | low)
                at += 2
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
