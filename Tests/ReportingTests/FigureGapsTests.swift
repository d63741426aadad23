import Domain
import Testing

@testable import Reporting

/// What is missing, refused or not sure stays so, at its place and above.
struct FigureGapsTests {
    @Test func `a refused row whose place is not known leaves no place of the area official`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], state: .partial, refusedElsewhere: 1)
        let basis = try scene.basis("2026-10")
        for place in basis.index.places.indices {
            #expect(basis.figure(try scene.indicator("AN01"), at: place).isProvisional, "\(basis.index.places[place])")
        }
        #expect(try basis.whole("AN01") == 3)
        #expect(try basis.whole("AN01", "03664") == 0)
    }

    @Test(arguments: [Tally.Cells(empty: 1), Tally.Cells(refused: 1)])
    func `a register's cell without a number is not zero, and what lies above is provisional`(
        _ cells: Tally.Cells
    ) throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "05-vu", "2026-10", ["ma_tuy_vu": ["03646": 0, "03664": 2, "03985": 0]],
            cells: ["03646": cells, "03664": .init(number: 1, empty: cells.empty, refused: cells.refused)])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("BDBP", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        let scope = try scene.basis("2026-10")
        let indicator = try scene.indicator("AN04")
        let sources = scope.cube.sources(of: Month("2026-10")!, scope.evidence, scope.slices)
        let own = sources.counting(indicator).filter { $0.department == "CAT" }
        func figure(_ place: String?) throws -> Figure {
            scope.cube.figure(indicator, of: [Month("2026-10")!: own], at: try scope.place(place), over: scope.period)
        }
        #expect(try figure("03646").absence == .notReported)
        #expect(try figure("03664").quantity == Quantity(whole: 2))
        #expect(try figure("03664").isProvisional)
        #expect(try figure("116").isProvisional)
        #expect(try figure(nil).isProvisional)
    }

    @Test func `a cell that cannot be counted leaves its place open, where others are not`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 4]],
            cells: ["03646": .init(refused: 1)])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03646").absence == .notReported)
        #expect(try basis.figure("AN01", "03664").isProvisional == false)
        #expect(try basis.figure("AN01", "116").isProvisional)
        #expect(try basis.figure("AN01", "118").isProvisional == false)
        #expect(try basis.figure("AN01").isProvisional)
    }

    @Test func `an empty cell of a sheet is zero where the file says so, else it is missing`() throws {
        for (unlisted, isOfficial) in [(Reading.Unlisted.zero, true), (.notReported, false)] {
            var scene = try Scene()
            try scene.send(
                "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 4]], unlisted: unlisted,
                cells: ["03646": .init(empty: 1)])
            let basis = try scene.basis("2026-10")
            #expect(try basis.figure("AN01", "03646").quantity == (isOfficial ? .zero : nil))
            #expect(try basis.figure("AN01", "116").isProvisional == !isOfficial)
        }
    }

    @Test func `a blank cell that is stated as zero is zero beside what its district has unallotted`() throws {
        for (cells, isKnown) in [(Tally.Cells(empty: 1), true), (Tally.Cells(refused: 1), false)] {
            var scene = try Scene()
            try scene.send(
                "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["116": 4, "03646": 0, "03664": 2]],
                cells: ["03646": cells])
            let basis = try scene.basis("2026-10")
            #expect(try basis.figure("AN01", "03646").quantity == (isKnown ? .zero : nil))
            #expect(try basis.whole("AN01", "116") == 6)
        }
    }

    @Test func `a department whose other form has one side of a ratio has one report behind it`() throws {
        var scene = try Scene()
        try scene.send("CAT", "05-vu", "2026-10", ["ttxh_kham_pha": ["03646": 3]])
        #expect(try scene.basis("2026-10").figure("AN03").completeness == Completeness(received: 1, owed: 1))
    }

    /// Phường Tô Hiệu (03646) is Chiềng Lề and Tô Hiệu of before 2025-07-01.
    @Test(arguments: [Reading.Unlisted.zero, .notReported])
    func `one of two communes that came together is half of the new one`(_ unlisted: Reading.Unlisted) throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2025-06", ["ttxh_xay_ra": ["03646": 2]], unlisted: unlisted)
        let basis = try scene.basis("2026-06")
        let figure = basis.lastYear(try scene.indicator("AN01"), at: try basis.place("03646"))
        #expect(figure.quantity == Quantity(whole: 2))
        #expect(figure.isProvisional == (unlisted == .notReported))
    }

    @Test func `the refused row of a district leaves its communes open, and no other district's`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["118": 0]], state: .partial, refused: ["116"])
        let basis = try scene.basis("2026-10")
        for place in ["116", "03646", "03664"] { #expect(try basis.figure("AN01", place).absence == .notReported) }
        #expect(try basis.figure("AN01", "118").quantity == .zero)
        #expect(try basis.figure("AN01", "118").isProvisional == false)
        #expect(try basis.figure("AN01").isProvisional)
    }

    @Test func `what nobody collected is not collected above either, until something is known`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 0]], unlisted: .notReported,
            cells: ["03646": .init(uncollected: 1), "03664": .init(uncollected: 1)])
        let basis = try scene.basis("2026-10")
        for place in ["03646", "116", nil] { #expect(try basis.figure("AN01", place).absence == .notCollected) }
        #expect(try basis.figure("AN01", "118").absence == .notReported)
    }

    @Test func `a part without the column leaves what it would have given open`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], part: "A")
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_kham_pha": ["03664": 3]], part: "B")
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03664").absence == .notReported)
        #expect(try basis.figure("AN01", "03646").isProvisional)
    }
}
