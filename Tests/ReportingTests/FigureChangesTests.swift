import CatalogueReading
import Domain
import Intake
import TestSupport
import Testing

@testable import Reporting

struct FigureChangesTests {
    /// The basis of `now` beside an edition made of `before`.
    private func basis(
        _ before: Scene, _ now: Scene, catalogue: Catalogue? = nil, rows: [Receipt: SubmissionTrace] = [:]
    ) throws -> Basis {
        let period = try #require(Period("2026-10"))
        let evidence = Evidence(
            catalogue: catalogue ?? now.catalogue, readings: now.readings, decisions: now.decisions)
        let earlier = try EarlierEdition(
            number: 1, issued: before.evidence, now: evidence, period: period, rows: { _ in rows })
        return try Basis(evidence, period: period, standing: .draft, programVersion: "test", earlier: earlier)
    }

    private func issued() throws -> Scene {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3, "03664": 1, "03985": 2]])
        return scene
    }

    private func corrected() throws -> Scene {
        var scene = try issued()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 5, "03664": 1, "03985": 1]], sequence: 2)
        return scene
    }

    private func changes(_ basis: Basis, _ code: String) throws -> [FigureChange] {
        try #require(basis.changes).data.filter { $0.indicator.code == code && $0.span == basis.period }
    }

    @Test func `a correction moves a commune, its district and the province, by what it did`() throws {
        let basis = try basis(try issued(), try corrected())
        let moved = try changes(basis, "AN01")
        let differences = Dictionary(uniqueKeysWithValues: moved.map { ($0.place, $0.difference.quantity) })
        #expect(differences[PlaceIndex.province] == Quantity(whole: 1))
        #expect(differences[try basis.place("116")] == Quantity(whole: 2))
        #expect(differences[try basis.place("03646")] == Quantity(whole: 2))
        #expect(differences[try basis.place("03664")] == nil)
        let cause = try #require(moved.first { $0.place == PlaceIndex.province }?.causes.first)
        #expect(cause.department == "CAT")
        #expect(cause.come.map(\.path) == ["2026-10/CAT-03-an-2-1.csv"])
        #expect(cause.gone.map(\.path) == ["2026-10/CAT-03-an-1-0.csv"])
        #expect(cause.difference == Quantity(whole: 1))
    }

    @Test func `the differences of places add up to the difference of the province`() throws {
        var now = try corrected()
        try now.send("BDBP", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 4, "03985": 7, "14": 2]])
        let basis = try basis(try issued(), now)
        for indicator in ["AN01", "AN04"] {
            let moved = try changes(basis, indicator)
            func total(_ places: [Int]) -> Int64 {
                moved.filter { places.contains($0.place) }.reduce(0) { $0 + ($1.difference.quantity?.thousandths ?? 0) }
            }
            let whole = total([PlaceIndex.province])
            #expect(whole != 0)
            #expect(total([PlaceIndex.placeless] + basis.index.districts) == whole)
            let communes = basis.index.districts.flatMap { basis.index.communes[$0] ?? [] }
            #expect(total([PlaceIndex.placeless] + communes) == whole)
        }
    }

    @Test func `only the rows of units that moved are named, with the reason given there`() throws {
        let now = try corrected()
        let receipt = try #require(now.readings.last).receipt
        func row(_ number: Int, _ code: String, _ value: Int) throws -> TracedRow {
            TracedRow(
                position: Position(file: receipt.path, line: number, row: number), measure: "ttxh_xay_ra",
                unit: try now.key(code, try #require(Month("2026-10"))), cells: [],
                sum: try #require(Quantity(whole: value)), reason: code == "03646" ? "Bổ sung 2 vụ" : nil)
        }
        let trace = SubmissionTrace(
            rows: [try row(9, "03646", 5), try row(10, "03664", 1), try row(11, "03985", 1)], refused: [])
        let basis = try basis(try issued(), now, rows: [receipt: trace])
        let moved = try changes(basis, "AN01")
        let province = try #require(moved.first { $0.place == PlaceIndex.province }?.causes.first)
        #expect(province.rows.map(\.position.row) == [9, 11])
        #expect(province.reasons == ["Bổ sung 2 vụ"])
        let district = try #require(moved.first { $0.place == (try? basis.place("116")) }?.causes.first)
        #expect(district.rows.map(\.position.row) == [9])
    }

    @Test func `a changed definition is told apart from changed data`() throws {
        let files = try Repository.catalogueFiles().map { file in
            guard file.path == "catalogue/sources.csv" else { return file }
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
            let kept = lines.filter { !$0.hasPrefix("AN04,BDBP,") }.joined(separator: "\n")
            return SourceFile(path: file.path, bytes: [UInt8](kept.utf8))
        }
        let other = try #require(CatalogueReader.read(files, digest: "other").catalogue)
        var before = try issued()
        try before.send("CAT", "03-an", "2026-09", ["ma_tuy_vu": ["03646": 3]])
        try before.send("BDBP", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 4]])
        var now = before
        try now.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 9, "03664": 0, "03985": 0], "ma_tuy_vu": ["03646": 1]],
            sequence: 2)
        let basis = try basis(before, now, catalogue: other)
        let changes = try #require(basis.changes)
        let defined = changes.definitions.filter { $0.indicator.code == "AN04" && $0.span == basis.period }
        #expect(defined.first?.before.quantity == Quantity(whole: 4))
        #expect(defined.first?.after.quantity == nil)
        #expect(defined.first?.causes.isEmpty == true)
        #expect(!changes.definitions.contains { $0.indicator.code == "AN01" })
        let data = changes.data.first { $0.indicator.code == "AN04" && $0.span == basis.period }
        #expect(data?.after.quantity == Quantity(whole: 1))
        #expect(data?.causes.map(\.department) == ["CAT"])
    }

    @Test func `an older edition beside a newer one differs by its data, not by a definition`() throws {
        let basis = try basis(try corrected(), try issued())
        let changes = try #require(basis.changes)
        #expect(changes.definitions.isEmpty)
        let moved = try self.changes(basis, "AN01").first { $0.place == PlaceIndex.province }
        #expect(moved?.difference.quantity == Quantity(whole: -1))
        #expect(moved?.causes.map(\.department) == ["CAT"])
    }

    @Test func `a file withdrawn by a decision is the cause, though none came`() throws {
        let before = try issued()
        var now = before
        let path = try #require(before.readings.first).receipt.path
        now.decisions.append(
            Decision(
                at: Scene.noon, period: nil, department: nil, form: nil, path: path, action: .withdraw,
                reason: "gửi nhầm", approver: "Trưởng phòng"))
        let basis = try basis(before, now)
        let cause = try #require(try changes(basis, "AN01").first?.causes.first)
        #expect(cause.come.isEmpty && cause.gone.map(\.path) == [path])
        #expect(RevisedFigures.cause(cause, basis, .vi).hasSuffix("không còn tính \(path); theo xử lý: gửi nhầm"))
    }

    @Test func `a complete figure that moved is marked as revised, a provisional one stays provisional`() throws {
        var before = try issued()
        let september = String(repeating: "9", count: 64)
        try before.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 1]], sha256: september)
        var now = try corrected()
        now.readings.append(try #require(before.readings.last))
        let basis = try basis(before, now)
        guard case .known(_, let standing) = try basis.figure("AN01").content else {
            Issue.record("not known")
            return
        }
        #expect(standing == .revised)
        #expect(try basis.figure("AN01", "03664").content == .known(.quantity(.init(thousandths: 1_000)), .reported))
        let cumulative = basis.cumulative(try now.indicator("AN01"))
        #expect(cumulative.isProvisional)
        #expect(cumulative.quantity == Quantity(whole: 8))
    }

    @Test func `without an edition there is no mark, no change and no sheet`() throws {
        let basis = try corrected().basis("2026-10")
        #expect(basis.changes == nil)
        #expect(try basis.figure("AN01").content == .known(.quantity(.init(thousandths: 7_000)), .reported))
        let tables = basis.reportSet().editions.flatMap(\.workbook.tables).map(\.id)
        #expect(!tables.contains("thay-doi"))
    }

    @Test func `with an edition the sheet names what moved, and says so where nothing did`() throws {
        let moved = try basis(try issued(), try corrected()).reportSet().editions[0].workbook.tables
        let table = try #require(moved.first { $0.id == "thay-doi" })
        #expect(table.isForOffice)
        #expect(table.rows.first?.cells.first == .text("AN01. Vụ TTXH xảy ra"))
        let same = try basis(try issued(), try issued()).reportSet().editions[0].workbook.tables
        #expect(same.first { $0.id == "thay-doi" }?.rows.count == 1)
    }

    @Test(arguments: [([9, 10, 11, 14], "9–11, 14"), ([], ""), ([3, 3, 2], "2–3"), ([7], "7")])
    func `rows are named in short`(_ rows: [Int], _ text: String) {
        #expect(RowRanges.text(rows) == text)
    }
}
