import Domain
import Testing

@testable import Reporting

/// A department's figures under the name of another, with other bytes.
struct HoldingOfCopiesTests {
    static let sessions = ["03646": 7, "03664": 11, "03985": 13, "04045": 17]
    static let listeners = ["03646": 417, "03664": 583, "03985": 961, "04045": 1_234]
    static let values = ["buoi": sessions, "nguoi_nghe": listeners]
    let later = Instant(seconds: Scene.noon.seconds + 3_600)

    func held(_ scene: Scene) throws -> [String] {
        try scene.basis("2026-10").awaitedDecisions.flatMap { decision in
            decision.doubts.map { "\(decision.reading.department ?? "") \($0.rule.text)" }
        }.sorted()
    }

    func sent(
        _ first: [String: [String: Int]], _ second: [String: [String: Int]], apart: Bool = true,
        form: String = "02-tt", by departments: (String, String) = ("ND", "CCB")
    ) throws -> Scene {
        var scene = try Scene()
        try scene.send(departments.0, form, "2026-10", first)
        try scene.send(departments.1, form, "2026-10", second, at: apart ? later : Scene.noon)
        return scene
    }

    @Test func `another department's figures are held, and the first count once`() throws {
        let scene = try sent(Self.values, Self.values)
        #expect(try held(scene) == ["CCB same-as-another-department"])
        #expect(try scene.basis("2026-10").figure("TT01").quantity == Quantity(whole: 48))
    }

    @Test func `nearly all of them are held alike`() throws {
        var changed = Self.listeners
        changed["03646"] = 418
        // One of eight is more than one in ten.
        #expect(try held(sent(Self.values, ["buoi": Self.sessions, "nguoi_nghe": changed])) == [])
        let more = ["03679": 31, "03688": 29, "03703": 37]
        let first = ["buoi": Self.sessions.merging(more) { $1 }, "nguoi_nghe": Self.listeners]
        let second = ["buoi": Self.sessions.merging(more) { $1 }, "nguoi_nghe": changed]
        #expect(try held(sent(first, second)) == ["CCB same-as-another-department"])
    }

    @Test func `figures of its own, or few of another's, are not held`() throws {
        let own = Self.listeners.mapValues { $0 + 1 }
        #expect(try held(sent(Self.values, ["buoi": Self.sessions.mapValues { $0 + 2 }, "nguoi_nghe": own])) == [])
        #expect(try held(sent(["buoi": ["03646": 2]], ["buoi": ["03646": 2]])) == [])
    }

    @Test func `of two that came at once both are held, until one sends its own`() throws {
        var scene = try sent(Self.values, Self.values, apart: false)
        #expect(try held(scene) == ["CCB same-as-another-department", "ND same-as-another-department"])
        let own = ["buoi": Self.sessions.mapValues { $0 + 1 }, "nguoi_nghe": Self.listeners.mapValues { $0 + 9 }]
        try scene.send("CCB", "02-tt", "2026-10", own, sequence: 2, at: later)
        #expect(try held(scene) == [])
        #expect(try scene.basis("2026-10").figure("TT01").quantity == Quantity(whole: 48 + 52))
    }

    @Test func `what was withdrawn is no longer another's`() throws {
        var scene = try sent(Self.values, Self.values)
        scene.decisions.append(
            Decision(
                at: Instant(seconds: later.seconds + 60), period: nil, department: nil, form: nil,
                path: scene.readings[0].receipt.path, action: .withdraw, reason: "gửi nhầm", approver: "Trưởng phòng"))
        #expect(try held(scene) == [])
        #expect(try scene.basis("2026-10").figure("TT01").quantity == Quantity(whole: 48))
    }

    @Test func `what is only compared may well be the same`() throws {
        let disputes = ["dat_phat_sinh": Self.listeners, "dat_giai_quyet": Self.sessions]
        #expect(try held(sent(disputes, disputes, form: "03-an", by: ("SNNMT", "CAT"))) == [])
    }
}
