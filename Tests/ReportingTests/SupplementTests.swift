import Domain
import TestSupport
import Testing

@testable import Reporting

/// Rows that a department sends in addition take the place of its own for the same places, and the others stand.
struct SupplementTests {
    private static let whole = ["ttxh_xay_ra": ["03646": 4, "03664": 7, "03670": 2]]
    private static let october = "2026-10"

    /// A police sheet, and what supplements it.
    private func scene(
        _ supplements: [(values: [String: [String: Int]], sequence: Int)], whole: Bool = true
    ) throws -> Scene {
        var scene = try Scene()
        if whole { try scene.send("CAT", "03-an", Self.october, Self.whole) }
        for (place, one) in supplements.enumerated() {
            try scene.send(
                "CAT", "03-an", Self.october, one.values, unlisted: .stands, sequence: one.sequence,
                at: Instant(seconds: Scene.noon.seconds + 60 * (place + 1)))
        }
        return scene
    }

    private func withdrawal(_ path: String) -> Decision {
        Decision(
            at: Instant(seconds: Scene.noon.seconds + 600), period: Period(Self.october), department: nil, form: nil,
            path: path, action: .withdraw, reason: "thử", approver: "Trưởng phòng")
    }

    @Test func `its places are replaced, the others stand`() throws {
        let basis = try scene([(["ttxh_xay_ra": ["03664": 9]], 2)]).basis(Self.october)
        #expect(try basis.whole("AN01") == 15)
        #expect(try basis.whole("AN01", "03664") == 9)
        #expect(try basis.whole("AN01", "03646") == 4)
        #expect(basis.ledgerFindings.isEmpty)
        #expect(basis.roll.entries.first { $0.key.department == "CAT" && $0.key.form == "03-an" }?.readings.count == 2)
    }

