import Domain
import Reporting
import TestSupport
import Testing

struct CubeTests {
    @Test func `what one department alone counts is known everywhere once it reports, zero where it says so`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3, "03985": 2]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 5)
        #expect(try basis.whole("AN01", "116") == 3)
        #expect(try basis.whole("AN01", "118") == 0)
        #expect(try basis.whole("AN01", "03664") == 0)
        #expect(try basis.figure("AN01").isProvisional == false)
        #expect(try basis.figure("AN01").completeness == Completeness(received: 1, owed: 1))
    }

    @Test func `without a word on blanks, an unlisted commune is not reported and its district provisional`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], unlisted: .notReported)
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03664").absence == .notReported)
        #expect(try basis.figure("AN01", "116").isProvisional)
        #expect(try basis.whole("AN01", "116") == 3)
        #expect(try basis.figure("AN01", "118").absence == .notReported)
    }

    @Test func `nothing received is not zero`() throws {
        let basis = try Scene().basis("2026-10")
        #expect(try basis.figure("AN01").absence == .notReported)
        #expect(try basis.figure("AN01").completeness == Completeness(received: 0, owed: 1))
        #expect(try basis.figure("AN03").absence == .notReported)
    }

    @Test func `a total with a counting source missing is provisional, and says received of owed`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 4]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN04") == 4)
        #expect(try basis.figure("AN04").isProvisional)
        #expect(try basis.figure("AN04").completeness == Completeness(received: 1, owed: 2))
    }

    @Test func `only counting sources enter a total`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_phat_sinh": ["03985": 2]])
        try scene.send("CAT", "03-an", "2026-10", ["dat_phat_sinh": ["03985": 9]])
        #expect(try scene.basis("2026-10").whole("AN07") == 2)
    }

    @Test func `a flow adds over months, a stock and a year-to-date count are those of the last`() throws {
        var scene = try Scene()
        for (month, value) in [("2026-07", 1), ("2026-08", 2), ("2026-09", 4)] {
            try scene.send(
                "CAT", "03-an", month, ["ttxh_xay_ra": ["03646": value], "nguoi_nghien": ["03646": value * 10]])
        }
        let basis = try scene.basis("2026-Q3")
        #expect(try basis.whole("AN01") == 7)
        #expect(try basis.whole("AN06") == 40)
        let incomplete = try scene.basis("2026-Q4")
        #expect(try incomplete.figure("AN06").absence == .notReported)
    }

    @Test func `a missing last month is not the month before`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-08", ["nguoi_nghien": ["03646": 10]])
        #expect(try scene.basis("2026-9M").figure("AN06").absence == .notReported)
    }

    @Test func `a ratio is divided afresh from the sums, and has none over zero`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10",
            ["ttxh_xay_ra": ["03646": 3, "03664": 1], "ttxh_kham_pha": ["03646": 1, "03664": 1]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN03").amount?.rounded(decimals: 1) == 500)
        #expect(try basis.figure("AN03", "118").absence == .notApplicable)
    }

    @Test func `a place whose row was refused is not reported, and all above it provisional`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], state: .partial, refused: ["03664"])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03664").absence == .notReported)
        #expect(try basis.figure("AN01", "116").isProvisional)
        #expect(try basis.figure("AN01").isProvisional)
        #expect(try basis.figure("AN01", "118").isProvisional == false)
    }

    @Test func `old communes are summed into the new one, and one moves to the other district`() throws {
        var scene = try Scene()
        // 03646 was Chiềng Lề, 03649 Tô Hiệu: both lie in phường Tô Hiệu (03646) since 2025-07-01.
        try scene.send("CAT", "03-an", "2025-06", ["ttxh_xay_ra": ["03646": 1, "03649": 2]])
        try scene.send("CAT", "03-an", "2026-06", ["ttxh_xay_ra": ["03646": 5]])
        let basis = try scene.basis("2026-06")
        let indicator = try scene.indicator("AN01")
        #expect(basis.lastYear(indicator, at: try basis.place("03646")).quantity == Quantity(whole: 3))
        #expect(basis.lastYear(indicator, at: try basis.place("116")).quantity == Quantity(whole: 3))
        #expect(basis.lastYear(indicator).quantity == Quantity(whole: 3))
    }

    @Test func `data of a redrawn district without its communes are not comparable, and stay in the province`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2025-06", ["ttxh_xay_ra": ["128": 7, "119": 2]])
        let basis = try scene.basis("2026-06")
        let indicator = try scene.indicator("AN01")
        #expect(basis.lastYear(indicator, at: try basis.place("128")).absence == .notComparable)
        #expect(basis.lastYear(indicator, at: try basis.place("119")).quantity == Quantity(whole: 2))
        #expect(basis.lastYear(indicator).quantity == Quantity(whole: 9))
    }

    @Test func `a predecessor's file counts for its successor`() throws {
        var scene = try Scene()
        try scene.send("BDT", "01-dt", "2025-03", ["lop": ["03646": 2]])
        let basis = try scene.basis("2025-03")
        #expect(try basis.whole("DT01") == 2)
        #expect(basis.roll.entries.first { $0.key.form == "01-dt" && $0.key.department == "SDTTG" }?.isReceived == true)
    }

    @Test func `the order of readings changes nothing, and parts add to the whole`() throws {
        var generator = SeededGenerator(seed: 42)
        var scene = try Scene()
        let communes = scene.catalogue.geography.units(.commune, on: Day(number: 20_700)).map(\.code)
        for department in ["CAT", "BDBP", "SNNMT", "SDTTG"] {
            for month in ["2026-08", "2026-09", "2026-10"] {
                var values: [String: [String: Int]] = [:]
                for measure in ["ma_tuy_vu", "dat_phat_sinh", "ttxh_xay_ra", "tao_hon"] {
                    for _ in 0..<20 {
                        let code = communes[Int.random(in: communes.indices, using: &generator)]
                        values[measure, default: [:]][code] = Int.random(in: 0...9, using: &generator)
                    }
                }
                try scene.send(department, "03-an", month, values)
            }
        }
        let basis = try scene.basis("2026-Q3")
        var shuffled = scene
        shuffled.readings.shuffle(using: &generator)
        #expect(try shuffled.basis("2026-Q3").reportSet() == basis.reportSet())
        for code in ["AN01", "AN04", "AN07", "AN14"] {
            let indicator = try scene.indicator(code)
            let parts = [PlaceIndex.placeless] + basis.index.districts
            let sum = parts.compactMap { basis.figure(indicator, at: $0).quantity?.thousandths }.reduce(0, +)
            #expect(basis.figure(indicator).quantity?.thousandths == sum)
            for district in basis.index.districts {
                let communes = (basis.index.communes[district] ?? []).compactMap {
                    basis.figure(indicator, at: $0).quantity?.thousandths
                }
                #expect(basis.figure(indicator, at: district).quantity?.thousandths == communes.reduce(0, +))
            }
        }
    }

    @Test func `a sum that does not fit is an error`() throws {
        var scene = try Scene()
        let huge = 9_000_000_000_000_000
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": huge, "03664": huge]])
        #expect(throws: FigureOverflow.self) { try scene.basis("2026-10") }
    }
}
