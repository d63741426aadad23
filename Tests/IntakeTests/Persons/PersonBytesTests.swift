import Domain
import TestSupport
import Testing

@testable import Intake

/// The one pass over a cell's bytes, which the rows of large registers are passed by, against the careful look.
struct PersonBytesTests {
    private static let cells = PersonTableLine.keptOut.filter { [.cell, .number, .unknown].contains($0.place) }
    private static let harmless =
        PersonTableLine.letIn.filter { $0.place == .cell }.map(\.text) + ["", "lớp", "30 người"]

    /// Whether the careful look finds something in a cell that the pass leaves out.
    private static func isMissed(
        _ text: String, by pass: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        var bytes = text
        guard !bytes.withUTF8(pass) else { return false }
        return PersonCell(text, PersonCell.Place()).found != nil || PersonInReason.isIn(text)
    }

    /// Texts of the table with others before and behind them.
    private static func texts() -> [String] {
        var texts: [String] = []
        for seed in 0..<3_000 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func pick(_ list: [String]) -> String { list[Int(generator.next() % UInt64(list.count))] }
            let between = pick([" ", ", ", "; ", "\n", " - ", ": ", "/", "\u{a0}", " (", ". "])
            let wanted = pick(cells.map(\.text))
            switch generator.next() % 4 {
            case 0: texts.append(pick(harmless) + between + wanted)
            case 1: texts.append(wanted + between + pick(harmless))
            case 2: texts.append(pick(harmless) + between + wanted + between + pick(harmless))
            default: texts.append(String(wanted.dropLast(Int(generator.next() % 4))))
            }
        }
        return texts
    }

    @Test func `the pass leaves out nothing that is found`() {
        for text in Self.cells.map(\.text) + Self.texts() {
            let isMissed = Self.isMissed(text) { PersonBytes.mayConcern($0, namesCount: false) }
            #expect(!isMissed, "\(text)")
        }
    }

    @Test func `a pass that counts digits alone would leave out much`() {
        let missed = (Self.cells.map(\.text) + Self.texts()).count { text in
            Self.isMissed(text) { bytes in bytes.count { $0 &- 0x30 < 10 } >= 9 }
        }
        #expect(missed > 300)
    }

    /// With other digits.
    private static func withDigits(_ text: String, _ generator: inout SeededGenerator) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard (0x30...0x39).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(UInt8(0x30 + generator.next() % 10))
                }))
    }

    @Test func `what is said of a cell whose few digits do not matter holds of any digits`() {
        var generator = SeededGenerator(seed: 27)
        var words = PersonName.KnownWords()
        var (looked, mattering) = (0, 0)
        for text in Self.cells.map(\.text) + Self.texts() {
            // Numbers are cut down to few digits.
            for most in [1, 4, 6] {
                var left = most
                var short = String(
                    text.filter { character in
                        guard character.isASCII, character.isNumber else { return true }
                        left -= 1
                        return left >= 0
                    })
                guard short.utf8.contains(where: { $0 &- 0x30 < 10 }),
                    short.withUTF8({ PersonBytes.hasFewDigits($0) })
                else { continue }
                let (cell, withAny) = PersonCell.fewDigits(short, PersonCell.Place(), &words)
                guard withAny else {
                    mattering += 1
                    continue
                }
                looked += 1
                for _ in 0..<3 {
                    let other = PersonCell(Self.withDigits(short, &generator), PersonCell.Place())
                    #expect(
                        other.found == nil && other.isName == cell.isName && other.isStrongName == cell.isStrongName
                            && other.isCivilName == cell.isCivilName, "\(short)")
                }
            }
        }
        #expect(looked > 500 && mattering > 500)
    }

    @Test func `a plate that the text ends within is none, and is looked at to its end`() {
        for end in ["26B", "26B1", "26-B1 ", "26B1-", "26B1-123."] {
            #expect(PersonCell("Lò Văn Thử \(end)", PersonCell.Place()).found == nil, "\(end)")
        }
        #expect(PersonCell("Lò Văn Thử 26B1-123.45", PersonCell.Place()).found != nil)
    }

    @Test func `no number and no mark stands where the letters leave none`() {
        var (numbers, marks) = (0, 0)
        for text in Self.cells.map(\.text) + Self.harmless + Self.texts() {
            var bytes = text
            if !bytes.withUTF8(PersonBytes.mayHoldNumber) {
                numbers += 1
                #expect(
                    PersonNumber.first(in: text, PersonNumber.Context(cues: [.identity, .telephone])) == nil, "\(text)")
            }
            if !SecrecyWords.mayBearMark(text) {
                marks += 1
                #expect(SecrecyWords.mark(in: text, .levelCell) == nil && SecrecyWords.mark(in: text) == nil, "\(text)")
            }
        }
        #expect(numbers > 100 && marks > 500)
    }

    @Test func `most harmless cells are passed`() {
        let words = ["đã làm", "lớp 12 học viên", "xã Mường La", "3", "1234", "15/9 x", "Chủ trì", "ghi chú"]
        for word in words {
            var word = word
            #expect(word.withUTF8 { !PersonBytes.mayConcern($0, namesCount: false) }, "\(word)")
        }
    }

    /// Bytes of digits, of what stands between them, of letters, and of what is no letter at all.
    private static func bytes(_ seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        let parts: [[UInt8]] =
            [
                "0", "9", "84", "012", "+", " ", "-", ".", ",", "/", "(", ")", "|", ";", "a", "ậ", "\u{a0}", "\u{200b}",
                "\u{2013}", "٣", "９", "@", "x.vn", "\r", "\u{1}", "\u{301}", "m", "T", "s",
            ].map { Array($0.utf8) } + [[0xE2], [0xE2, 0x80], [0xE1, 0xBA], [0xFF], [0x80], [0xC3], [0xF0, 0x9D]]
        return (0..<(6 + generator.next() % 20)).flatMap { _ in
            // Mostly digits, so that numbers come about.
            generator.next() % 3 == 0
                ? parts[Int(generator.next() % UInt64(parts.count))] : parts[Int(generator.next() % 4)]
        }
    }

    @Test func `lines whose bytes hold no number have none, and no mark and no birth`() {
        var (found, passed) = (0, 0)
        let planted = ["Lò Thị Thử sinh ngày hai tháng ba", "SN 85", "sinh năm một nghìn chín trăm tám mươi"]
        let texts =
            (planted + Self.cells.map(\.text) + Self.texts()).map { Array($0.utf8) } + (0..<20_000).map(Self.bytes)
        for bytes in texts {
            let holds = bytes.withUnsafeBufferPointer { LineBytes($0) }
            let text = String(decoding: bytes, as: UTF8.self)
            let line = text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " | ")
            let isFound = PersonNumber.first(in: line) != nil
            if isFound { found += 1 }
            if !holds.mayHoldNumber {
                passed += 1
                #expect(!isFound, "\(bytes)")
            }
            if !holds.mayHoldMark { #expect(SecrecyWords.mark(in: text, .cell) == nil, "\(text)") }
            if !holds.mayHoldBirth { #expect(!BirthMention.isIn(text), "\(text)") }
        }
        #expect(found > 1_000 && passed > 1_000)
    }
}