    @Test func `taken for a whole file it would have lost the others`() throws {
        var scene = try scene([])
        try scene.send("CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03664": 9]], sequence: 2)
        #expect(try scene.basis(Self.october).awaitedDecisions.count == 1)
    }

    @Test func `several lie on one another by lần gửi, whichever is read first`() throws {
        let supplements: [(values: [String: [String: Int]], sequence: Int)] = [
            (["ttxh_xay_ra": ["03646": 1, "03664": 1]], 3), (["ttxh_xay_ra": ["03664": 50, "03670": 5]], 2),
        ]
        var scene = try scene(supplements)
        let basis = try scene.basis(Self.october)
        #expect(try basis.whole("AN01") == 1 + 1 + 5)
        scene.readings.reverse()
        let reversed = try scene.basis(Self.october)
        for place in ["03646", "03664", "03670"] {
            #expect(try reversed.figure("AN01", place) == basis.figure("AN01", place))
        }
    }

    @Test func `withdrawn it brings the older rows back`() throws {
        var scene = try scene([(["ttxh_xay_ra": ["03664": 9]], 2), (["ttxh_xay_ra": ["03664": 11]], 3)])
        scene.decisions = [withdrawal(scene.readings[2].receipt.path)]
        #expect(try scene.basis(Self.october).whole("AN01", "03664") == 9)
        scene.decisions += [withdrawal(scene.readings[1].receipt.path)]
        #expect(try scene.basis(Self.october).whole("AN01", "03664") == 7)
    }

    @Test func `a whole file replaces all that precede it, and none that follow`() throws {
        var scene = try scene([(["ttxh_xay_ra": ["03664": 9]], 2), (["ttxh_xay_ra": ["03646": 6]], 4)])
        try scene.send(
            "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03646": 4, "03664": 8, "03670": 2]], sequence: 3)
        let basis = try scene.basis(Self.october)
        #expect(try basis.whole("AN01", "03664") == 8)
        #expect(try basis.whole("AN01", "03646") == 6)
    }

    @Test func `alone it is no report, and says what it wants`() throws {
        let basis = try scene([(["ttxh_xay_ra": ["03664": 9]], 2)], whole: false).basis(Self.october)
        #expect(try basis.figure("AN01").absence == .notReported)
        let entry = try #require(
            basis.roll.entries.first { $0.key.department == "CAT" && $0.key.form == "03-an" })
        #expect(!entry.isReceived)
        #expect(basis.openFindings.map(\.rule).contains("nothing-to-supplement"))
    }

    @Test func `once its whole is withdrawn it has nothing to stand on`() throws {
        var scene = try scene([(["ttxh_xay_ra": ["03664": 9]], 2)])
        scene.decisions = [withdrawal(scene.readings[0].receipt.path)]
        let basis = try scene.basis(Self.october)
        #expect(try basis.figure("AN01").absence == .notReported)
        #expect(basis.openFindings.map(\.rule).contains("nothing-to-supplement"))
    }

    @Test func `two of one lần gửi and time with different bytes replace nothing`() throws {
        var scene = try scene([])
        for value in [8, 9] {
            try scene.send(
                "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03664": value]], unlisted: .stands, sequence: 2)
        }
        let basis = try scene.basis(Self.october)
        #expect(try basis.whole("AN01", "03664") == 7)
        #expect(basis.ledgerFindings.map(\.rule) == ["conflicting-files"])
    }

    @Test func `a blank over a figure is held, a zero is a correction`() throws {
        var blank = try scene([])
        try blank.send(
            "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03664": 0]], unlisted: .standsBlankIsZero, sequence: 2,
            cells: ["03664": .init(empty: 1)])
        let held = try blank.basis(Self.october)
        #expect(held.awaitedDecisions.count == 1)
        #expect(try held.whole("AN01", "03664") == 7)
        let zero = try scene([(["ttxh_xay_ra": ["03664": 0]], 2)]).basis(Self.october)
        #expect(zero.awaitedDecisions.isEmpty)
        #expect(try zero.whole("AN01") == 6)
    }

    @Test func `a cell that cannot be read leaves the figure, provisional`() throws {
        var scene = try scene([])
        try scene.send(
            "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03664": 0]], unlisted: .stands, sequence: 2,
            state: .partial, cells: ["03664": .init(refused: 1)])
        let figure = try scene.basis(Self.october).figure("AN01", "03664")
        #expect(figure.quantity?.thousandths == 7_000)
        #expect(figure.isProvisional)
    }

    @Test func `what the whole file lacked and it has is asked for no more`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03646": 4, "03664": 0]], state: .partial,
            cells: ["03664": .init(refused: 1)])
        #expect(try scene.basis(Self.october).figure("AN01", "03664").absence == .notReported)
        try scene.send(
            "CAT", "03-an", Self.october, ["ttxh_xay_ra": ["03664": 9]], unlisted: .stands, sequence: 2)
        let basis = try scene.basis(Self.october)
        #expect(try basis.whole("AN01", "03664") == 9)
        #expect(basis.roll.entries.first { $0.key.department == "CAT" && $0.key.form == "03-an" }?.state == .accepted)
    }

    /// A question of a row, as a reader keeps it.
    private func question(_ scene: Scene, _ place: String, measure: String? = nil) throws -> Finding {
        let period = try #require(Period(Self.october))
        return Finding(
            stored: RuleName(stored: "part-exceeds-whole"), level: .query,
            position: Position(file: "x", line: 9, row: 9),
            message: Bilingual(vi: "hỏi", en: "asked"), remedy: Bilingual(vi: "Sửa.", en: "Correct it."),
            subject: Finding.Subject(unit: try scene.key(place, period.last), measure: measure))
    }

    @Test(
        arguments: [
            // All that the row says is said anew; another row is; only one of its columns is; of a list, that one or the other.
            (["ttxh_xay_ra": ["03664": 9], "ttxh_kham_pha": ["03664": 1]], nil, false),
            (["ttxh_xay_ra": ["03646": 9], "ttxh_kham_pha": ["03646": 1]], nil, true),
            (["ttxh_xay_ra": ["03664": 9]], nil, true),
            (["ttxh_xay_ra": ["03664": 9]], "ttxh_xay_ra", false),
            (["ttxh_xay_ra": ["03664": 9]], "ttxh_kham_pha", true),
        ] as [([String: [String: Int]], String?, Bool)])
    func `a question stands for as long as anything of its row`(
        _ supplement: [String: [String: Int]], _ measure: String?, _ isAsked: Bool
    ) throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", Self.october,
            ["ttxh_xay_ra": ["03646": 4, "03664": 7], "ttxh_kham_pha": ["03646": 1, "03664": 8]])
        scene.readings[0] = scene.readings[0].adding([try question(scene, "03664", measure: measure)])
        #expect(try scene.basis(Self.october).openFindings.contains { $0.message.vi == "hỏi" })
        try scene.send("CAT", "03-an", Self.october, supplement, unlisted: .stands, sequence: 2)
        #expect(try scene.basis(Self.october).openFindings.contains { $0.message.vi == "hỏi" } == isAsked)
    }

    @Test func `a district over its communes is held`() throws {
        let basis = try scene([(["ttxh_xay_ra": ["116": 20]], 2)]).basis(Self.october)
        #expect(basis.awaitedDecisions.count == 1)
        #expect(try basis.whole("AN01") == 13)
    }

    @Test func `a trace leads each place to the file that it stands in`() throws {
        let scene = try scene([(["ttxh_xay_ra": ["03664": 9]], 2)])
        let period = try #require(Period(Self.october))
        func paths(_ code: String) throws -> [String] {
            let key = try scene.key(code, period.last)
            let trace = try FigureTrace(scene.evidence, scene.indicator("AN01"), at: .commune(key), over: period)
            return trace.parts.flatMap(\.sources).filter { $0.department == "CAT" }.map(\.reading.receipt.path)
        }
        #expect(try paths("03646") == [scene.readings[0].receipt.path])
        #expect(try paths("03664") == [scene.readings[1].receipt.path])
    }
}
