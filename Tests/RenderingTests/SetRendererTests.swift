import Foundation
import Reporting
import TestSupport
import Testing

@testable import Rendering

struct SetRendererTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ set: ReportSet, to name: String) throws -> [SetFile] {
        let path = "\(folder.path)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        return try SetRenderer().write(set, to: path)
    }

    @Test func `a set has its files under their names, English ones with a tail`() throws {
        let files = try write(SampleSet.draft(), to: "a")
        #expect(
            files.map(\.name) == [
                "bao-cao-2026-10-en.docx", "bao-cao-2026-10-en.txt", "bao-cao-2026-10.docx", "bao-cao-2026-10.txt",
                "don-doc.txt", "manifest.json", "phieu-phan-hoi/ca.txt", "phieu-phan-hoi/ca.xlsx",
                "phieu-phan-hoi/cat.txt",
                "phieu-phan-hoi/cat.xlsx", "phieu-phan-hoi/ub-00001.txt", "phieu-phan-hoi/ub-00001.xlsx",
                "so-lieu-2026-10-en.csv", "so-lieu-2026-10-en.xlsx", "so-lieu-2026-10.csv", "so-lieu-2026-10.xlsx",
                "tinh-hinh-gui.txt", "tong-hop-2026-10-en.txt", "tong-hop-2026-10-en.xlsx", "tong-hop-2026-10.txt",
                "tong-hop-2026-10.xlsx", "trang-tom-tat-2026-10-en.html", "trang-tom-tat-2026-10.html",
                "viec-can-quyet.csv",
            ])
        let manifest = try String(contentsOfFile: "\(folder.path)/a/manifest.json", encoding: .utf8)
        for file in files where file.name != "manifest.json" {
            #expect(manifest.contains("\"\(file.name)\"") && manifest.contains(file.sha256))
        }
    }

    @Test func `the same set gives the same files, whichever thread was first`() throws {
        let set = SampleSet.draft(returns: (0..<20).map { "don-vi-\($0)" })
        #expect(try write(set, to: "a") == write(set, to: "b"))
    }

    @Test(arguments: ["", "../x", ".an", "a/b"])
    func `a return whose name leaves the folder is an error`(name: String) {
        #expect(throws: PublishError.self) { try write(SampleSet.draft(returns: ["ca", name]), to: "a") }
    }
}
