import DelimitedText
import Foundation
import TestSupport
import Testing

struct LegacyTableTests {
    /// Enough plain words to make the encoding certain, whatever the line after them.
    private static let known = "xã;phường;bản;tiểu học;lớp;người;hộ nghèo;trường;Đường\n"

    private func read(_ bytes: [UInt8], _ encoding: Encoding) -> String {
        let head = LegacyEncoders.bytes(Self.known, encoding)
        let document = DelimitedDocument(head + bytes, dialect: Dialect(delimiter: Dialect.semicolon))
        #expect(document.encoding == encoding)
        return document.rows().dropFirst().first?.fields.first ?? ""
    }

    @Test(arguments: [(Encoding.tcvn3, 74), (.vniWindows, 134)])
    func `every letter of a table comes back`(encoding: Encoding, count: Int) {
        let table = encoding == .tcvn3 ? LegacyEncoders.tcvn3 : LegacyEncoders.vniWindows
        #expect(table.count == count)
        for (letter, bytes) in table {
            let text = read(bytes, encoding)
            #expect(Array(text.unicodeScalars) == [letter], "\(bytes)")
        }
    }

    @Test func `windows-1258 agrees with Foundation in every letter with every tone, in NFC`() {
        var count = 0
        for base in Array(UInt8(ascii: "A")...UInt8(ascii: "z")) + Array(0x80...0xFF) {
            for tone: [UInt8] in [[], [0xCC], [0xD2], [0xDE], [0xEC], [0xF2]] {
                guard let text = LegacyEncoders.foundation([base]), text != "\u{FFFD}" else { continue }
                let mark = (LegacyEncoders.foundation(tone) ?? "").unicodeScalars.map(String.init).joined()
                let expected = (text + mark).precomposedStringWithCanonicalMapping
                // Foundation makes control characters of what Windows has not; and a letter of two tones is none.
                if text.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) }) { continue }
                let isMade = !expected.unicodeScalars.elementsEqual((text + mark).unicodeScalars)
                if isMade, expected.unicodeScalars.count > 1 { continue }
                let found = read([base] + tone + [0x78], .windows1258)
                #expect(Array(found.unicodeScalars.dropLast()) == Array(expected.unicodeScalars), "\(base) \(tone)")
                count += 1
            }
        }
        #expect(count > 900)
    }

    @Test func `two bytes are taken for one letter before they are taken for two`() {
        #expect(read([0x6E, 0x67, 0xF6, 0xF4, 0xF8, 0x69], .vniWindows) == "người")
        #expect(read([0x6E, 0x67, 0xF6, 0xF4], .vniWindows) == "ngươ")
    }

    @Test func `a byte without a letter is a doubt of its cell, and the other rows are read`() {
        for (encoding, byte) in [(Encoding.tcvn3, UInt8(0xFF)), (.vniWindows, 0xFF), (.windows1258, 0x8F)] {
            let bytes = LegacyEncoders.bytes(Self.known + "1;a", encoding) + [byte, byte, 0x0A, 0x32, 0x3B, 0x62]
            let document = DelimitedDocument(bytes)
            let found = document.allDoubts()
            #expect(found.map(\.kind) == [.undecodableByte])
            #expect(found.map { [$0.line, $0.row, $0.column ?? 0] } == [[2, 2, 2]])
            #expect(found.first?.sample.hasPrefix(byte == 0xFF ? "FF «" : "8F «") == true)
            #expect(document.rows().dropFirst().map(\.fields) == [["1", "a\u{FFFD}\u{FFFD}"], ["2", "b"]])
        }
    }
}
