import Domain
import Foundation
import TestSupport
import Testing

/// Sequences of commands after which somebody outside subtracts one package from another.
struct LeakSequenceTests {
    private static let indicators = "inputs/catalogue/indicators.csv"

    /// The sample's office with what it has of form 03/AN for September.
    private func place() throws -> ExportPlace {
        let place = try ExportPlace()
        let root = SmallOffice.repository.path
        try place.shell(
            """
            rm -r inputs && mkdir -p inputs/submissions
            cp -r '\(root)/inputs/catalogue' inputs/
            """)
        try add("2026-09", to: place)
        return place
    }

    private func add(_ month: String, to place: ExportPlace) throws {
        let folder = "inputs/submissions/\(month)"
        try place.shell("mkdir \(folder) && cp '\(SmallOffice.repository.path)/\(folder)'/*-03-an*.csv \(folder)/")
    }

    private func give(_ place: ExportPlace, _ period: String, to audiences: [String]) throws {
        let clock = "--now \(period)-20T09:00+07:00 --quiet"
        _ = try place.run("run \(period) \(clock)")
        #expect(try place.run("issue \(period) --yes \(clock)").exit <= 1)
        for audience in audiences {
            #expect(try place.run("export \(period) --audience \(audience) \(clock)").exit == 0)
        }
    }

    /// The month and the sum since January of each figure of a package, by its indicator and place.
    private func figures(
        _ place: ExportPlace, _ period: String, _ audience: String, codes: [String: String] = [:]
    ) throws -> [String: (month: String, cumulative: String)] {
        let name = "\(period)-lan-1-\(audience)/du-lieu/so-lieu-\(period)-\(audience).csv"
        let rows = try place.text("reports/\(period)/xuat/\(name)").split(separator: "\r\n").map { csvCells($0) }
        let head = try #require(rows.first)
        let columns = try ["Mã chỉ tiêu", "Mã địa bàn", "Kỳ này", "Lũy kế từ đầu năm"].map {
            try #require(head.firstIndex(of: $0))
        }
        return Dictionary(
            rows.dropFirst().map { row in
                let code = codes[row[columns[0]]] ?? row[columns[0]]
                return ("\(code) \(row[columns[1]])", (row[columns[2]], row[columns[3]]))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Figures of October that are what two sums since January differ by: those suppressed, and those shown.
    private func subtracted(
        _ before: [String: (month: String, cumulative: String)], _ after: [String: (month: String, cumulative: String)]
    ) -> (suppressed: [String], shown: Int) {
        var (suppressed, shown): ([String], Int) = ([], 0)
        for (key, now) in after {
            guard let then = before[key], let first = Int(then.cumulative), let second = Int(now.cumulative) else {
                continue
            }
            if now.month == "(bm)" { suppressed.append("\(key): \(second - first)") }
            if Int(now.month) == second - first { shown += 1 }
        }
        return (suppressed, shown)
    }

    @Test func `two packages for the leadership are full, and where they are protected one subtraction gives nothing`()
        throws
    {
        for rule in ["full", "protected"] {
            let place = try place()
            try place.shell(
                "sed -i 's/^leadership_figures:.*/leadership_figures: \(rule)/' inputs/catalogue/organisation.yaml")
            try add("2026-10", to: place)
            for period in ["2026-09", "2026-10"] { try give(place, period, to: ["leadership"]) }
            let (before, after) = (
                try figures(place, "2026-09", "leadership"), try figures(place, "2026-10", "leadership")
            )
            let found = subtracted(before, after)
            #expect(found.suppressed.isEmpty, "\(found.suppressed)")
            #expect(after.values.contains { $0.month == "(bm)" } == (rule == "protected"))
            // The control: what is shown does follow.
            #expect(found.shown > 50)
        }
    }

    @Test(arguments: ["renamed", "threshold", "measure"])
    func `what was shown is remembered under another code, threshold or measure`(change: String) throws {
        let place = try place()
        try give(place, "2026-09", to: ["public"])
        switch change {
        case "renamed":
            try place.shell(
                "sed -i 's/\\bAN14\\b/AN24/g' inputs/catalogue/*.csv inputs/catalogue/*.yaml inputs/catalogue/reports/*.yaml"
            )
        case "threshold": try place.shell("sed -i '/^AN14,/s/,30,3,1,/,30,,0,/' \(Self.indicators)")
        default:
            try place.shell(
                "sed -i 's/tao_hon/cap_tao_hon/g' \(Self.indicators) && sed -i 's/{code: tao_hon,/{code: cap_tao_hon,/' inputs/catalogue/forms/03-an.yaml"
            )
        }
        try add("2026-10", to: place)
        try give(place, "2026-10", to: ["public"])
        let found = subtracted(
            try figures(place, "2026-09", "public"), try figures(place, "2026-10", "public", codes: ["AN24": "AN14"]))
        #expect(found.suppressed.isEmpty, "\(found.suppressed)")
        #expect(found.shown > 50)
    }

    @Test func `what partners hold and what is public give nothing together, nor do rounded figures`() throws {
        let place = try place()
        try place.shell("sed -i '/^partners:/a\\  protection: round' inputs/catalogue/audiences.yaml")
        try give(place, "2026-09", to: ["partners"])
        try add("2026-10", to: place)
        try give(place, "2026-10", to: ["public", "partners"])
        let (partners, open) = (try figures(place, "2026-09", "partners"), try figures(place, "2026-10", "public"))
        #expect(subtracted(partners, open).suppressed.isEmpty)
        let later = try figures(place, "2026-10", "partners")
        // All of them: a new one is watched with them.
        let sensitive = Set(try #require(Repository.catalogue).indicators.filter(\.isSensitive).map(\.code))
        #expect(sensitive.count >= 7)
        for (key, figure) in later where sensitive.contains(String(key.prefix(4))) {
            for text in [figure.month, figure.cumulative] {
                if let count = Int(text) { #expect(count.isMultiple(of: 5), "\(key): \(text)") }
            }
        }
        #expect(later.contains { $0.key.hasPrefix("AN01") && Int($0.value.month).map { $0 % 5 != 0 } == true })
        let notice = "làm tròn đến 5"
        #expect(try place.text("reports/2026-10/xuat/2026-10-lan-1-partners/doc-truoc.txt").contains(notice))
        #expect(!(try place.text("reports/2026-10/xuat/2026-10-lan-1-public/doc-truoc.txt")).contains(notice))
        // Made again, it is the same, and the ledger vouches for it.
        let package = try place.files("reports/2026-10/xuat")
        try place.shell("rm -r reports/2026-10/xuat")
        for audience in ["public", "partners"] {
            #expect(try place.run("export 2026-10 --audience \(audience) --now 2026-11-20T09:00+07:00").exit == 0)
        }
        #expect(try place.files("reports/2026-10/xuat") == package)
        #expect(try place.run("verify").exit == 0)
    }
}
