import CatalogueReading
import Domain
import TestSupport
import Testing

@testable import Reporting

/// What was shown is remembered by what it counts: a new name opens nothing.
struct RecognitionTests {
    private static let counts = [
        ("2026-08", ["03646": 3, "03664": 2, "03670": 5, "03688": 6]),
        ("2026-09", ["03646": 4, "03664": 1, "03670": 6, "03688": 5]),
        ("2026-10", ["03646": 5, "03664": 6, "03670": 7, "03688": 9]),
    ]

    /// Drug cases of three months under a catalogue of which every file was changed.
    private func scene(
        measure: String = "ma_tuy_vu", unit: (String) -> String = { $0 },
        changing: (String, String) -> String = { $1 }
    ) throws -> Scene {
        var scene = try Scene(everywhere: changing)
        for (period, cells) in Self.counts {
            let cells = Dictionary(uniqueKeysWithValues: cells.map { (unit($0.key), $0.value) })
            try scene.send("CAT", "03-an", period, [measure: cells, "te_nan": cells])
        }
        return scene
    }

    /// What the public was shown up to September.
    private func seen() throws -> [SeenFigures] {
        var seen: [SeenFigures] = []
        let scene = try scene()
        for period in ["2026-08", "2026-09"] {
            let basis = try scene.basis(period)
            let mask = try Protection(basis).mask(for: .public, seen: seen).mask
            seen.append(SeenFigures(of: basis.masked(by: mask), audience: .public, edition: 1))
        }
        return seen
    }

    /// As an older version kept them: without what they count.
    private func plain(_ seen: [SeenFigures]) -> [SeenFigures] {
        seen.map { release in
            SeenFigures(
                period: release.period, audience: release.audience, edition: release.edition, places: release.places,
                units: release.units, lineage: release.lineage,
                indicators: release.indicators.mapValues { .init(amounts: $0.amounts, views: $0.views) })
        }
    }

    private func mask(_ scene: Scene, _ seen: [SeenFigures]) throws -> Mask {
        try Protection(try scene.basis("2026-10")).mask(for: .public, seen: seen).mask
    }

    /// Places and spans of one indicator that are shown.
    private func shown(_ mask: Mask, _ code: String) -> Set<String> {
        Set(mask.shown.filter { $0.indicator == code }.map { "\($0.place.encoded) \($0.span)" })
    }

    private func replaced(_ old: String, _ new: String) -> (String, String) -> String {
        { _, text in text.replacing(old, with: new) }
    }

    @Test func `an indicator or a measure under another name is the same`() throws {
        let (scene, seen) = (try scene(), try seen())
        let wanted = shown(try mask(scene, seen), "AN04")
        // The control: without its past other figures are shown.
        #expect(try wanted != shown(mask(scene, []), "AN04"))
        let renamed = try self.scene(changing: replaced("AN04", "AN94"))
        #expect(shown(try mask(renamed, seen), "AN94") == wanted)
        // What an older version kept is known by the catalogue of its time.
        let old = plain(seen)
        #expect(shown(try mask(renamed, old.map { $0.identified(by: scene.catalogue) }), "AN94") == wanted)
        #expect(shown(try mask(scene, old), "AN04") == wanted)
        // Measure, column and code all at once: the counts themselves tell.
        let all = try self.scene(
            measure: "ma_tuy_so_vu",
            changing: { _, text in
                text.replacing("AN04", with: "AN94").replacing("ma_tuy_vu", with: "ma_tuy_so_vu")
            })
        #expect(shown(try mask(all, seen), "AN94") == wanted)
    }

    @Test func `a unit under another code is the same`() throws {
        let seen = try seen()
        func recoded(_ text: String) -> String { text.replacing("03646", with: "93646") }
        func back(_ text: String) -> String { text.replacing("93646", with: "03646") }
        let scene = try scene(unit: recoded, changing: { _, text in recoded(text) })
        #expect(try !isGivenAway(scene, after: seen, seeing: seen, back))
        // The control: where nothing is remembered, both packages together give suppressed counts away.
        #expect(try isGivenAway(scene, after: [], seeing: seen, back))
        // Two units that change codes with each other are not taken for one another.
        func swapped(_ text: String) -> String {
            text.replacing("03646", with: "QQQQQ").replacing("03664", with: "03646").replacing("QQQQQ", with: "03664")
        }
        let exchanged = try self.scene(unit: swapped, changing: { _, text in swapped(text) })
        #expect(try !isGivenAway(exchanged, after: seen, seeing: seen, swapped))
    }

