import CatalogueReading
import Domain
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The sample in `inputs/`, under the real catalogue.
struct RealSubmissionsTests {
    /// The two that straddle a change of communes, and the two with planted errors.
    private static let months = ["2025-02", "2025-07", "2026-09", "2026-10"]

    @Test func `nearly every sample file is accepted, and each is known for what it is`() throws {
        let (catalogue, _) = CatalogueReader.read(try Repository.catalogueFiles(), digest: "real")
        let reader = SubmissionReader(catalogue: try #require(catalogue))
        let folder = "\(Repository.root)/inputs/submissions"
        let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
            .filter { name in Self.months.contains { name.hasPrefix($0 + "/") } && name.contains(".") }
        var accepted = 0
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            let reading = SmallFile.read(bytes, as: name, reader: reader)
            #expect(reading.slice != nil, "\(name)")
            if reading.state == .accepted { accepted += 1 }
        }
        #expect(names.isEmpty || accepted * 10 > names.count * 9)
    }

    @Test(arguments: ["01-dt", "02-tt", "03-an", "04-lop", "05-vu"])
    func `every real form is known by its own header`(_ code: String) throws {
        let (found, _) = CatalogueReader.read(try Repository.catalogueFiles(), digest: "real")
        let catalogue = try #require(found)
        let form = try #require(catalogue.form(code))
        let department = try #require(catalogue.obligations.last { $0.form == code }).department
        let header = form.columns.map { "\"\($0.name)\"" }.joined(separator: ",")
        let text = "\"Ô trống và xã, phường không ghi tên: không phát sinh\"\n" + header + "\n"
        let reading = SmallFile.read(
            [UInt8](text.utf8), as: "2026-10/\(department)-\(code).csv", reader: SubmissionReader(catalogue: catalogue))
        #expect(reading.findings == [])
        #expect(reading.form == code)
        #expect(reading.measures == form.measures.map(\.code))
    }
}
