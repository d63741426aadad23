import Domain
import TestSupport
import Testing

@testable import Reporting

struct ClosingTests {
    private let closed = Instant(seconds: Scene.noon.seconds + 3_600)
    private let later = Instant(seconds: Scene.noon.seconds + 7_200)
    private let latest = Instant(seconds: Scene.noon.seconds + 10_800)

    private func decision(
        _ action: Decision.Action, at: Instant, _ period: String? = "2026-10", department: String? = nil,
        form: String? = nil, path: String? = nil
    ) -> Decision {
        Decision(
            at: at, period: period.flatMap { Period($0) }, department: department, form: form, path: path,
            action: action, reason: "họp sơ kết", approver: "Giám đốc")
    }

    /// A file in time, and a correction that comes after the month was closed.
    private func scene(_ decisions: Decision...) throws -> Scene {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 8]], sequence: 2, at: later)
        scene.decisions = decisions
        return scene
    }

    @Test func `a correction of an open month counts`() throws {
        #expect(try scene().basis("2026-10").whole("AN01") == 8)
    }

    @Test func `what comes after closing is held, and what stood stays`() throws {
        let basis = try scene(decision(.close, at: closed)).basis("2026-10")
        #expect(try basis.whole("AN01") == 3)
        #expect(basis.heldReadings.map(\.reading.sequence) == [2])
        #expect(basis.ledgerFindings.map(\.rule) == ["received-after-closing"])
        #expect(basis.asOf == Scene.noon)
    }

    @Test func `a file that comes the second of the closing is held, one a second before is not`() throws {
        #expect(try scene(decision(.close, at: later)).basis("2026-10").whole("AN01") == 3)
        let after = Instant(seconds: later.seconds + 1)
        #expect(try scene(decision(.close, at: after)).basis("2026-10").whole("AN01") == 8)
    }

    @Test(arguments: ["2026-Q4", "2026", "2026-10..2026-11", nil])
    func `a longer period closes its months`(period: String?) throws {
        #expect(try scene(decision(.close, at: closed, period)).basis("2026-10").whole("AN01") == 3)
    }

    @Test(arguments: ["2026-Q3", "2026-09", "2026-11", "2025"])
    func `other months stay open`(period: String) throws {
        #expect(try scene(decision(.close, at: closed, period)).basis("2026-10").whole("AN01") == 8)
    }

    @Test func `a closing of one department or form leaves the others open`() throws {
        #expect(try scene(decision(.close, at: closed, department: "STP")).basis("2026-10").whole("AN01") == 8)
        #expect(try scene(decision(.close, at: closed, form: "02-tt")).basis("2026-10").whole("AN01") == 8)
        #expect(try scene(decision(.close, at: closed, department: "CAT")).basis("2026-10").whole("AN01") == 3)
        #expect(try scene(decision(.close, at: closed, form: "03-an")).basis("2026-10").whole("AN01") == 3)
    }

    @Test func `held files stay out of cumulative figures and of later periods`() throws {
        var scene = try scene(decision(.close, at: closed))
        try scene.send("CAT", "03-an", "2026-11", ["ttxh_xay_ra": ["03646": 1]], at: latest)
        let basis = try scene.basis("2026-11")
        #expect(basis.cumulative(try scene.indicator("AN01")).quantity == Quantity(whole: 4))
        #expect(basis.previous(try scene.indicator("AN01")).quantity == Quantity(whole: 3))
    }

    @Test func `reopening counts what was held, and closing again keeps it`() throws {
        let first = decision(.close, at: closed)
        let open = decision(.reopen(until: nil), at: latest)
        #expect(try scene(first, open).basis("2026-10").whole("AN01") == 8)
        let again = decision(.close, at: Instant(seconds: latest.seconds + 1))
        let basis = try scene(again, open, first).basis("2026-10")
        #expect(try basis.whole("AN01") == 8)
        #expect(basis.heldReadings.isEmpty)
    }

    @Test(arguments: [("2026-Q4", "2026-10"), ("2026-10", "2026-Q4"), ("2026", "2026-H2")] as [(String, String)])
    func `a month of what was closed is reopened, or all of it`(closing: String, opening: String) throws {
        let open = decision(.reopen(until: nil), at: latest, opening)
        #expect(try scene(decision(.close, at: closed, closing), open).basis("2026-10").whole("AN01") == 8)
    }

    @Test func `a month that is reopened until a time is closed again from then on`() throws {
        let close = decision(.close, at: closed)
        let opened = Instant(seconds: later.seconds - 600)
        func basis(until end: Instant) throws -> Basis {
            try scene(close, decision(.reopen(until: end), at: opened)).basis("2026-10")
        }
        #expect(try basis(until: latest).whole("AN01") == 8)
        #expect(try basis(until: Instant(seconds: later.seconds + 1)).whole("AN01") == 8)
        let past = try basis(until: later)
        #expect(try past.whole("AN01") == 3)
        #expect(past.heldReadings.map(\.reading.sequence) == [2])
        let notes = past.closingNotes(.vi)
        #expect(notes.count == 3 && notes[1].contains(" đến ") && notes[1].contains("họp sơ kết (Giám đốc)"))
        // What was held before the reopening is let in by it.
        let held = decision(.reopen(until: latest), at: Instant(seconds: later.seconds + 5))
        #expect(try scene(close, held).basis("2026-10").whole("AN01") == 8)
    }

    @Test func `one file alone may be let in`() throws {
        var scene = try scene(decision(.close, at: closed))
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 9]], sequence: 3, at: later)
        scene.decisions.append(decision(.reopen(until: nil), at: latest, path: scene.readings[1].receipt.path))
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 8)
        #expect(basis.heldReadings.map(\.reading.sequence) == [3])
    }

    @Test func `the time of receipt is what the officer laid down, not what the clock said`() throws {
        var scene = try scene(decision(.close, at: closed))
        let path = scene.readings[1].receipt.path
        scene.decisions.append(decision(.received(Scene.noon), at: latest, path: path))
        #expect(try scene.basis("2026-10").whole("AN01") == 8)
    }

    @Test func `new bytes at an old path are held without taking away what stood there`() throws {
        var scene = try scene(decision(.close, at: closed))
        scene.readings[1] = scene.readings[1].at(scene.readings[0].receipt.path)
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 3)
        #expect(basis.readings.count == 2)
    }

    @Test func `a corrected file does not inherit the date that was laid down for the one before it`() throws {
        var scene = try scene(decision(.close, at: closed))
        let path = scene.readings[0].receipt.path
        scene.readings[1] = scene.readings[1].at(path)
        scene.decisions.append(decision(.received(Scene.noon), at: Scene.noon, path: path))
        #expect(try scene.basis("2026-10").whole("AN01") == 3)
        #expect(try scene.basis("2026-10").heldReadings.map(\.reading.sequence) == [2])
        // The officer lays it down for the correction, too.
        scene.decisions.append(decision(.received(Scene.noon), at: latest, path: path))
        #expect(try scene.basis("2026-10").whole("AN01") == 8)
        #expect(try scene.basis("2026-10").heldReadings.isEmpty)
    }

    @Test func `a department all of whose files are held is named as such, and is not reminded`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 8]], at: later)
        scene.decisions = [decision(.close, at: closed)]
        let basis = try scene.basis("2026-10")
        let entry = try #require(basis.roll.entries.first { $0.key.department == "CAT" && $0.key.form == "03-an" })
        #expect(entry.state == .afterClosing)
        #expect(!entry.asks)
        #expect(try basis.figure("AN01").absence == .notReported)
        let status = "\(basis.reportSet().status)"
        #expect(status.contains("họp sơ kết (Giám đốc)"))
        #expect(status.contains("chưa tính: \(scene.readings[0].receipt.path)"))
    }
}
