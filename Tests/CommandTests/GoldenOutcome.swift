import Foundation

/// What a command left behind.
struct GoldenOutcome {
    let exit: Int32
    let output: Data
    let errors: Data
    /// What it wrote or changed, by path.
    let files: [String: Data]

    /// One line for each thing that is not as expected.
    func differences(from expected: GoldenOutcome) -> [String] {
        var lines: [String] = []
        if exit != expected.exit { lines.append("exit: \(exit), expected \(expected.exit)") }
        if let line = Self.difference("stdout", output, expected.output) { lines.append(line) }
        if let line = Self.difference("stderr", errors, expected.errors) { lines.append(line) }
        for path in Set(files.keys).union(expected.files.keys).sorted() {
            switch (files[path], expected.files[path]) {
            case (let bytes?, let wanted?):
                if let line = Self.difference(path, bytes, wanted) { lines.append(line) }
            case (nil, _): lines.append("\(path): not written")
            case (_, nil): lines.append("\(path): written, not expected")
            }
        }
        return lines
    }

    /// The first line, or byte, at which two texts part.
    private static func difference(_ name: String, _ bytes: Data, _ expected: Data) -> String? {
        guard bytes != expected else { return nil }
        let place = zip(bytes, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let offset = place ?? min(bytes.count, expected.count)
        guard !bytes.prefix(4).elementsEqual([0x50, 0x4B, 3, 4]) else {
            return "\(name): other bytes from \(offset) on (\(bytes.count) bytes, expected \(expected.count))"
        }
        let line = bytes.prefix(offset).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return """
            \(name):\(line):
              is       \(Self.line(line, of: bytes))
              expected \(Self.line(line, of: expected))
            """
    }

    private static func line(_ number: Int, of bytes: Data) -> String {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1), number < lines.count || !lines[number - 1].isEmpty else {
            return "(the end)"
        }
        return String(decoding: lines[number - 1], as: UTF8.self).debugDescription
    }
}
