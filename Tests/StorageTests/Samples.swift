import Digest
import Domain
import Glibc
import Storage

/// A folder of its own for a test, taken away with all that is in it.
final class Workplace {
    let path: String

    init() {
        var template = Array("/tmp/tonghop-ledger-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
        }
    }

    deinit {
        Workplace.remove(path)
    }

    var ledger: String { "\(path)/reports" }

    /// Everything below the folder, by name.
    var names: [String] { Workplace.names(below: path).sorted() }

    private static func names(below path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            names.append("\(path)/\(name)")
            names += Workplace.names(below: "\(path)/\(name)")
        }
        return names
    }

    private static func remove(_ path: String) {
        for name in names(below: path).reversed() { Glibc.remove(name) }
        Glibc.remove(path)
    }
}

/// A file that came, and what it is understood to be.
struct Sample {
    let receipt: Receipt
    let bytes: [UInt8]
    let reading: Reading
}

let now = Instant(seconds: 1_792_000_000)
let catalogueDigest = SHA256Digest.of("catalogue").hex
let catalogueFiles: [(name: String, bytes: [UInt8])] = [
    ("forms/01-dt.yaml", Array("code: 01-dt\n".utf8)), ("units.csv", Array("code,name\n".utf8)), ("empty.csv", []),
]

/// Values drawn from a seed, the same on every machine.
struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func optional<Value>(_ value: Value) -> Value? { chance(60) ? value : nil }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }

    /// Texts that a careless store would change: empty, with NUL, composed and decomposed, quoted.
    mutating func text() -> String {
        pick([
            "", "lop", "luot_nguoi", "Mường Xại", "Mường Xại", "a\u{0}b", "it's; \"so\"", "dòng 1\r\ndòng 2", "🌾",
            "\(Int.random(in: 0..<9, using: &self))",
        ])
    }

    mutating func bilingual() -> Bilingual { Bilingual(vi: text(), en: text()) }

    mutating func unit() -> UnitKey {
        let day = Day(number: Int.random(in: -90...22_000, using: &self))
        return UnitKey(code: pick(["116", "03646", "14"]), from: optional(day))
    }

    mutating func period() -> Period {
        let first = Month(index: Int.random(in: 24_300...24_320, using: &self))
        return Period(from: first, through: first.adding(months: pick([0, 2, 5, 11]))) ?? Period(first)
    }

    mutating func tally() -> Tally {
        Tally(
            measure: text(), unit: unit(), month: Month(index: Int.random(in: 24_300...24_320, using: &self)),
            codes: text(), sum: Quantity(thousandths: Int64.random(in: .min ... .max, using: &self)),
            cells: Tally.Cells(
                number: Int.random(in: 0...9, using: &self), zero: Int.random(in: 0...9, using: &self),
                uncollected: Int.random(in: 0...9, using: &self), empty: Int.random(in: 0...9, using: &self),
                refused: chance(20) ? Int.random(in: 1...9, using: &self) : 0))
    }

    mutating func finding(in path: String) -> Finding {
        let holds = chance(20)
        return Finding(
            stored: RuleName(stored: pick(["unknown-unit", "duplicate-row"])),
            level: holds ? .query : pick(Finding.Level.allCases),
            position: Position(
                file: chance(80) ? path : text(), line: Int.random(in: 0...99, using: &self),
                row: Int.random(in: 0...99, using: &self), column: optional(Int.random(in: 1...30, using: &self)),
                header: optional(text())),
            value: optional(text()), message: bilingual(), expected: optional(bilingual()), remedy: bilingual(),
            answer: optional(text()), holds: holds,
            subject: optional(Finding.Subject(unit: unit(), measure: optional(text()))))
    }

    mutating func answer(in path: String) -> Answer {
        Answer(
            position: Position(
                file: path, line: Int.random(in: 0...99, using: &self), row: Int.random(in: 0...99, using: &self),
                column: Int.random(in: 1...30, using: &self), header: ReturnSheet.Column.reason.rawValue),
            asked: pick(Answer.Asked.allCases), file: text(), rule: RuleName(stored: text()),
            row: Int.random(in: 0...99, using: &self), column: optional(Int.random(in: 1...30, using: &self)),
            question: text(), reason: text())
    }

    mutating func sample(_ number: Int) -> Sample {
        let bytes = Array("\(number);\(text())".utf8)
        let path = "2026-10/\(number)-\(text()).csv"
        let receipt = Receipt(
            path: path, sha256: SHA256Digest.of(bytes).hex, size: bytes.count,
            receivedAt: Instant(seconds: Int.random(in: -5...1_900_000_000, using: &self)))
        let reading = Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: optional(text()), form: optional(text()),
            period: optional(period()), part: text(), sequence: Int.random(in: 1...4, using: &self),
            state: pick(Reading.State.allCases), unlisted: pick(Reading.Unlisted.allCases),
            measures: (0..<Int.random(in: 0...4, using: &self)).map { _ in text() },
            tallies: Tallies((0..<Int.random(in: 0...20, using: &self)).map { _ in tally() }),
            refusedPlaces: (0..<Int.random(in: 0...3, using: &self)).map { _ in unit() },
            refusedRowsWithoutPlace: Int.random(in: 0...5, using: &self),
            rowsRead: Int.random(in: 0...50, using: &self), rowsCounted: Int.random(in: 0...50, using: &self),
            findings: (0..<Int.random(in: 0...5, using: &self)).map { _ in finding(in: path) },
            answers: (0..<Int.random(in: 0...3, using: &self)).map { _ in answer(in: path) })
        return Sample(receipt: receipt, bytes: bytes, reading: reading)
    }

    mutating func samples(_ count: Int) -> [Sample] { (0..<count).map { sample($0) } }
}

extension Ledger {
    /// Opens the ledger of a folder to be written; it is closed again when the value goes.
    static func forWriting(_ folder: String) throws -> Ledger {
        try open(try LedgerLock.acquire(folder: folder, waitSeconds: 0))
    }

    /// One run that takes samples in.
    func take(_ samples: [Sample], intakeDigest: String = "reader 1") throws {
        try write(recordedAt: now) { writer in
            try writer.record(catalogue: catalogueDigest, files: catalogueFiles)
            for sample in samples {
                try writer.record(receipt: sample.receipt, bytes: sample.bytes)
                try writer.record(reading: sample.reading, intakeDigest: intakeDigest)
            }
        }
    }

    var head: Head { get throws { try read { try $0.head } } }
}
