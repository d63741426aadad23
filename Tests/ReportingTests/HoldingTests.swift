import Domain
import Testing

@testable import Reporting

/// What is held, what is not, and what lets it in.
struct HoldingTests {
    let later = Instant(seconds: Scene.noon.seconds + 3_600)
    static let many = ["03646": 37, "03664": 41, "03985": 53]

    func decision(
        _ action: Decision.Action, path: String, at: Instant = Scene.noon, reason: String = "đã đối chiếu"
    ) -> Decision {
        Decision(
            at: at, period: nil, department: nil, form: nil, path: path, action: action, reason: reason,
            approver: "Trưởng phòng")
    }

    /// The rules that hold a file of the period.
    func rules(_ scene: Scene, _ period: String = "2026-10") throws -> [String] {
        try scene.basis(period).awaitedDecisions.flatMap(\.doubts).map(\.rule.text)
    }

    func again(
        _ first: [String: [String: Int]], _ second: [String: [String: Int]], months: [String] = ["2026-09", "2026-10"],
        form: String = "03-an"
    ) throws -> Scene {
        var scene = try Scene()
        try scene.send("CAT", form, months[0], first)
        try scene.send("CAT", form, months[1], second)
        return scene
    }

    @Test func `last month's figures again are held, and nothing of them counts`() throws {
        let scene = try again(["ttxh_xay_ra": Self.many], ["ttxh_xay_ra": Self.many])
        #expect(try rules(scene) == ["same-as-month-before"])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01").absence == .notReported)
        let entry = try #require(basis.roll.entries.first { $0.key.department == "CAT" && $0.key.form == "03-an" })
        #expect(entry.state == .held && !entry.isReceived && entry.asks)
        #expect(
            basis.awaitedDecisions.first?.moves.first { $0.indicator.code == "AN01" }?.taken.quantity
                == Quantity(whole: 131))
    }

    @Test(arguments: [
        // One count is another.
        ["03646": 37, "03664": 41, "03985": 54],
        // One place more, one place less.
        ["03646": 37, "03664": 41, "03985": 53, "04045": 1], ["03646": 37, "03664": 41],
    ]) func `figures that differ in one count are not held`(_ values: [String: Int]) throws {
        #expect(try rules(try again(["ttxh_xay_ra": Self.many], ["ttxh_xay_ra": values])) == [])
    }

    @Test(arguments: [["03646": 37, "03664": 41], ["03646": 1, "03664": 1, "03985": 2], ["03646": 0, "03664": 0]])
    func `few, small or no counts are the same by chance`(_ values: [String: Int]) throws {
        #expect(try rules(try again(["ttxh_xay_ra": values], ["ttxh_xay_ra": values])) == [])
    }

    @Test func `persons in tens are the same by chance sooner than persons one by one`() throws {
        let tens = ["03646": 30, "03664": 40, "03985": 50]
        #expect(try rules(try again(["ttxh_xay_ra": tens], ["ttxh_xay_ra": tens])) == [])
    }

    @Test func `stocks stay as they were, and are no evidence`() throws {
        let stock = ["dat_ton_cuoi": Self.many]
        #expect(try rules(try again(stock, stock)) == [])
        let moved = ["dat_ton_cuoi": ["03646": 38, "03664": 41, "03985": 53], "ttxh_xay_ra": Self.many]
        #expect(
            try rules(try again(stock.merging(["ttxh_xay_ra": Self.many]) { $1 }, moved)) == ["same-as-month-before"])
    }

    @Test func `a file is held against what came the month before, whatever became of that`() throws {
        var scene = try again(["ttxh_xay_ra": Self.many], ["ttxh_xay_ra": Self.many], months: ["2026-08", "2026-09"])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": Self.many])
        #expect(try rules(scene, "2026-09") == ["same-as-month-before"])
        #expect(try rules(scene) == ["same-as-month-before"])
        // What was held stays so when another file is withdrawn since: nobody has decided on it.
        scene.decisions = [decision(.withdraw, path: scene.readings[1].receipt.path, at: later)]
        #expect(try rules(scene) == ["same-as-month-before"])
    }

    @Test func `figures of an earlier month are held, and so are those of which one in ten was changed`() throws {
        let codes = ["03646", "03664", "03670", "03679", "03688", "03694", "03703", "03712", "03985", "04045"]
        let many = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, 31 + $0) })
        let (one, two) = (many.merging(["03646": 90]) { $1 }, many.merging(["03646": 90, "03664": 91]) { $1 })
        let months = ["2026-05", "2026-10"]
        for (now, held) in [(many, ["same-as-earlier-month"]), (one, ["same-as-earlier-month"]), (two, [])] {
            #expect(try rules(try again(["ttxh_xay_ra": many], ["ttxh_xay_ra": now], months: months)) == held)
        }
    }

    /// One row changes every sum; what the rows have in common is told by the counts.
    @Test(arguments: [("left out", "2026-09"), ("added", "2026-09"), ("another", "2026-06")])
    func `last month's table with one row changed is held`(_ change: String, _ before: String) throws {
        let codes = [
            "03646", "03664", "03670", "03679", "03688", "03694", "03703", "03712", "03985", "04045", "03757", "03721",
        ]
        let measures = ["ttxh_xay_ra", "ma_tuy_vu", "ma_tuy_doi_tuong", "te_nan"]
        func table(_ codes: [String], besides other: [String: Int] = [:], by shift: Int = 0) -> [String: [String: Int]]
        {
            Dictionary(
                uniqueKeysWithValues: measures.enumerated().map { column, measure in
                    let rows = codes.enumerated().map { ($1, 3 + shift + ($0 * 7 + column * 5) % 23) }
                    return (measure, Dictionary(uniqueKeysWithValues: rows).merging(other) { $1 })
                })
        }
        let sent = table(codes)
        let again: [String: [String: Int]] =
            switch change {
            case "left out": table(codes.dropLast())
            case "added": table(codes, besides: ["03724": 9])
            default: table(codes, besides: ["03646": 61])
            }
        #expect(try rules(self.again(sent, again, months: [before, "2026-10"])).count == 1)
        // The control: a month of its own.
        #expect(try rules(self.again(sent, table(codes, by: 4), months: [before, "2026-10"])) == [])
    }

    /// What the crimes of a file with three places come to after a correction.
    func corrected(by cells: [String: Int]) throws -> Scene {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5, "03664": 4, "03985": 7]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": cells], sequence: 2)
        return scene
    }

    @Test func `what a correction takes away is asked about, however little`() throws {
        let scene = try corrected(by: ["03646": 6, "03664": 4])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 10)
        #expect(basis.openFindings.contains { $0.rule.text == "correction-loses-figures" && !$0.holds })
    }

    @Test func `zeros over everything are held, a count corrected to nothing is not`() throws {
        #expect(try corrected(by: ["03646": 0, "03664": 0, "03985": 0]).basis("2026-10").whole("AN01") == 16)
        #expect(try corrected(by: ["03646": 5, "03664": 0, "03985": 7]).basis("2026-10").whole("AN01") == 12)
    }

    @Test func `withdrawing the file that stands lets in none that is held`() throws {
        var scene = try corrected(by: ["03646": 6])
        #expect(try scene.basis("2026-10").whole("AN01") == 16)
        scene.decisions = [decision(.withdraw, path: scene.readings[0].receipt.path, at: later)]
        #expect(try rules(scene) == ["correction-loses-figures"])
        #expect(try scene.basis("2026-10").figure("AN01").absence == .notReported)
        scene.decisions.append(decision(.accept, path: scene.readings[1].receipt.path, at: later))
        #expect(try scene.basis("2026-10").whole("AN01") == 6)
    }

    @Test func `last year's figures are held`() throws {
        let months = ["2025-10", "2026-10"]
        #expect(
            try rules(try again(["ttxh_xay_ra": Self.many], ["ttxh_xay_ra": Self.many], months: months))
                == ["same-as-year-before"])
        let others = ["03646": 37, "03664": 41, "03985": 52]
        #expect(try rules(try again(["ttxh_xay_ra": Self.many], ["ttxh_xay_ra": others], months: months)) == [])
    }

    /// Months from January on with these counts in four places.
    private func year(_ counts: [Int], places: [String] = ["03646", "03664", "03985", "04045"]) throws -> Scene {
        var scene = try Scene()
        for (number, count) in counts.enumerated() {
            let cells = places.enumerated().map { ($0.element, count + $0.offset) }
            try scene.send(
                "CAT", "03-an", "2026-\(number < 9 ? "0" : "")\(number + 1)",
                ["ttxh_xay_ra": Dictionary(uniqueKeysWithValues: cells)])
        }
        return scene
    }

    @Test func `sums since January are seen beside cells that a comparison took out`() throws {
        let places = ["03646", "03664", "03985", "04045", "04105", "04000"]
        var scene = try year([11, 12, 13, 14], places: places)
        let amounts = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0 < 4 ? 62 + $0 : 0) })
        try scene.send(
            "CAT", "03-an", "2026-05", ["ttxh_xay_ra": amounts],
            cells: ["04105": .init(refused: 1), "04000": .init(refused: 1)])
        #expect(try rules(scene, "2026-05") == ["sums-since-january"])
        // A zero that counts says that they are the month's.
        scene = try year([11, 12, 13, 14], places: places)
        try scene.send("CAT", "03-an", "2026-05", ["ttxh_xay_ra": amounts])
        #expect(try rules(scene, "2026-05") == [])
    }

    @Test func `sums since January are seen beside places that ended in the year`() throws {
        var scene = try Scene()
        for (number, month) in ["2025-01", "2025-02", "2025-03", "2025-04"].enumerated() {
            var amounts = ["03646": 30 + number, "03664": 33 + number]
            if number == 0 { amounts.merge(["03751": 20, "03754": 21]) { $1 } }
            try scene.send("CAT", "03-an", month, ["ttxh_xay_ra": amounts])
        }
        try scene.send("CAT", "03-an", "2025-05", ["ttxh_xay_ra": ["03646": 160, "03664": 175]])
        #expect(try rules(scene, "2025-05") == ["sums-since-january"])
    }

    @Test func `sums since January are held where the month's are asked`() throws {
        #expect(try rules(try year([11, 12, 13, 14, 62]), "2026-05") == ["sums-since-january"])
    }

    @Test(arguments: [[11, 12, 13, 14, 49], [11, 12, 13, 14, 15], [11, 33], [1, 1, 1, 3]])
    func `a month that is only busy is not held`(_ counts: [Int]) throws {
        let period = "2026-0\(counts.count)"
        #expect(try rules(try year(counts), period) == [])
    }

    /// Its sum would be larger still; of one month or two nobody can tell.
    @Test func `a month missing before hides no sums since January`() throws {
        var scene = try year([11, 12, 13, 14, 62])
        scene.readings.remove(at: 1)
        #expect(try rules(scene, "2026-05") == ["sums-since-january"])
        scene.readings.remove(at: 1)
        #expect(try rules(scene, "2026-05") == [])
    }

    @Test func `sums since January in one column are held, and a column that is only busy is not`() throws {
        let places = ["03646", "03664", "03985", "04045", "04105", "04000"]
        func scene(_ last: Int, places: [String], months: [Int] = [11, 12, 13, 14]) throws -> Scene {
            func amounts(_ count: Int) -> [String: Int] {
                Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, count == 0 ? 0 : count + $0) })
            }
            var scene = try Scene()
            for (number, count) in months.enumerated() {
                try scene.send(
                    "CAT", "03-an", "2026-0\(number + 1)",
                    ["ttxh_xay_ra": amounts(20 + number), "te_nan": amounts(count)])
            }
            try scene.send("CAT", "03-an", "2026-05", ["ttxh_xay_ra": amounts(21), "te_nan": amounts(last)])
            return scene
        }
        let held = try scene(75, places: places)
        #expect(try rules(held, "2026-05") == ["sums-since-january"])
        let doubt = try #require(held.basis("2026-05").awaitedDecisions.first?.doubts.first)
        let column = held.catalogue.form("03-an")?.columns.first { $0.id == "te_nan" }?.name
        #expect(doubt.message.vi.contains("ở cột “\(try #require(column))”"), "\(doubt.message.vi)")
        #expect(try rules(scene(40, places: places), "2026-05") == [])
        // Few places, and what came in one month before alone, prove nothing.
        #expect(try rules(scene(75, places: Array(places.prefix(5))), "2026-05") == [])
        #expect(try rules(scene(75, places: places, months: [0, 0, 30, 0]), "2026-05") == [])
    }

    /// The number decides, whatever came when; that the later one does not count is said.
    @Test func `a later file with a lower number is said not to count`() throws {
        func found(_ numbers: (Int, Int), at times: (Instant, Instant), sha256: String? = nil) throws -> [String] {
            var scene = try Scene()
            try scene.send(
                "CAT", "03-an", "2026-10", ["te_nan": ["03646": 4]], sequence: numbers.0, sha256: sha256, at: times.0)
            try scene.send(
                "CAT", "03-an", "2026-10", ["te_nan": ["03646": 5]], sequence: numbers.1, sha256: sha256, at: times.1)
            return try scene.basis("2026-10").readings.filter { reading in
                reading.findings.contains { $0.rule.text == "numbered-lower" }
            }.map { "\($0.sequence)" }
        }
        let (first, second) = (Scene.noon, later)
        #expect(try found((22, 2), at: (first, second)) == ["2"])
        #expect(try found((1, 2), at: (first, second)) == [])
        // Both at once, or the same bytes once more, are nobody's slip.
        #expect(try found((22, 2), at: (first, first)) == [])
        #expect(try found((22, 2), at: (first, second), sha256: String(repeating: "a", count: 64)) == [])
    }

    @Test func `what was withdrawn comes in again by a later decision`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": Self.many])
        let path = scene.readings[0].receipt.path
        let last = Instant(seconds: later.seconds + 60)
        scene.decisions = [decision(.withdraw, path: path, at: later)]
        #expect(try scene.basis("2026-10").figure("AN01").absence == .notReported)
        for action in [Decision.Action.accept, .replace] {
            scene.decisions = [decision(.withdraw, path: path, at: later), decision(action, path: path, at: last)]
            #expect(try scene.basis("2026-10").figure("AN01").quantity == Quantity(whole: 131))
        }
        // The other way round it is out.
        scene.decisions = [decision(.accept, path: path, at: later), decision(.withdraw, path: path, at: last)]
        #expect(try scene.basis("2026-10").figure("AN01").absence == .notReported)
    }
}
