import Domain
import Testing

@testable import Reporting

/// What of a correction, of the same bytes and of a decision's bytes is held, and what lets it in.
extension HoldingTests {
    @Test func `a correction that loses half of the places is held, and what stood stays`() throws {
        var scene = try Scene()
        let four = ["03646": 1, "03664": 2, "03985": 3, "04045": 4]
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": four])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5, "03664": 2]], sequence: 2)
        #expect(try rules(scene) == ["correction-loses-figures"])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 10)
        #expect(try basis.figure("AN01", "03646").isProvisional && basis.figure("AN01").isProvisional)
        scene.decisions = [decision(.accept, path: scene.readings[1].receipt.path)]
        #expect(try rules(scene) == [])
        #expect(try scene.basis("2026-10").whole("AN01") == 7)
    }

    @Test func `a correction that loses fewer, or says zero, counts`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1, "03664": 2, "03985": 3]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5, "03664": 2]], sequence: 2)
        #expect(try rules(scene) == [])
        #expect(try scene.basis("2026-10").whole("AN01") == 7)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 0]], sequence: 3)
        #expect(try rules(scene) == [])
        #expect(try scene.basis("2026-10").whole("AN01") == 0)
    }

    @Test func `a correction that loses a column is held`() throws {
        var scene = try Scene()
        let cells = ["03646": 1, "03664": 2]
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": cells, "ma_tuy_vu": cells])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": cells], sequence: 2)
        #expect(try rules(scene) == ["correction-loses-figures"])
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": cells, "ma_tuy_vu": ["03646": 1, "03664": 0]], sequence: 3)
        // What is not doubtful takes its place, and it waits no more.
        #expect(try rules(scene) == [])
        #expect(try scene.basis("2026-10").whole("AN04") == 1)
    }

    @Test func `what comes half a year late asks before it replaces`() throws {
        var scene = try Scene()
        let cells = ["03646": 3, "03664": 4]
        let deadline = scene.catalogue.deadline(for: try #require(Period("2026-01")))
        func at(_ days: Int) -> Instant {
            Instant(
                day: deadline.adding(days: days), hour: 9, minute: 0, second: 0,
                in: scene.catalogue.organisation.timeZone)
        }
        try scene.send("CAT", "03-an", "2026-01", ["ttxh_xay_ra": ["03646": 1, "03664": 1]], at: at(0))
        try scene.send("CAT", "03-an", "2026-01", ["ttxh_xay_ra": cells], at: at(180))
        #expect(try rules(scene, "2026-01") == ["late-replacement"])
        scene.readings[1] = scene.readings[1].received(at: at(179))
        #expect(try rules(scene, "2026-01") == [])
        try scene.send("CAT", "03-an", "2026-01", ["ttxh_xay_ra": cells], sequence: 2, at: at(200))
        #expect(try rules(scene, "2026-01") == [])
    }

    @Test func `a first file that comes when others have long reported asks, too, unless all of the month comes late`()
        throws
    {
        var scene = try Scene()
        let deadline = scene.catalogue.deadline(for: try #require(Period("2026-01")))
        let zone = scene.catalogue.organisation.timeZone
        let late = Instant(day: deadline.adding(days: 200), hour: 9, minute: 0, second: 0, in: zone)
        try scene.send("CAT", "03-an", "2026-01", ["ttxh_xay_ra": ["03646": 1]], at: late)
        #expect(try rules(scene, "2026-01") == [])
        let early = Instant(day: deadline, hour: 9, minute: 0, second: 0, in: zone)
        try scene.send("SNNMT", "03-an", "2026-01", ["dat_phat_sinh": ["03646": 1]], at: early)
        #expect(try rules(scene, "2026-01") == ["late-replacement"])
    }

    @Test func `an issued month is replaced by a numbered correction only`() throws {
        var scene = try Scene()
        let issue = Surroundings.Issue(
            period: try #require(Period("2026-Q4")), at: Instant(seconds: Scene.noon.seconds + 1))
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]], at: later)
        func held(_ issues: [Surroundings.Issue]) throws -> [String] {
            let evidence = Evidence(
                catalogue: scene.catalogue, readings: scene.readings, decisions: scene.decisions,
                beside: Surroundings(issues: issues))
            return SlicesInForce(evidence).held.values.joined().flatMap(\.doubts).map(\.rule.text)
        }
        #expect(try held([issue]) == ["issued-month-replaced"])
        #expect(try held([]) == [])
        #expect(try held([.init(period: try #require(Period("2026-09")), at: issue.at)]) == [])
        #expect(try held([.init(period: issue.period, at: later)]) == [])
        scene.readings[1] = scene.readings[1].numbered(2)
        #expect(try held([issue]) == [])
    }

    @Test func `the same bytes under another month are held, in the same slice they count once`() throws {
        let bytes = String(repeating: "a", count: 64)
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], sha256: bytes, at: later)
        try scene.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 5]], sha256: bytes)
        #expect(try rules(scene) == ["same-file-elsewhere"])
        #expect(try rules(scene, "2026-09") == [])
        scene.decisions = [decision(.withdraw, path: scene.readings[1].receipt.path)]
        #expect(try rules(scene) == [])
        scene.decisions = []
        try scene.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 5]], sha256: bytes, at: later)
        #expect(try rules(scene, "2026-09") == [])
        let notes = try scene.basis("2026-09").readings.flatMap(\.findings).filter { $0.rule == SameBytesTwice.name }
        #expect(notes.map(\.level) == [.note])
    }

    @Test func `of the same bytes that came at once for two months both are held`() throws {
        let bytes = String(repeating: "a", count: 64)
        var scene = try Scene()
        for month in ["2026-09", "2026-10"] {
            try scene.send("CAT", "03-an", month, ["ttxh_xay_ra": ["03646": 5]], sha256: bytes)
        }
        for month in ["2026-09", "2026-10"] { #expect(try rules(scene, month) == ["same-file-elsewhere"]) }
        scene.decisions = [decision(.withdraw, path: scene.readings[1].receipt.path)]
        #expect(try rules(scene, "2026-09") == [])
        scene.decisions = [decision(.accept, path: scene.readings[1].receipt.path)]
        #expect(try rules(scene, "2026-10") == [])
    }

    @Test func `a nil report may be the same every month`() throws {
        let bytes = String(repeating: "a", count: 64)
        var scene = try Scene()
        for month in ["2026-09", "2026-10"] { try scene.send("CAT", "03-an", month, [:], sha256: bytes) }
        for month in ["2026-09", "2026-10"] { #expect(try rules(scene, month) == []) }
    }

    @Test func `a held file of a query that one file alone shows is held, and a reason lets it in`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]])
        let query = Finding(
            rule: SameBytesTwice.self, level: .query, position: Position(file: scene.readings[0].receipt.path),
            message: Bilingual(vi: "biểu trống?", en: "empty?"), remedy: Bilingual(vi: "Xem lại.", en: "Look."),
            holds: true)
        let reading = scene.readings[0]
        scene.readings[0] = reading.adding([query])
        #expect(try scene.basis("2026-10").figure("AN01").absence == .notReported)
        scene.readings[0] = reading.adding([query.answered(by: "đúng")])
        #expect(try scene.basis("2026-10").whole("AN01") == 5)
    }

    @Test func `new bytes at a path that are held leave those before in force`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1, "03664": 2]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 9]], sequence: 2, at: later)
        scene.readings[1] = scene.readings[1].at(scene.readings[0].receipt.path)
        #expect(try rules(scene) == ["correction-loses-figures"])
        #expect(try scene.basis("2026-10").whole("AN01") == 3)
    }

    @Test func `nhận tệp speaks of the bytes that it was decided on`() throws {
        var scene = try Scene()
        let zone = scene.catalogue.organisation.timeZone
        func at(_ day: Int) throws -> Instant { try scene.instant(day, 9) }
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1, "03664": 2]], at: at(15))
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 9]], at: at(16))
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03664": 8]], at: at(18))
        scene.readings[2] = scene.readings[2].at(scene.readings[1].receipt.path)
        let morning = Instant(
            day: try #require(Day("2026-10-17")), hour: 0, minute: 0, second: 0, in: zone)
        scene.decisions = [decision(.accept, path: scene.readings[1].receipt.path, at: morning)]
        // The first bytes were let in, the later ones lose what they had.
        #expect(try scene.basis("2026-10").whole("AN01") == 9)
        #expect(try rules(scene) == ["correction-loses-figures"])
    }

    @Test func `of two thay tệp the later stands, and a file named after the closing counts`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]], sequence: 2, at: later)
        let closing = Instant(seconds: Scene.noon.seconds + 60)
        let close = Decision(
            at: closing, period: Period("2026-10"), department: nil, form: nil, path: nil, action: .close,
            reason: "chốt", approver: "CV")
        scene.decisions = [close]
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
        scene.decisions.append(decision(.replace, path: scene.readings[1].receipt.path, at: later))
        #expect(try scene.basis("2026-10").whole("AN01") == 2)
        let latest = Instant(seconds: later.seconds + 60)
        scene.decisions.append(decision(.replace, path: scene.readings[0].receipt.path, at: latest))
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
        scene.decisions[2] = decision(.replace, path: scene.readings[0].receipt.path, at: closing)
        #expect(try scene.basis("2026-10").whole("AN01") == 2)
    }

    @Test func `what is held does not depend on the order of the readings`() throws {
        var scene = try Scene()
        let four = ["03646": 1, "03664": 2, "03985": 3, "04045": 4]
        try scene.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": Self.many])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": four])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], sequence: 2)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": Self.many], sequence: 3)
        func state() throws -> [String] {
            let basis = try scene.basis("2026-10")
            let standing = basis.slices.readings.values.joined().map(\.receipt.path).sorted()
            return standing + basis.awaitedDecisions.map(\.reading.receipt.path)
                + basis.roll.entries.flatMap(\.waiting).map(\.receipt.path)
        }
        let first = try state()
        for _ in 0..<3 {
            scene.readings = Array(scene.readings[1...] + scene.readings[..<1])
            #expect(try state() == first)
        }
    }
}

extension Reading {
    func received(at time: Instant) -> Reading {
        changed(
            Receipt(path: receipt.path, sha256: receipt.sha256, size: receipt.size, receivedAt: time), sequence)
    }

    func numbered(_ sequence: Int) -> Reading { changed(receipt, sequence) }

    private func changed(_ receipt: Receipt, _ sequence: Int) -> Reading {
        Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings)
    }
}
