import CatalogueReading
import Domain
import Intake
import TestSupport
import Testing

@testable import Reporting

/// Readings made by hand over the real catalogue, and the figures that follow from them.
struct Scene {
    let catalogue: Catalogue
    var readings: [Reading] = []
    var decisions: [Decision] = []

    static let real: Catalogue? = {
        let files = (try? Repository.catalogueFiles()) ?? []
        return CatalogueReader.read(files, digest: "test").catalogue
    }()

    init() throws { catalogue = try #require(Scene.real) }

    /// With these lines in the register of populations.
    init(populations: String) throws {
        try self.init("populations.csv") { _ in "unit,year,population,source\n" + populations }
    }

    /// With a file of the catalogue changed.
    init(_ name: String, changed: (String) -> String) throws {
        let path = "catalogue/\(name)"
        let files = try Repository.catalogueFiles().map { file in
            guard file.path == path else { return file }
            return SourceFile(
                path: path, bytes: Array(changed(String(decoding: file.bytes, as: UTF8.self)).utf8))
        }
        catalogue = try #require(CatalogueReader.read(files, digest: "test").catalogue)
    }

    static let noon = Instant(seconds: 1_792_000_000)

    /// A unit by its code in a month.
    func key(_ code: String, _ month: Month) throws -> UnitKey {
        try #require(catalogue.geography.unit(code: code, on: catalogue.organisation.calendar.lastDay(of: month))).key
    }

    /// Adds a file whose rows hold these whole numbers, by measure and unit code.
    ///
    /// - Parameter cells: What stands in the cells of a unit, or of `measure/unit`, where it is not just its number.
    mutating func send(
        _ department: String, _ form: String, _ period: String, _ values: [String: [String: Int]],
        unlisted: Reading.Unlisted = .zero, sequence: Int = 1, part: String = "", sha256: String? = nil,
        state: Reading.State = .accepted, at: Instant = Scene.noon, refused: [String] = [], refusedElsewhere: Int = 0,
        codes: String = "", cells: [String: Tally.Cells] = [:]
    ) throws {
        let period = try #require(Period(period))
        let path = "\(period)/\(department)-\(form)\(part.isEmpty ? "" : "--" + part)-\(sequence)-\(readings.count).csv"
        var tallies: [Tally] = []
        for (measure, amounts) in values.sorted(by: { $0.key < $1.key }) {
            for (code, value) in amounts.sorted(by: { $0.key < $1.key }) {
                let sum = try #require(Quantity(whole: value))
                tallies.append(
                    Tally(
                        measure: measure, unit: try key(code, period.last), month: period.last, codes: codes, sum: sum,
                        cells: cells["\(measure)/\(code)"] ?? cells[code]
                            ?? (value == 0 ? .init(zero: 1) : .init(number: 1))))
            }
        }
        let digest = sha256 ?? "\(readings.count)".padding(64)
        readings.append(
            Reading(
                receipt: Receipt(path: path, sha256: digest, size: 1, receivedAt: at), catalogueDigest: "test",
                department: department, form: form, period: period, part: part, sequence: sequence, state: state,
                unlisted: unlisted, measures: values.keys.sorted(), tallies: Tallies(tallies),
                refusedPlaces: try refused.map { try key($0, period.last) }, refusedRowsWithoutPlace: refusedElsewhere,
                rowsRead: tallies.count, rowsCounted: tallies.count, findings: []))
    }

    /// What the clock says at this time of a day in October 2026, where the office is.
    func instant(_ day: Int, _ hour: Int, _ minute: Int = 0, second: Int = 0) throws -> Instant {
        Instant(
            day: try #require(Day(year: 2026, month: 10, day: day)), hour: hour, minute: minute, second: second,
            in: catalogue.organisation.timeZone)
    }

    var evidence: Evidence { Evidence(catalogue: catalogue, readings: readings, decisions: decisions) }

    func basis(_ period: String) throws -> Basis {
        try Basis(evidence, period: try #require(Period(period)), standing: .draft, programVersion: "test")
    }

    func indicator(_ code: String) throws -> Indicator { try #require(catalogue.indicator(code)) }
}

extension Reading {
    /// The same bytes at another path.
    func at(_ path: String) -> Reading {
        Reading(
            receipt: Receipt(path: path, sha256: receipt.sha256, size: receipt.size, receivedAt: receipt.receivedAt),
            catalogueDigest: catalogueDigest, department: department, form: form, period: period, part: part,
            sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings)
    }
}

extension String {
    fileprivate func padding(_ length: Int) -> String { String(repeating: "0", count: length - count) + self }
}

extension Basis {
    /// Index of a district or commune by its code, of the province by `nil`.
    func place(_ code: String?) throws -> Int {
        guard let code else { return PlaceIndex.province }
        if let district = index.index(of: .district(code)) { return district }
        let unit = try #require(catalogue.geography.unit(code: code, on: index.day))
        return try #require(index.index(of: .commune(unit.key)))
    }

    func whole(_ indicator: String, _ place: String? = nil) throws -> Int? {
        let figure = figure(try #require(catalogue.indicator(indicator)), at: try self.place(place))
        return figure.quantity.map { Int($0.thousandths / 1_000) }
    }

    func figure(_ indicator: String, _ place: String? = nil) throws -> Figure {
        figure(try #require(catalogue.indicator(indicator)), at: try self.place(place))
    }
}

extension Basis {
    /// A table of the real plan.
    func table(_ name: String, _ language: Language = .vi) throws -> Table {
        let plan = try #require(catalogue.reports.first)
        return try #require(tables(plan, language).first { $0.id == name })
    }
}

extension Table {
    /// The cells of the row that begins with this label, as words: whole numbers, percentages with one decimal, marks.
    func words(_ label: String) throws -> [String] {
        try #require(rows.first { $0.cells.first == .text(label) }).cells.dropFirst().map { cell in
            switch cell {
            case .text(let text): text
            case .count(let count): String(count)
            case .completeness(let completeness): "\(completeness.received)/\(completeness.owed)"
            case .percentage(let figure, _): figure.words(1)
            case .figure(let figure, let decimals), .sum(let figure, let decimals, _),
                .difference(let figure, let decimals):
                figure.words(decimals)
            default: "?"
            }
        }
    }
}

extension Figure {
    fileprivate func words(_ decimals: Int) -> String {
        guard let amount else { return absence?.mark(in: .vi) ?? "" }
        return Language.vi.amount(amount, decimals: decimals) + (isProvisional ? " (sb)" : "")
    }
}
