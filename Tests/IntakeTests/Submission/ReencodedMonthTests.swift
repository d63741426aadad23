import CatalogueReading
import DelimitedText
import Domain
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The same month in nine encodings, under the real catalogue.
struct ReencodedMonthTests {
    private static let marked16: [UInt8] = [0xFF, 0xFE]

    /// Capitals with tones are small letters in a font of capitals.
    private static func tcvn3(_ text: String) -> [UInt8] {
        let small = text.unicodeScalars.map { scalar -> Character in
            let hasByte = scalar.isASCII || LegacyEncoders.tcvn3[scalar] != nil
            return hasByte ? Character(scalar) : Character(String(scalar).lowercased())
        }
        return LegacyEncoders.bytes(String(small), .tcvn3)
    }

    private static let encodings: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
        ("UTF-8 with mark", { LegacyEncoders.bytes($0, .utf8WithMark) }),
        ("UTF-8, decomposed", { Array($0.decomposedStringWithCanonicalMapping.utf8) }),
        ("UTF-16 LE with mark", { marked16 + LegacyEncoders.bytes($0, .utf16LittleEndian) }),
        ("UTF-16 BE with mark", { marked16.reversed() + LegacyEncoders.bytes($0, .utf16BigEndian) }),
        ("UTF-16 LE", { LegacyEncoders.bytes($0, .utf16LittleEndian) }),
        ("windows-1258", { LegacyEncoders.bytes($0, .windows1258) }),
        ("TCVN3", { tcvn3($0) }),
        ("VNI-Windows", { LegacyEncoders.bytes($0, .vniWindows) }),
    ]

    /// Letters that old encodings have; others (–, “ ”) are written as an office of that time would.
    private static func plain(_ text: String) -> String {
        String(
            text.precomposedStringWithCanonicalMapping.replacingOccurrences(of: "–", with: "-")
                .replacingOccurrences(of: "…", with: "...").unicodeScalars.map { Character($0) })
    }

    @Test func `gives the same tallies in each`() throws {
        let (catalogue, _) = CatalogueReader.read(try Repository.catalogueFiles(), digest: "real")
        let reader = SubmissionReader(catalogue: try #require(catalogue))
        let folder = "\(Repository.root)/inputs/submissions/2026-10"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".csv") && !$0.hasPrefix("X") }
        var compared = 0
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            guard let written = String(bytes: bytes, encoding: .utf8) else { continue }
            let text = Self.plain(written.replacingOccurrences(of: "\u{FEFF}", with: ""))
            guard text.unicodeScalars.allSatisfy({ $0.isASCII || LegacyEncoders.vniWindows[$0] != nil }) else {
                continue
            }
            let path = "2026-10/\(name)"
            let plain = SmallFile.read(Array(text.utf8), as: path, reader: reader)
            guard plain.isCounted else { continue }
            compared += 1
            for (encoding, encode) in Self.encodings {
                let reading = SmallFile.read(encode(text), as: path, reader: reader)
                #expect(reading.tallies == plain.tallies, "\(name) in \(encoding): \(reading.rules)")
                #expect(reading.state == plain.state, "\(name) in \(encoding)")
            }
        }
        #expect(names.isEmpty || compared > 9)
    }
}
