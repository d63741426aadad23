import Domain
import Reporting
import TestSupport
import Testing

struct SlicesInForceTests {
    private let later = Instant(seconds: Scene.noon.seconds + 3_600)

    private func decision(_ action: Decision.Action, path: String? = nil, form: String? = nil) -> Decision {
        Decision(
            at: Scene.noon, period: Period("2026-10"), department: nil, form: form, path: path, action: action,
            reason: "thử", approver: "Trưởng phòng")
    }

    @Test func `a higher lần gửi replaces the slice whole, whenever it came`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 9, "03664": 0]], sequence: 2)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1, "03664": 1]], sequence: 1, at: later)
        #expect(try scene.basis("2026-10").whole("AN01") == 9)
    }

    @Test func `of equal lần gửi the later received counts`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]], at: later)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]])
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
    }

    @Test func `a tie between different bytes counts neither, and what preceded both stays`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], sequence: 2, at: later)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 6]], sequence: 2, at: later)
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 1)
        #expect(basis.ledgerFindings.map(\.rule) == ["conflicting-files"])
    }

    @Test func `a tie between equal bytes is one file`() throws {
        var scene = try Scene()
        let same = String(repeating: "a", count: 64)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], sha256: same)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], sha256: same)
        #expect(try scene.basis("2026-10").whole("AN01") == 5)
    }

    @Test func `a decision goes before lần gửi, and a withdrawn file counts no more`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]], sequence: 2)
        scene.decisions = [decision(.replace, path: scene.readings[0].receipt.path)]
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
        scene.decisions = [decision(.withdraw, path: scene.readings[1].receipt.path)]
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
        scene.decisions += [decision(.withdraw, path: scene.readings[0].receipt.path)]
        #expect(try scene.basis("2026-10").figure("AN01").absence == .notReported)
    }

    @Test func `parts with other labels add, the same label replaces, a later whole replaces all`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]], part: "bac")
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03664": 2]], part: "nam")
        #expect(try scene.basis("2026-10").whole("AN01") == 3)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03664": 5]], part: "nam", at: later)
        #expect(try scene.basis("2026-10").whole("AN01") == 6)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 7]], sequence: 2)
        #expect(try scene.basis("2026-10").whole("AN01") == 7)
    }

    @Test func `one place in two parts is an error that names both`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]], part: "bac")
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]], part: "nam")
        #expect(try scene.basis("2026-10").ledgerFindings.map(\.rule) == ["parts-overlap"])
    }

    @Test func `a refused file never replaces`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 2]], sequence: 2, state: .refused)
        #expect(try scene.basis("2026-10").whole("AN01") == 1)
    }

    @Test func `an extension moves the deadline, an exemption lifts the duty`() throws {
        var scene = try Scene()
        let day = try #require(Day("2026-10-30"))
        scene.decisions = [decision(.extend(day), form: "03-an"), decision(.exempt, form: "05-vu")]
        let roll = try scene.basis("2026-10").roll
        #expect(roll.entries.filter { $0.key.form == "03-an" }.allSatisfy { $0.deadline == day })
        #expect(roll.entries.filter { $0.key.form == "05-vu" }.allSatisfy { $0.state == .exempt })
        #expect(roll.owed.count == roll.entries.count { $0.key.form != "05-vu" })
        #expect(roll.received <= roll.owed.count)
    }

    @Test func `a file received on the deadline is on time, a second after midnight late`() throws {
        var scene = try Scene()
        let zone = scene.catalogue.organisation.timeZone
        let deadline = scene.catalogue.deadline(for: try #require(Period("2026-10")))
        let last = Instant(day: deadline, hour: 23, minute: 59, second: 59, in: zone)
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": [:]], at: last)
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_phat_sinh": [:]], at: Instant(seconds: last.seconds + 1))
        let entries = try scene.basis("2026-10").roll.entries.filter(\.isReceived)
        #expect(entries.filter(\.isLate).map(\.key.department) == ["SNNMT"])
        #expect(deadline.description == "2026-10-16")
    }
}
