import Digest
import Domain
import Storage
import Testing

struct LedgerReaderTests {
    private let place = Workplace()

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `a reading comes back as it was`(seed: UInt64) throws {
        var generator = Generator(seed: seed)
        let samples = generator.samples(30)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(samples)
        let expected = samples.map(\.reading).sorted {
            $0.receipt.path.utf8.lexicographicallyPrecedes($1.receipt.path.utf8)
        }
        let read = try ledger.read { try $0.readings() }
        #expect(read == expected)
        // Equal texts may differ in their bytes; these do not.
        #expect(read.map { "\($0)".utf8.map(\.self) } == expected.map { "\($0)".utf8.map(\.self) })
        #expect(try ledger.read { try $0.receipts() } == expected.map(\.receipt))
        #expect(try ledger.verify() == [])
    }

    @Test func `heads are readings without tallies and findings`() throws {
        var generator = Generator(seed: 20)
        let sample = generator.sample(0)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take([sample], intakeDigest: "reader 7")
        let head = try #require(try ledger.read { try $0.readingHeads() }.first)
        #expect(head.intakeDigest == "reader 7")
        #expect(head.reading.measures == sample.reading.measures)
        #expect(head.reading.refusedPlaces == sample.reading.refusedPlaces)
        #expect(head.reading.tallies == [] && head.reading.findings == [])
    }

    /// A reading of as many rows as a province's package has, and measures whose names alone are longer than what is read of a head.
    private func long(refused: Bool) -> Sample {
        let bytes = Array("long \(refused)".utf8)
        let measures = (0..<1_500).map { "m\($0)" }
        let tallies = (0..<2_000).map { row in
            Tally(
                measure: measures[row / 100], unit: UnitKey(code: "\(row % 100)", from: nil),
                month: Month(index: 24_309),
                codes: row % 7 == 0 ? "" : "k=\(row % 7)", sum: Quantity(thousandths: Int64(row * row)),
                cells: Tally.Cells(number: row % 3, zero: row % 2, refused: refused && row % 300 == 0 ? row % 5 + 1 : 0)
            )
        }
        let receipt = Receipt(
            path: "2025-10/long-\(refused).csv", sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
        return Sample(
            receipt: receipt, bytes: bytes,
            reading: Reading(
                receipt: receipt, catalogueDigest: catalogueDigest, department: "T11", form: "goi",
                period: Period(Month(index: 24_309)), part: "", sequence: 1, state: .accepted, unlisted: .zero,
                measures: measures, tallies: Tallies(tallies),
                refusedPlaces: (0..<900).map { UnitKey(code: "r\($0)", from: nil) }, refusedRowsWithoutPlace: 0,
                rowsRead: 2_000, rowsCounted: 2_000, findings: [], answers: []))
    }

    @Test func `readings of many rows come back as they were, whole and as heads, beside short ones`() throws {
        var generator = Generator(seed: 22)
        let samples = [long(refused: false), generator.sample(0), long(refused: true), generator.sample(1)]
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(samples)
        let expected = samples.map(\.reading).sorted { $0.receipt.path < $1.receipt.path }
        #expect(try ledger.read { try $0.readings() } == expected)
        let heads = try ledger.read { try $0.readingHeads() }.map(\.reading)
        #expect(heads.map(\.measures) == expected.map(\.measures))
        #expect(heads.map(\.refusedPlaces) == expected.map(\.refusedPlaces))
        #expect(heads.allSatisfy { $0.tallies.isEmpty })
        #expect(try ledger.verify() == [])
    }

    @Test func `no periods were recorded after the last entry`() throws {
        var generator = Generator(seed: 24)
        let sample = generator.sample(0)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take([sample])
        let last = try ledger.head.seq
        #expect(try ledger.read { try $0.periods(after: last) } == nil)
        #expect(try ledger.read { try $0.periods(after: last - 1) } == Set([sample.reading.period].compactMap { $0 }))
        #expect(try ledger.read { try $0.upTo(head: Head.empty.hash).periods(after: 0) } == nil)
    }

    @Test func `the newest reading of a receipt stands, and the older one is still there`() throws {
        var generator = Generator(seed: 21)
        let (old, other) = (generator.sample(0), generator.sample(1))
        let newer = reading(of: old.receipt, month: 1)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take([old, other])
        let before = try ledger.head
        try ledger.write(recordedAt: now) { try $0.record(reading: newer, intakeDigest: "reader 2") }
        #expect(try ledger.read { try $0.readings() } == [newer, other.reading])
        #expect(try ledger.read { try $0.upTo(head: before.hash).readings() } == [old.reading, other.reading])
        #expect(try ledger.read { try $0.upTo(head: Head.empty.hash).readings() } == [])
        #expect(throws: LedgerError.self) { try ledger.read { _ = try $0.upTo(head: catalogueDigest) } }
    }

    @Test func `months choose readings by period or tally, and keep those without a period`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let bytes = (0..<4).map { Array("\($0)".utf8) }
        let receipts = bytes.enumerated().map { index, bytes in
            Receipt(path: "\(index).csv", sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
        }
        let readings = [
            reading(of: receipts[0], month: 10), reading(of: receipts[1], month: 3),
            reading(of: receipts[2], month: 3, tallied: 10), reading(of: receipts[3], month: nil),
        ]
        try ledger.take(zip(zip(receipts, bytes), readings).map { Sample(receipt: $0.0, bytes: $0.1, reading: $1) })
        let october = Month(index: 10)...Month(index: 10)
        #expect(try ledger.read { try $0.readings(months: october) } == [readings[0], readings[2], readings[3]])
    }

    @Test func `the archive gives back what was received, but not what may not be kept`() throws {
        let kept = Array(repeating: UInt8(ascii: "k"), count: 3_000_000)
        let forbidden = Array("forbidden".utf8)
        let ledger = try Ledger.forWriting(place.ledger)
        let digests = [kept, forbidden, []].map { SHA256Digest.of($0).hex }
        try ledger.write(recordedAt: now) { writer in
            try writer.record(receipt: receipt("kept.csv", kept), bytes: kept)
            try writer.record(receipt: receipt("forbidden.csv", forbidden), bytes: nil)
            try writer.record(receipt: receipt("empty.csv", []), bytes: [])
        }
        #expect(try ledger.read { try $0.blob(sha256: digests[0]) } == kept)
        #expect(try ledger.read { try $0.blob(sha256: digests[2]) } == [])
        #expect { try ledger.read { _ = try $0.blob(sha256: digests[1]) } } throws: {
            ($0 as? LedgerError)?.reason == .missing
        }
        #expect(!place.names.contains { $0.contains(digests[1]) })
        #expect(try ledger.read { try $0.receipts().count } == 3)
    }

