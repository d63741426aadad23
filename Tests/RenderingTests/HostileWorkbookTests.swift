import Foundation
import Reporting
import Spreadsheet
import TestSupport
import Testing

@testable import Rendering

/// Hostile reports as workbooks, in the hands of others.
struct HostileWorkbookTests {
    /// Writes reports of these seeds in turn as annexes and as data, each with its dump beside it.
    private func write(_ seeds: Range<UInt64>, to folder: String) throws {
        for seed in seeds {
            let path = "\(folder)/\(seed)"
            let report = HostileReports.report(seed: seed)
            try WorkbookRenderer(seed % 4 < 2 ? .print : .data, asOf: SampleSet.asOf).write(report, to: path + ".xlsx")
            try Data(WorkbookDump.text(of: path + ".xlsx").utf8).write(to: URL(fileURLWithPath: path + ".txt"))
        }
    }

    @Test func `a hostile report is a workbook that says what it was given`() throws {
        let folder = try TemporaryFolder()
        try write(0..<12, to: folder.path)
        let forty = try String(contentsOfFile: "\(folder.path)/3.txt", encoding: .utf8)
        let sheets = Set(forty.split(separator: "\n").compactMap { $0.split(separator: "\t").first })
        #expect(sheets.count > 40)
        let texts = try (0..<12).map { try String(contentsOfFile: "\(folder.path)/\($0).txt", encoding: .utf8) }
            .joined()
        #expect(texts.contains("\ttext\t=1+1") && texts.contains("_x0041_") && !texts.contains("\u{FFFE}"))
        #expect(!texts.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }

    /// `TONGHOP_OFFICE=1`, with LibreOffice, openpyxl and, if it is there, calamine; `TONGHOP_HOSTILE` says how many.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
    func `Office: openpyxl, calamine and LibreOffice read hostile workbooks as they were written`() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["TONGHOP_HOSTILE"].flatMap { UInt64($0) } ?? 60
        let folder = try TemporaryFolder()
        try write(0..<count, to: folder.path)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            environment["TONGHOP_PYTHON"] ?? "python3", "\(Repository.root)/Tests/Oracle/workbooks.py", folder.path,
            "--office",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