    /// Whether a suppressed count follows from the package of October and those before it.
    ///
    /// - Parameter back: Puts the names of units as they were, by the test's own knowledge.
    private func isGivenAway(
        _ scene: Scene, after remembered: [SeenFigures], seeing seen: [SeenFigures], _ back: (String) -> String
    ) throws -> Bool {
        let basis = try scene.basis("2026-10").masked(by: try mask(scene, remembered))
        let package = plain([SeenFigures(of: basis, audience: .public, edition: 1)]).first
        let text = back(String(decoding: try #require(package).encoded, as: UTF8.self))
        let last = try #require(SeenFigures(decoding: Array(text.utf8)))
        let table = try #require(ProtectedTable("AN04", candidate: last, seen: plain(seen) + [last]))
        let known = LinearKnowledge(table.rows.filter { $0.state == .known }.map(\.cells))
        return table.rows.contains { $0.state == .suppressed && known.determines($0.cells) }
    }

    @Test func `what was suppressed stays so when its threshold is taken away`() throws {
        let seen = try seen()
        let scene = try scene(changing: { path, text in
            guard path.hasSuffix("indicators.csv") else { return text }
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                line.hasPrefix("AN04,") ? String(line).replacing(",100,3,1,", with: ",100,,0,") : String(line)
            }.joined(separator: "\n")
        })
        #expect(try scene.indicator("AN04").threshold == nil)
        let mask = try mask(scene, seen)
        #expect(mask.protected.contains("AN04"))
        let before = try #require(seen.last)
        let hidden = before.places.filter {
            before.view(of: FigureKey(indicator: "AN04", place: $0, span: before.period)) == .suppressed
        }
        #expect(!hidden.isEmpty)
        for place in hidden { #expect(mask.hides(FigureKey(indicator: "AN04", place: place, span: before.period))) }
        #expect(try !self.mask(scene, []).protected.contains("AN04"))
    }

    @Test func `what an indicator was divided into, or several became, is left out`() throws {
        let seen = try seen()
        // Drug cases and social vices as one: what was shown of the vices alone would give the drugs away.
        let merged = try scene(changing: { path, text in
            path.hasSuffix("indicators.csv")
                ? text.replacing(",flow,ma_tuy_vu,", with: ",flow,ma_tuy_vu te_nan,") : text
        })
        #expect(try merged.indicator("AN04").measures == ["ma_tuy_vu", "te_nan"])
        let mask = try mask(merged, seen)
        #expect(mask.leftOut["AN04"] == .givesAwayOthers)
        #expect(try self.mask(merged, []).leftOut["AN04"] == nil)
        // One that counts the same as another says nothing of its own.
        #expect(try scene().catalogue.indicatorsCountedAgain.isEmpty)
    }

    @Test func `parts of a form overlap where a row may be counted in both`() throws {
        func part(_ text: String) throws -> CountedPart { try #require(CountedPart(decoding: text[...])) }
        let drugs = try part("05-vu:so_vu{loai_vu=ma-tuy;vai_tro=chu-tri}")
        #expect(drugs.encoded == "05-vu:so_vu{loai_vu=ma-tuy;vai_tro=chu-tri}")
        #expect(drugs.overlaps(try part("05-vu:so_vu{loai_vu=ma-tuy,te-nan}")))
        #expect(drugs.overlaps(try part("05-vu:so_vu+khac")))
        #expect(!drugs.overlaps(try part("05-vu:so_vu{loai_vu=te-nan;vai_tro=chu-tri}")))
        #expect(!drugs.overlaps(try part("05-vu:so_doi_tuong{loai_vu=ma-tuy}")))
        #expect(!drugs.overlaps(try part("03-an:so_vu")))
        #expect(CountedPart(decoding: "03-an"[...]) == nil)
    }
}

extension Scene {
    /// With the files of the catalogue changed, each by its path and text.
    fileprivate init(everywhere changed: (String, String) -> String) throws {
        let files = try Repository.catalogueFiles().map { file in
            SourceFile(
                path: file.path, bytes: Array(changed(file.path, String(decoding: file.bytes, as: UTF8.self)).utf8))
        }
        catalogue = try #require(CatalogueReader.read(files, digest: "test").catalogue)
    }
}
