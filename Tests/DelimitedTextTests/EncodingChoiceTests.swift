import DelimitedText
import Foundation
import TestSupport
import Testing

struct EncodingChoiceTests {
    /// No accented capitals: TCVN3 has none.
    private static let table = """
        Đơn vị;Số lớp;Học viên;Ghi chú\r
        Bắc Yên;12;1.234;"phổ biến; tuyên truyền\r
        ở bản"\r
        Mường Ảng xã;3;45;Đã mở “lớp” – đủ người\r
        Phù Yên;0;;không có số liệu\r
        Quỳnh Nhai;7;89;hòa giải thành, ước 5 hộ nghèo\r

        """.replacingOccurrences(of: "Ảng", with: "ảng")

    private static let encodings: [Encoding] = [
        .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .windows1258, .tcvn3, .vniWindows,
    ]

    /// Dash and quotes are at other places in Unicode than in the code pages.
    private func bytes(_ text: String, _ encoding: Encoding) -> [UInt8] {
        switch encoding {
        case .tcvn3, .vniWindows, .windows1258:
            var bytes: [UInt8] = []
            for scalar in text.unicodeScalars {
                switch scalar {
                case "“": bytes.append(0x93)
                case "”": bytes.append(0x94)
                case "–": bytes.append(0x96)
                default: bytes += LegacyEncoders.bytes(String(scalar), encoding)
                }
            }
            return bytes
        default: return LegacyEncoders.bytes(text, encoding)
        }
    }