    @Test func `a catalogue that comes back is in force again`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let other = SHA256Digest.of("other").hex
        for digest in [catalogueDigest, catalogueDigest, other, catalogueDigest] {
            try ledger.write(recordedAt: now) { try $0.record(catalogue: digest, files: catalogueFiles) }
        }
        #expect(try ledger.read { try $0.catalogues().map(\.digest) } == [catalogueDigest, other, catalogueDigest])
        let files = try ledger.read { try $0.catalogueFiles(digest: catalogueDigest) }
        #expect(files.map(\.name) == catalogueFiles.map(\.name))
        #expect(files.map(\.bytes) == catalogueFiles.map(\.bytes))
        #expect(throws: LedgerError.self) { try ledger.read { _ = try $0.catalogueFiles(digest: "none") } }
    }

    @Test func `the newest list of decisions is in force, also where it is an old one`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let actions: [Decision.Action] = [
            .received(now), .extend(Day(number: 20_000)), .exempt, .replace, .withdraw, .close, .reopen(until: nil),
            .reopen(until: now),
        ]
        let all = actions.map {
            Decision(
                at: now, period: Period("2026-Q3"), department: "CAT", form: nil, path: "2026-10/CAT-03-an.csv",
                action: $0, reason: "Gửi bổ sung", approver: "Giám đốc")
        }
        let none: [Decision] = [
            Decision(
                at: now, period: nil, department: nil, form: "01-dt", path: nil, action: .close, reason: "",
                approver: "")
        ]
        let (first, second) = (Array("1".utf8), Array("2".utf8))
        for (decisions, bytes) in [(all, first), (none, second), (all, first), (all, first)] {
            try ledger.write(recordedAt: now) {
                try $0.record(decisions: decisions, receipt: receipt("xu-ly.csv", bytes), bytes: bytes)
                #expect(try $0.reader.decisions() == decisions)
            }
        }
        #expect(try ledger.read { try $0.decisions() } == all)
        #expect(try ledger.head.seq == 5)
        #expect(try ledger.read { try $0.receipts().count } == 2)
        #expect(try ledger.verify() == [])
    }

    @Test func `an edition is kept with its files and the head it was made of`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let period = try #require(Period("2026-10"))
        let files: [(name: String, bytes: [UInt8])] = [
            ("tong-hop.xlsx", [1, 2, 3]), ("phieu-phan-hoi/cat.txt", [4]), ("copy.txt", [4]),
        ]
        let edition = edition(of: period, number: 1, files)
        try ledger.take([])
        let before = try ledger.head
        try ledger.write(recordedAt: now) { try $0.record(edition: edition, files: files) }
        let after = try ledger.head
        try ledger.write(recordedAt: now) { try $0.record(edition: edition, files: files) }
        #expect(try ledger.head == after)
        #expect(try ledger.read { try $0.editions(period: period) } == [edition])
        #expect(try ledger.read { try $0.editions() } == [edition])
        #expect(try ledger.read { try $0.editions(period: period.previous) } == [])
        #expect(try ledger.read { try $0.head(of: period, edition: 1) } == before.hash)
        #expect(try ledger.read { try $0.blob(sha256: edition.files[0].sha256) } == [1, 2, 3])
        let other = self.edition(of: period, number: 1, [files[0]])
        #expect {
            try ledger.write(recordedAt: now) { try $0.record(edition: other, files: [files[0]]) }
        } throws: {
            ($0 as? LedgerError)?.reason == .contradiction
        }
    }

    private func receipt(_ path: String, _ bytes: [UInt8]) -> Receipt {
        Receipt(path: path, sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
    }

    private func edition(of period: Period, number: Int, _ files: [(name: String, bytes: [UInt8])]) -> Edition {
        Edition(
            period: period, number: number, issuedAt: now, contentDigest: SHA256Digest.of("set").hex,
            files: files.map {
                Edition.File(name: $0.name, sha256: SHA256Digest.of($0.bytes).hex, size: $0.bytes.count)
            })
    }

    private func reading(of receipt: Receipt, month: Int?, tallied: Int? = nil) -> Reading {
        let tally = tallied.map {
            Tally(
                measure: "lop", unit: UnitKey(code: "116", from: nil), month: Month(index: $0), sum: .zero,
                cells: Tally.Cells(zero: 1))
        }
        return Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: "CAT", form: "01-dt",
            period: month.map { Period(Month(index: $0)) }, part: "", sequence: 1, state: .accepted,
            unlisted: .zero, measures: ["lop"], tallies: Tallies(tally.map { [$0] } ?? []), refusedPlaces: [],
            refusedRowsWithoutPlace: 0, rowsRead: 1, rowsCounted: 1, findings: [])
    }
}
