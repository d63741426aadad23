import DelimitedText
import Foundation

/// Vietnamese text in the old encodings, from tables of their own.
package enum LegacyEncoders {
    /// Each letter and its bytes.
    package static let tcvn3 = table(
        """
        ĂA1 ÂA2 ÊA3 ÔA4 ƠA5 ƯA6 ĐA7 ăA8 âA9 êAA ôAB ơAC ưAD đAE àB5 ảB6 ãB7 áB8 ạB9 ằBB ẳBC ẵBD ắBE ặC6 \
        ầC7 ẩC8 ẫC9 ấCA ậCB èCC ẻCE ẽCF éD0 ẹD1 ềD2 ểD3 ễD4 ếD5 ệD6 ìD7 ỉD8 ĩDC íDD ịDE òDF ỏE1 õE2 óE3 \
        ọE4 ồE5 ổE6 ỗE7 ốE8 ộE9 ờEA ởEB ỡEC ớED ợEE ùEF ủF1 ũF2 úF3 ụF4 ừF5 ửF6 ữF7 ứF8 ựF9 ỳFA ỷFB ỹFC \
        ýFD ỵFE
        """)
    package static let vniWindows = table(
        """
        Á41D9 á61F9 À41D8 à61F8 Ả41DB ả61FB Ã41D5 ã61F5 Ạ41CF ạ61EF Â41C2 â61E2 Ấ41C1 ấ61E1 Ầ41C0 ầ61E0 \
        Ẩ41C5 ẩ61E5 Ẫ41C3 ẫ61E3 Ậ41C4 ậ61E4 Ă41CA ă61EA Ắ41C9 ắ61E9 Ằ41C8 ằ61E8 Ẳ41DA ẳ61FA Ẵ41DC ẵ61FC \
        Ặ41CB ặ61EB ĐD1 đF1 É45D9 é65F9 È45D8 è65F8 Ẻ45DB ẻ65FB Ẽ45D5 ẽ65F5 Ẹ45CF ẹ65EF Ê45C2 ê65E2 \
        Ế45C1 ế65E1 Ề45C0 ề65E0 Ể45C5 ể65E5 Ễ45C3 ễ65E3 Ệ45C4 ệ65E4 ÍCD íED ÌCC ìEC ỈC6 ỉE6 ĨD3 ĩF3 ỊD2 \
        ịF2 Ó4FD9 ó6FF9 Ò4FD8 ò6FF8 Ỏ4FDB ỏ6FFB Õ4FD5 õ6FF5 Ọ4FCF ọ6FEF Ô4FC2 ô6FE2 Ố4FC1 ố6FE1 Ồ4FC0 \
        ồ6FE0 Ổ4FC5 ổ6FE5 Ỗ4FC3 ỗ6FE3 Ộ4FC4 ộ6FE4 ƠD4 ơF4 ỚD4D9 ớF4F9 ỜD4D8 ờF4F8 ỞD4DB ởF4FB ỠD4D5 \
        ỡF4F5 ỢD4CF ợF4EF Ú55D9 ú75F9 Ù55D8 ù75F8 Ủ55DB ủ75FB Ũ55D5 ũ75F5 Ụ55CF ụ75EF ƯD6 ưF6 ỨD6D9 \
        ứF6F9 ỪD6D8 ừF6F8 ỬD6DB ửF6FB ỮD6D5 ữF6F5 ỰD6CF ựF6EF Ý59D9 ý79F9 Ỳ59D8 ỳ79F8 Ỷ59DB ỷ79FB Ỹ59D5 \
        ỹ79F5 ỴCE ỵEE
        """)

    package static func bytes(_ text: String, _ encoding: Encoding) -> [UInt8] {
        switch encoding {
        case .tcvn3: text.unicodeScalars.flatMap { tcvn3[$0] ?? [latin($0)] }
        case .vniWindows: text.unicodeScalars.flatMap { vniWindows[$0] ?? [latin($0)] }
        case .windows1258: windows1258(text)
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        }
    }

    /// What a program that knows nothing of the font stores as Unicode.
    package static func inUnicode(_ text: String, font: Encoding) -> String {
        var latin = String.UnicodeScalarView()
        for byte in bytes(text, font) { latin.append(Unicode.Scalar(byte)) }
        return String(latin)
    }

    /// As Windows saves it: what the code page has not becomes a question mark.
    package static func lossy(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : codePage[$0] ?? UInt8(ascii: "?") }
    }

    /// The letters of the code page as Foundation knows them.
    package static let codePage: [Unicode.Scalar: UInt8] = {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF {
            guard let letter = foundation([byte])?.unicodeScalars, letter.count == 1, let scalar = letter.first else {
                continue
            }
            bytes[scalar] = byte
        }
        return bytes
    }()

    package static func foundation(_ bytes: [UInt8]) -> String? {
        String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0508))
    }

    /// Letters that have no byte are written as their base and the byte of their tone.
    private static func windows1258(_ text: String) -> [UInt8] {
        let tones: [Unicode.Scalar: UInt8] = [
            "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
        ]
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.isASCII { return [UInt8(scalar.value)] }
            if let byte = codePage[scalar] { return [byte] }
            let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
            var base = String.UnicodeScalarView()
            base.append(contentsOf: parts.filter { tones[$0] == nil })
            let letter = String(base).precomposedStringWithCanonicalMapping.unicodeScalars.first ?? "?"
            let byte = letter.isASCII ? UInt8(letter.value) : codePage[letter] ?? UInt8(ascii: "?")
            return [byte] + parts.compactMap { tones[$0] }
        }
    }

    private static func latin(_ scalar: Unicode.Scalar) -> UInt8 {
        UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
    }

    private static func table(_ rows: String) -> [Unicode.Scalar: [UInt8]] {
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for row in rows.split(separator: " ") {
            guard let scalar = row.unicodeScalars.first, let number = UInt16(row.dropFirst(), radix: 16) else {
                continue
            }
            table[scalar] = number > 0xFF ? [UInt8(number >> 8), UInt8(number & 0xFF)] : [UInt8(number)]
        }
        return table
    }
}
