import Domain
import Foundation
import Intake
import Storage
import Testing

@testable import Reporting
@testable import Office

/// The workbook of source lines says of each figure what `trace` says of it.
struct SourceLinesTests {
    /// A row that a figure adds, or one that it does not for errors.
    private struct Row: Hashable {
        let path: String
        let row: Int
        let thousandths: Int64?
    }

    private struct Office {
        let basis: Basis
        let rows: [Receipt: SubmissionTrace]

        init(_ office: SmallOffice, _ period: Period) throws {
            let workplace = Workplace(inputs: office.url("inputs").path, reports: office.url("reports").path)
            let ledger = try Ledger.openIfPresent(folder: workplace.reports)
            let loaded = try #require(try workplace.readCatalogue().loaded)
            let basis = try Consolidation(loaded: loaded, ledger: ledger).basis(period, .draft)
            self.basis = basis
            rows = try SourceRows(ledger: ledger).rows(of: basis)
        }
    }

    /// What the lines of a figure add and leave out.
    private func rows(_ lines: ArraySlice<SourceLines.Line>) -> [Row: Int] {
        var rows: [Row: Int] = [:]
        for line in lines {
            switch line.treatment {
            case .counted:
                rows[
                    Row(path: line.reading.receipt.path, row: line.rows[0], thousandths: line.sum?.thousandths),
                    default: 0] += 1
            case .refused where line.unit != nil:
                rows[Row(path: line.reading.receipt.path, row: line.rows[0], thousandths: nil)] = 1
            case .refused, .missing: break
            default: rows[Row(path: "\(line.treatment)", row: 0, thousandths: nil), default: 0] += 1
            }
        }
        return rows
    }

    private func rows(_ trace: FigureTrace, _ office: Office) -> [Row: Int] {
        var rows: [Row: Int] = [:]
        for source in trace.parts.flatMap(\.sources) {
            guard let read = office.rows[source.reading.receipt] else { continue }
            let lines = TracedLines(read, of: source)
            for row in lines.counted {
                let key = Row(
                    path: source.reading.receipt.path, row: row.position.row, thousandths: row.sum.thousandths)
                rows[key, default: 0] += 1
            }
            for row in lines.refused where row.unit != nil {
                guard row.measures.map({ !$0.isDisjoint(with: source.measures) }) ?? true else { continue }
                rows[Row(path: source.reading.receipt.path, row: row.position.row, thousandths: nil)] = 1
            }
        }
        return rows
    }

    @Test func `behind each figure stand the rows that trace names, and no others`() throws {
        let small = try SmallOffice()
        try small.replace("1;90101;Bản Mây;2;4;4", by: "1;90101;Bản Mây;khoảng 2;4;4", in: "2026-10/CA-03-an.csv")
        try small.replace("2;90102;Suối Lớn;1;1", by: "2;90102;Suối Lớn;1;1;7;8;9", in: "2026-10/CA-03-an.csv")
        _ = try small.run(["run", "2026-10", "--quiet"])
        let office = try Office(small, try #require(Period("2026-10")))
        let basis = office.basis
        let lines = SourceLines(basis, rows: office.rows)
        var compared = 0
        for indicator in basis.catalogue.indicators {
            for place in basis.index.places.indices {
                let trace = try FigureTrace(
                    basis.evidence, indicator, at: basis.index.places[place], over: basis.period)
                let expected = rows(trace, office)
                let own = lines.range(of: indicator, at: place).map { lines.lines[$0] } ?? []
                let name = "\(indicator.code) \(basis.index.places[place])"
                #expect(rows(own) == expected, "\(name)")
                #expect(own.allSatisfy { $0.indicator == indicator })
                compared += expected.count
                // The control: a line less is another figure.
                if let last = own.last, last.treatment == .counted { #expect(rows(own.dropLast()) != expected) }
            }
        }
        #expect(compared > 100)
        #expect(lines.lines.contains { if case .refused = $0.treatment { true } else { false } })
    }

    @Test func `a file with too many rows, and a period of several months, are told as a whole`() throws {
        let small = try SmallOffice()
        _ = try small.run(["run", "2026-Q4", "--quiet"])
        let office = try Office(small, try #require(Period("2026-Q4")))
        #expect(office.rows.isEmpty)
        let lines = SourceLines(office.basis, rows: office.rows)
        #expect(!lines.lines.isEmpty && lines.lines.allSatisfy { $0.treatment == .file })
        let month = try Office(small, try #require(Period("2026-10")))
        let units = SourceLines(month.basis, rows: [:])
        #expect(units.lines.contains { $0.treatment == .unit } && !units.lines.contains { $0.treatment == .counted })
        // Whatever is named, it adds up to the figure.
        for indicator in month.basis.catalogue.indicators where !indicator.isRatio {
            let sum = (units.range(of: indicator, at: PlaceIndex.province).map { units.lines[$0] } ?? [])
                .reduce(Int64(0)) { $0 + ($1.sum?.thousandths ?? 0) }
            let figure = month.basis.cube.figure(indicator, at: PlaceIndex.province, over: month.basis.period)
            #expect(sum == figure.quantity?.thousandths ?? 0, "\(indicator.code)")
        }
    }

    @Test func `the workbook lies in drafts and editions, and in no package`() throws {
        let small = try SmallOffice(isClean: true)
        _ = try small.run(["run", "2026-10", "--quiet"])
        _ = try small.run(["issue", "2026-10", "--yes", "--quiet"])
        for audience in ["leadership", "partners", "public"] {
            #expect(try small.run(["export", "2026-10", "--audience", audience, "--quiet"]).exit == 0)
        }
        let found = try small.shell("cd reports/2026-10 && find . -name '*truy-nguon*' | sort")
        #expect(found.output == "./du-thao/truy-nguon-2026-10.xlsx\n./lan-1/truy-nguon-2026-10.xlsx\n", "\(found)")
        let named = try small.shell(
            "cd reports/2026-10/xuat && for z in *.zip; do unzip -l $z; unzip -p $z; done | grep -a -c truy-nguon")
        #expect(named.output == "0\n", "\(named)")
    }
}
