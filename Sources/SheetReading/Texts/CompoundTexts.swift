/// What stands in the streams of an OLE file as text, in letters of one byte and of two: properties, the text of a .doc, text
/// boxes and comments of an .xls.
enum CompoundTexts {
    /// Lends each text with the name of its stream.
    ///
    /// - Parameter cellsToo: Also what an .xls keeps for its cells, where nobody reads those.
    static func forEach(in bytes: [UInt8], cellsToo: Bool, _ take: (_ stream: String, _ text: String) -> Void) {
        guard let file = try? CompoundFile(bytes) else { return runs(in: bytes[...]) { take("", $0) } }
        for name in file.names where !passed.contains(name) {
            guard let stream = file.stream(name) else { continue }
            if name == "Workbook" || name == "Book", !cellsToo {
                besideCells(of: stream) { take(name, $0) }
            } else {
                runs(in: stream[...]) { take(name, $0) }
            }
        }
    }

    /// Compressed, or none of a person's words.
    private static let passed: Set<String> = ["EncryptedPackage", "EncryptionInfo", "PROJECT", "_VBA_PROJECT", "dir"]

    /// Records of cells and of their texts, which are read as rows; and those that hold numbers alone.
    private static let cells: Set<UInt16> = [
        0xFC, 0xFD, 0x203, 0x27E, 0xBD, 0x06, 0x204, 0xD6, 0x205, 0x207, 0x208, 0xD7, 0xE0, 0xFF, 0x3C, 0x31, 0x92,
        0x5C,
    ]

    private static func besideCells(of stream: [UInt8], _ take: (String) -> Void) {
        var records = BinaryRecords(stream, at: 0)
        while let record = records.next() {
            if record.kind == 0x14 || record.kind == 0x15 {
                // A page's header and footer, with their codes.
                var text = BinaryText([record.data], at: 0)
                let length = Int(text.uint16())
                for line in PageCodes.lines(of: text.string(length: length)) { take(line) }
            } else if !cells.contains(record.kind) {
                runs(in: record.data[...], take)
            }
        }
    }

    /// Fewer letters beside one another are chance.
    private static let lettersLeast = 6
    private static let lettersMost = 1 << 12

    /// Runs of letters: of one byte as UTF-8, of two as UTF-16.
    ///
    /// - Parameter amongOthers: Nearly all of the bytes are no text: of runs of one byte, those that are UTF-8 throughout.
    static func runs(in bytes: ArraySlice<UInt8>, amongOthers: Bool = false, _ take: (String) -> Void) {
        var narrow: [UInt8] = []
        var wide: [[UInt16]] = [[], []]
        func flushNarrow() {
            if narrow.count >= lettersLeast, !amongOthers {
                take(String(decoding: narrow, as: UTF8.self))
            } else if narrow.count >= lettersLeast, let text = String(validating: narrow, as: UTF8.self) {
                take(text)
            }
            narrow.removeAll(keepingCapacity: true)
        }
        func flushWide(_ lane: Int) {
            if wide[lane].count >= lettersLeast { take(String(decoding: wide[lane], as: UTF16.self)) }
            wide[lane].removeAll(keepingCapacity: true)
        }
        for at in bytes.indices {
            let byte = bytes[at]
            if byte >= 0x20 && byte != 0x7F { narrow.append(byte) } else { flushNarrow() }
            if narrow.count >= lettersMost { flushNarrow() }
            let lane = at & 1
            let unit = at + 1 < bytes.endIndex ? UInt16(byte) | UInt16(bytes[at + 1]) << 8 : 0
            if isLetter(unit) { wide[lane].append(unit) } else { flushWide(lane) }
            if wide[lane].count >= lettersMost { flushWide(lane) }
        }
        flushNarrow()
        flushWide(0)
        flushWide(1)
    }

    /// Of the letters that Vietnamese is written in, with its marks and signs of print.
    private static func isLetter(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x20..<0x7F, 0xA0..<0x250, 0x300..<0x330, 0x1EA0..<0x1F00, 0x2010..<0x2027: true
        default: false
        }
    }
}
