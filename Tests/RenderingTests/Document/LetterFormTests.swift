import Foundation
import Testing
import WordProcessing

@testable import Rendering

/// The form that comes with the program is the usual one; `TONGHOP_RECORD=1` writes it anew.
struct LetterFormTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("inputs/catalogue/mau/bao-cao.docx")

    @Test func `the sample's form has the parts of the usual one`() throws {
        if ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(LetterForm.usual).write(to: Self.file)
        }
        // Packed bytes may differ from one compression library to the next.
        let recorded = try WordFile([UInt8](Data(contentsOf: Self.file)))
        let usual = try WordFile(LetterForm.usual)
        #expect(recorded.parts.map(\.name) == usual.parts.map(\.name))
        for (old, new) in zip(recorded.parts, usual.parts) { #expect(old.bytes == new.bytes, "\(old.name)") }
    }
}