    @Test func `the same table in nine forms gives the same rows`() {
        let expected = DelimitedDocument(Array(Self.table.utf8)).rows()
        #expect(expected.count == 5)
        #expect(expected.map(\.line) == [1, 2, 4, 5, 6])
        var forms: [(bytes: [UInt8], encoding: Encoding)] = Self.encodings.map { (bytes(Self.table, $0), $0) }
        forms.append((Array(Self.table.decomposedStringWithCanonicalMapping.utf8), .utf8))
        let marks: [(Encoding, [UInt8])] = [(.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF])]
        for (encoding, mark) in marks {
            forms.append((mark + bytes(Self.table, encoding), encoding))
        }
        for (bytes, encoding) in forms {
            let document = DelimitedDocument(bytes)
            #expect(document.encoding == encoding)
            #expect(document.rows() == expected, "\(encoding)")
            #expect(document.allDoubts().isEmpty, "\(encoding)")
            let best = document.decision.candidates.first
            #expect(best?.encoding == encoding)
            #expect(best?.score == 1, "\(document.decision)")
            #expect(document.decision.font == nil)
        }
        #expect(forms.count == 10)
    }

    @Test func `what an old encoding was decoded to is NFC to the byte`() {
        for encoding in [Encoding.windows1258, .tcvn3, .vniWindows] {
            let cells = DelimitedDocument(bytes(Self.table, encoding)).rows().flatMap(\.fields)
            let expected = DelimitedDocument(Array(Self.table.utf8)).rows().flatMap(\.fields)
            #expect(cells.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        }
    }

    @Test(arguments: [Encoding.tcvn3, .vniWindows], [Encoding.utf8, .utf8WithMark, .utf16LittleEndian])
    func `letters of an old font inside Unicode are turned into what the font showed`(
        font: Encoding, carrier: Encoding
    ) {
        let plain = Self.table.replacingOccurrences(of: "“lớp” –", with: "lớp")
        let document = DelimitedDocument(
            LegacyEncoders.bytes(LegacyEncoders.inUnicode(plain, font: font), carrier))
        #expect(document.encoding == carrier)
        #expect(document.decision.font == font)
        #expect(document.decision.basis == .syllables)
        #expect(document.decision.candidates.first?.name == carrier.name + "/" + font.name)
        #expect(document.rows() == DelimitedDocument(Array(plain.utf8)).rows())
        #expect(document.allDoubts().isEmpty)
    }

    @Test func `a place in a font's text stays where it was`() {
        let text = LegacyEncoders.inUnicode(Self.table.replacingOccurrences(of: "“lớp” –", with: "lớp"), font: .tcvn3)
        for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            let document = DelimitedDocument(mark + Array(text.utf8) + Array("x;a".utf8) + [0xFF, 0x0A])
            let expected = Doubt(kind: .undecodableByte, line: 7, row: 6, column: 2, sample: "FF «x;a\u{FFFD}»")
            #expect(document.allDoubts() == [expected])
            #expect(document.decision.font == .tcvn3)
        }
    }

    @Test(arguments: [Encoding.tcvn3, .vniWindows])
    func `a file of which a part is in an old font is doubtful`(font: Encoding) {
        let old = LegacyEncoders.inUnicode("Mường La;2\nYên Châu;3\nThuận Châu;7\nSông Mã;5\n", font: font)
        let document = DelimitedDocument(Array((Self.table + old).utf8))
        #expect(document.doubts.map(\.kind) == [.doubtfulEncoding])
        #expect(document.decision.isDoubtful)
        #expect(document.decision.font == nil)
        #expect(document.doubts.first?.sample.contains("UTF-8/" + font.name) == true)
        #expect(document.rows().first?.fields.first == "Đơn vị")
    }

    @Test func `plain ASCII is UTF-8`() {
        let document = DelimitedDocument(Array("unit,count\nBac Yen,12\n".utf8), witnesses: ["Bắc Yên"])
        #expect(document.decision == DelimitedDocument(Array("a,b\n".utf8)).decision)
        #expect(document.encoding == .utf8)
        #expect(document.decision.basis == .validUTF8)
        #expect(document.decision.candidates.isEmpty)
        #expect(document.allDoubts().isEmpty)
    }

    private static let french = """
        année;département;élèves;où\ndès l'été;Côte-d'Or;déjà là;très tôt, même après février à Besançon\n\
        père;mère;frère;français;garçon;né à Nîmes le même été;château;goût;sûr;Noël;naïf;hôtel\n
        """
    private static let german = """
        Jahr;Größe;Straße;Schüler\nfür;über;grün;schön, hören und töten\nKöln;München;Düsseldorf;Würzburg\n\
        Äpfel;Öl;Übung;Bücher;Mädchen;Häuser;Tür;böse\n
        """

    @Test func `words of another language that a font might have shown do not make UTF-8 doubtful`() {
        let text = "på;läge\nså;även\nkör;går\nhär;från\nnär;ändå\n"
        let document = DelimitedDocument(Array(text.utf8))
        #expect(document.allDoubts().isEmpty)
        #expect(document.decision.candidates.contains { $0.font == .tcvn3 && $0.possible > 1 })
    }

    @Test(arguments: [french, german])
    func `another language in Latin-1 is doubtful, with the candidates named`(text: String) {
        let latin = text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        let document = DelimitedDocument(latin, witnesses: ["Đơn vị", "Số lớp"])
        #expect(document.doubts.map(\.kind) == [.doubtfulEncoding])
        #expect(document.encoding == .utf8)
        for name in ["windows-1258 ", "TCVN3 ", "VNI-Windows ", "UTF-8 0/"] {
            #expect(document.doubts.first?.sample.contains(name) == true)
        }
        #expect(DelimitedDocument(Array(text.utf8)).allDoubts().isEmpty)
        #expect(DelimitedDocument(Array(text.utf8)).decision.font == nil)
    }

    @Test(
        arguments: [Encoding.windows1258, .tcvn3, .vniWindows],
        ["xã;số\n1;2\n", "Phù Yên;1\n", "Đơn vị;Số lượng\n"])
    func `a few letters are decided by witnesses, and doubtful without`(encoding: Encoding, text: String) {
        let bytes = LegacyEncoders.bytes(text, encoding)
        let doubtful = DelimitedDocument(bytes, dialect: Dialect(delimiter: Dialect.semicolon))
        #expect(doubtful.doubts.map(\.kind) == [.doubtfulEncoding])
        #expect(doubtful.decision.basis == .none)
        #expect(doubtful.decision.isDoubtful)
        let decided = DelimitedDocument(
            bytes, dialect: Dialect(delimiter: Dialect.semicolon), witnesses: ["Đơn vị", "Số lượng", "PHÙ YÊN", "Xã"])
        #expect(decided.encoding == encoding)
        #expect(decided.decision.basis == .witnesses)
        #expect(decided.allDoubts().isEmpty)
        #expect(decided.rows() == DelimitedDocument(Array(text.utf8)).rows())
    }

    @Test func `a few letters of an old font inside UTF-8 are decided by witnesses`() {
        let text = "Đơn vị;Số lớp\nPhù Yên;12\n"
        for font in [Encoding.tcvn3, .vniWindows] {
            let bytes = Array(LegacyEncoders.inUnicode(text, font: font).utf8)
            #expect(DelimitedDocument(bytes).doubts.map(\.kind) == [.doubtfulEncoding])
            let decided = DelimitedDocument(bytes, witnesses: ["Đơn vị"])
            #expect(decided.decision.font == font)
            #expect(decided.rows() == DelimitedDocument(Array(text.utf8)).rows())
        }
    }

    @Test(arguments: [Encoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 without a mark and without a letter beyond ASCII needs a witness`(encoding: Encoding) {
        let bytes = LegacyEncoders.bytes("unit;count\nPa Ma;12\nCo Ma;3\n", encoding)
        #expect(DelimitedDocument(bytes).doubts.map(\.kind) == [.doubtfulEncoding])
        let decided = DelimitedDocument(bytes, witnesses: ["Co Mạ", "Pa Ma"])
        #expect(decided.allDoubts().isEmpty)
        #expect(decided.encoding == encoding)
        #expect(decided.rows().map(\.fields) == [["unit", "count"], ["Pa Ma", "12"], ["Co Ma", "3"]])
    }

    @Test func `a damaged UTF-8 file stays UTF-8`() {
        let bytes = Array(Self.table.utf8) + Array(repeating: [0x61, 0xE1, 0x3B, 0x62, 0x0A], count: 6).joined()
        let document = DelimitedDocument(bytes)
        #expect(document.encoding == .utf8)
        #expect(document.doubts.isEmpty)
        #expect(document.allDoubts().count { $0.kind == .undecodableByte } == 6)
    }

    @Test func `evidence is taken from all over a long file`() {
        let ascii = String(repeating: "a;1;2;3;4;5\n", count: 60_000)
        let old = LegacyEncoders.bytes(Self.table.replacingOccurrences(of: "“lớp” –", with: "lớp"), .tcvn3)
        var limits = Limits.standard
        limits.evidenceBytes = 1 << 16
        let many = Array(repeating: old, count: 300).joined()
        let document = DelimitedDocument(Array(ascii.utf8) + many, limits: limits)
        #expect(document.encoding == .tcvn3)
        #expect(document.decision.basis == .syllables)
    }

    @Test func `random bytes never trap and never pass for Vietnamese`() {
        var random = Seeded(11)
        let pool: [UInt8] = Array("aeiouyngtch ;\n?".utf8) + Array(0x80...0xFF)
        for round in 0..<3000 {
            let count = Int(random.next() % 300)
            let body = (0..<count).map { _ -> UInt8 in
                round % 2 == 0 ? UInt8(random.next() & 0xFF) : pool[Int(random.next() % UInt64(pool.count))]
            }
            let document = DelimitedDocument(body, blockBytes: 1 + round % 70)
            let rows = document.rows()
            #expect(document.decision.basis != .syllables || document.decision.isDoubtful, "\(body)")
            let doubts = document.allDoubts()
            #expect(!rows.isEmpty || doubts.contains { $0.isFatal })
        }
    }
}
