import DelimitedText
import Testing

struct EncodingTests {
    private static let text = "xã;số lớp\r\nChiềng Hặc;12\r\n“Mường 😀 Bú”;-\r\n"

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test func `the same text reads the same in UTF-8 with and without mark and in both UTF-16`() {
        let plain = DelimitedDocument(Array(Self.text.utf8))
        let others = [
            DelimitedDocument([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)),
            DelimitedDocument(utf16(Self.text, bigEndian: false)), DelimitedDocument(utf16(Self.text, bigEndian: true)),
        ]
        #expect(plain.encoding == .utf8)
        #expect(others.map(\.encoding) == [.utf8WithMark, .utf16LittleEndian, .utf16BigEndian])
        for other in others {
            #expect(other.rows() == plain.rows())
            #expect(other.allDoubts().isEmpty)
        }
    }

    @Test func `half a letter of UTF-16 is an undecodable byte`() {
        var bytes = utf16("a,b\n1,x", bigEndian: false)
        bytes += [0x3D, 0xD8, 0x79, 0x00, 0x41]
        let document = DelimitedDocument(bytes)
        #expect(document.rows().map(\.fields) == [["a", "b"], ["1", "x\u{FFFD}y\u{FFFD}"]])
        #expect(document.allDoubts().map(\.kind) == [.undecodableByte, .undecodableByte])
        #expect(document.allDoubts().map(\.column) == [2, 2])
    }

    @Test func `repair agrees with the standard library on random bytes`() {
        var random = Seeded(3)
        let pool: [UInt8] = [0x61, 0x2C, 0x0A, 0xC3, 0xA9, 0xE1, 0xBB, 0x85, 0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0xFF]
        let letters = Array(String(repeating: "ễ", count: 40).utf8)
        for _ in 0..<2000 {
            let noise = (0..<Int(random.next() % 24)).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
            let document = DelimitedDocument(letters + noise, dialect: Dialect(delimiter: 0x1F))
            var writer = RowWriter(delimiter: 0x1F, lineEnd: "\n")
            for row in document.rows() { writer.write(row.fields) }
            var expected = Array(String(decoding: letters + noise, as: UTF8.self).utf8)
            if expected.last != 0x0A { expected.append(0x0A) }
            #expect(writer.bytes == expected, "\(noise)")
            let isWhole = String(validating: letters + noise, as: UTF8.self) != nil
            #expect(document.allDoubts().contains { $0.kind == .undecodableByte } == !isWhole, "\(noise)")
        }
    }

    @Test func `letters too few to prove their encoding make the file doubtful, not unread`() {
        // “Đơn vị;Số lượng” in windows-1258.
        let bytes: [UInt8] =
            [0xD0, 0xF5, 0x6E, 0x20, 0x76, 0x69, 0xF2, 0x3B, 0x53, 0xF4, 0xEC, 0x20, 0x6C, 0xFD, 0xF5, 0xF2]
            + Array("ng\r\nAn;1\r\n".utf8)
        let document = DelimitedDocument(bytes)
        #expect(document.doubts.map(\.kind) == [.doubtfulEncoding])
        #expect(document.doubts.allSatisfy { $0.isFatal })
        #expect(document.rows().last?.fields == ["An", "1"])
    }

    @Test func `UTF-16 without a mark and with no word that speaks for it is doubtful`() {
        let bytes = Array(utf16("Commune,Count\nBac Yen,12\n", bigEndian: true).dropFirst(2))
        #expect(DelimitedDocument(bytes).doubts.first?.kind == .doubtfulEncoding)
    }
}
