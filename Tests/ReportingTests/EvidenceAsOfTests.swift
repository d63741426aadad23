import Domain
import Reporting
import Testing

struct EvidenceAsOfTests {
    private let then = Instant(seconds: Scene.noon.seconds + 3_600)
    private let since = Instant(seconds: Scene.noon.seconds + 7_200)

    private func value(_ scene: Scene, asOf time: Instant) throws -> Int? {
        let evidence = Evidence(
            catalogue: scene.catalogue, readings: scene.readings, decisions: scene.decisions, asOf: time)
        return try Basis(
            evidence, period: try #require(Period("2026-10")), standing: .draftAsOf(time), programVersion: "test"
        ).whole("AN01")
    }

    private func decision(_ action: Decision.Action, at: Instant, path: String) -> Decision {
        Decision(
            at: at, period: nil, department: nil, form: nil, path: path, action: action, reason: "thử", approver: "")
    }

    private func corrected() throws -> Scene {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 8]], sequence: 2, at: since)
        return scene
    }

    @Test func `what came since says nothing, what came the same second counts`() throws {
        let scene = try corrected()
        #expect(try value(scene, asOf: then) == 3)
        #expect(try value(scene, asOf: since) == 8)
        #expect(try value(scene, asOf: Instant(seconds: Scene.noon.seconds - 1)) == nil)
    }

    @Test func `a decision counts from its own date`() throws {
        var scene = try corrected()
        scene.decisions = [decision(.withdraw, at: since, path: scene.readings[0].receipt.path)]
        #expect(try value(scene, asOf: then) == 3)
        scene.decisions = [decision(.withdraw, at: then, path: scene.readings[0].receipt.path)]
        #expect(try value(scene, asOf: then) == nil)
    }

    @Test func `a file was received when the officer says, whenever it was taken in`() throws {
        var scene = try corrected()
        scene.decisions = [decision(.received(then), at: then, path: scene.readings[1].receipt.path)]
        #expect(try value(scene, asOf: then) == 8)
        scene.decisions = [decision(.received(since), at: then, path: scene.readings[0].receipt.path)]
        #expect(try value(scene, asOf: then) == nil)
    }

    @Test func `new bytes at a path do not take the date that was laid down for those before them`() throws {
        var scene = try corrected()
        let path = scene.readings[0].receipt.path
        scene.readings[1] = scene.readings[1].at(path)
        scene.decisions = [decision(.received(Scene.noon), at: Scene.noon, path: path)]
        #expect(try value(scene, asOf: then) == 3)
        #expect(try value(scene, asOf: since) == 8)
        scene.readings.reverse()
        #expect(try value(scene, asOf: then) == 3)
    }
}
