import Domain
import Foundation
import Intake
import Reporting
import TestSupport
import Testing

struct FigureTraceTests {
    private func trace(
        _ scene: Scene, _ indicator: String, _ period: String, _ place: PlaceIndex.Place = .province
    ) throws -> FigureTrace {
        try FigureTrace(
            scene.evidence, try scene.indicator(indicator), at: place, over: try #require(Period(period)))
    }

    @Test func `a district's figure is made of the units of its communes in each counting submission`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 3, "03664": 1, "03985": 2]])
        try scene.send("BDBP", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 4]])
        try scene.send("SNNMT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 9]])
        let trace = try trace(scene, "AN04", "2026-10", .district("116"))
        let sources = try #require(trace.parts.first).sources
        #expect(sources.map(\.department).sorted() == ["BDBP", "CAT"])
        #expect(sources.first { $0.department == "CAT" }?.units.map(\.code).sorted() == ["03646", "03664"])
        #expect(trace.parts.first?.sum == trace.figure.quantity)
        #expect(trace.figure.quantity == Quantity(whole: 8))
    }

    @Test func `what is owed and not received is named with its form`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 3]])
        let gaps = try #require(try trace(scene, "AN04", "2026-10").parts.first?.months.first).gaps
        #expect(gaps.map(\.department) == ["BDBP"])
        #expect(gaps.flatMap(\.entries).map(\.key.form) == ["03-an"])
        #expect(gaps.flatMap(\.entries).map(\.state) == [.missing])
    }

    @Test func `a flow is traced over its months, a stock at the last, a ratio in both parts`() throws {
        var scene = try Scene()
        for (month, value) in [("2026-07", 1), ("2026-08", 2), ("2026-09", 4)] {
            try scene.send(
                "CAT", "03-an", month,
                [
                    "ttxh_xay_ra": ["03646": value * 2], "ttxh_kham_pha": ["03646": value],
                    "nguoi_nghien": ["03646": value * 10],
                ])
        }
        let flow = try trace(scene, "AN01", "2026-Q3")
        #expect(flow.parts.first?.months.map(\.sum) == [2, 4, 8].map { Quantity(whole: $0) })
        let stock = try trace(scene, "AN06", "2026-Q3")
        #expect(stock.parts.first?.months.map(\.month.description) == ["2026-09"])
        #expect(stock.parts.first?.sum == stock.figure.quantity)
        let ratio = try trace(scene, "AN03", "2026-Q3")
        #expect(ratio.parts.map(\.indicator.code) == ["AN02", "AN01"])
        #expect(ratio.parts.map(\.sum) == [7, 14].map { Quantity(whole: $0) })
    }

    @Test func `nothing received is a trace of gaps alone`() throws {
        let trace = try trace(try Scene(), "AN01", "2026-10")
        #expect(!trace.isReceived)
        #expect(trace.parts.first?.months.first?.gaps.map(\.department) == ["CAT"])
    }

    @Test func `what two parts of a slice both give is named and not added`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3, "03664": 1]], part: "A")
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5]], part: "B")
        let trace = try trace(scene, "AN01", "2026-10")
        let sources = try #require(trace.parts.first).sources
        #expect(sources.map { $0.overlapping.map(\.code) } == [["03646"], ["03646"]])
        #expect(trace.parts.first?.sum == Quantity(whole: 1))
        #expect(trace.figure.quantity == Quantity(whole: 1))
    }

    /// The two months that straddle a change of communes, and the one with planted errors.
    @Test(arguments: ["2025-02", "2025-03", "2025-07", "2026-10"])
    func `adds up to the figure at every place of the sample`(_ name: String) throws {
        var scene = try Scene()
        let period = try #require(Period(name))
        let reader = SubmissionReader(catalogue: scene.catalogue)
        let folder = "\(Repository.root)/inputs/submissions/\(name)"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let path = "\(name)/\(file)"
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
            let receipt = Receipt(path: path, sha256: path, size: bytes.count, receivedAt: Scene.noon)
            scene.readings.append(reader.read(SourceFile(path: path, bytes: bytes), receipt: receipt))
        }
        let index = PlaceIndex(
            scene.catalogue.geography, on: scene.catalogue.organisation.calendar.lastDay(of: period))
        for code in ["DT01", "TT02", "AN04", "AN09"] {
            for place in index.places.enumerated().filter({ $0.offset < 14 || $0.offset % 7 == 0 }).map(\.element) {
                let trace = try trace(scene, code, name, place)
                guard let quantity = trace.figure.quantity else { continue }
                #expect(trace.parts.first?.sum == quantity, "\(code) \(place)")
            }
        }
    }
}
