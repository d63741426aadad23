import Foundation
import Spreadsheet
import Testing

/// A small office below `Figures/` whose README says what the contract gives: the commands to run, and a line for each
/// figure that is expected.
///
/// The office is `Figures/base` with the case's own `inputs` over it; a case with no catalogue of the base's (its figures are
/// of the sample province) has `catalogue` with the path of one.
struct FigureCase: CustomStringConvertible, Sendable {
    let name: String

    var description: String { name }

    private static let folder = SmallOffice.tests.appendingPathComponent("Figures")

    static let all: [FigureCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0 != "base" && !$0.hasPrefix(".") }.map(FigureCase.init)
    }()

    /// `expected: 2025-Q3 I07 90, Tình trạng: chính thức`; without a period that of the last command.
    struct Expectation {
        let period: String
        let indicator: String
        /// A place's code, or `chênh lệch`: the difference between sources.
        let place: String
        /// A column's name; of a difference between sources the department and the form.
        let column: String
        let value: String
    }

    private var lines: [String] {
        get throws {
            try String(contentsOf: Self.folder.appendingPathComponent("\(name)/README"), encoding: .utf8)
                .split(whereSeparator: \.isNewline).map(String.init)
        }
    }

    var commands: [[String]] {
        get throws {
            try lines.filter { $0.hasPrefix("tonghop ") }.map { $0.split(separator: " ").dropFirst().map(String.init) }
        }
    }

    var expectations: [Expectation] {
        get throws {
            let last = try #require(try commands.last)[1]
            return try lines.filter { $0.hasPrefix("expected: ") }.map { line in
                let text = line.dropFirst("expected: ".count)
                let colon = try #require(text.range(of: ": ", options: .backwards))
                let comma = try #require(text[..<colon.lowerBound].range(of: ", "))
                var words = text[..<comma.lowerBound].split(separator: " ").map(String.init)
                let period = words[0].first?.isNumber == true ? words.removeFirst() : last
                return Expectation(
                    period: period, indicator: words[0], place: words.dropFirst().joined(separator: " "),
                    column: String(text[comma.upperBound..<colon.lowerBound]),
                    value: String(text[colon.upperBound...]))
            }
        }
    }

    /// Lays out the office in an empty folder.
    func layOut(in root: URL) throws {
        let own = Self.folder.appendingPathComponent(name)
        let catalogue = try? String(contentsOf: own.appendingPathComponent("catalogue"), encoding: .utf8)
        let base =
            catalogue.map {
                SmallOffice.repository.appendingPathComponent($0.trimmingCharacters(in: .whitespacesAndNewlines))
            } ?? Self.folder.appendingPathComponent("base/inputs/catalogue")
        try copy(base, to: root.appendingPathComponent("inputs/catalogue"))
        try copy(own.appendingPathComponent("inputs"), to: root.appendingPathComponent("inputs"))
    }

    private func copy(_ source: URL, to target: URL) throws {
        for (path, bytes) in try FileTree.read(source) {
            let file = target.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }
}

/// The figures of an office's drafts, as its files give them.
struct DraftFigures {
    let root: URL

    /// What `so-lieu` has in the row of an indicator and place; `nil` where there is no such row.
    func value(_ expected: FigureCase.Expectation) throws -> String? {
        if expected.place == "chênh lệch" { return try difference(expected) }
        let path = "reports/\(expected.period)/du-thao/so-lieu-\(expected.period).csv"
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        var rows = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
        let header = rows.removeFirst()
        func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name), "\(name): \(header)") }
        let (code, place, wanted) = (try column("Mã chỉ tiêu"), try column("Mã địa bàn"), try column(expected.column))
        return rows.first { $0[code] == expected.indicator && $0[place] == expected.place }?[wanted]
    }

    /// Cells of a line of ours: quoted where they hold a comma.
    private func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line where character != "\u{FEFF}" {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// The last number in the row of the department and form on the sheet of the differences between sources.
    private func difference(_ expected: FigureCase.Expectation) throws -> String? {
        let path = "reports/\(expected.period)/du-thao/tong-hop-\(expected.period).xlsx"
        let dump = try WorkbookDump.text(of: root.appendingPathComponent(path).path)
        var rows: [String: [String]] = [:]
        for line in dump.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 3, fields[0] == "Chênh lệch nguồn", fields[2] == "text" || fields[2] == "number"
            else { continue }
            rows[fields[1].filter(\.isNumber), default: []].append(fields[3])
        }
        let indicator = try indicatorName(expected)
        return rows.values.first { row in
            row.first == indicator && row.count == 7 && "\(row[2]) \(row[3])" == expected.column
        }?.last
    }

    private func indicatorName(_ expected: FigureCase.Expectation) throws -> String? {
        let path = "reports/\(expected.period)/du-thao/so-lieu-\(expected.period).csv"
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
            .first { $0[1] == expected.indicator }?[2]
    }
}
