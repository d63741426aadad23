import Foundation
import Spreadsheet
import Testing

/// Figures of small offices that the contract settles, and that were once given otherwise.
struct FigureCaseTests {
    @Test(arguments: FigureCase.all)
    func `an office's figures are those that its contract gives`(_ office: FigureCase) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("số liệu \(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try office.layOut(in: root)
        let program = try #require(BuiltProgram(), "the program is not built")
        for command in try office.commands {
            #expect([0, 1].contains(try Ending(of: program.path, command + ["--quiet"], in: root).exit), "\(command)")
        }
        let figures = DraftFigures(root: root)
        let expectations = try office.expectations
        #expect(!expectations.isEmpty)
        for expected in expectations {
            let value = try figures.value(expected)
            #expect(value == expected.value, "\(expected)")
        }
    }

    @Test func `the cases are all there`() { #expect(FigureCase.all.count >= 17) }

    /// The sample month without the form that owes crimes against social order: the register stands in for it, and no
    /// output takes that for the whole.
    @Test func `a figure of the register in place of the sheet is provisional in every output`() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("thiếu biểu \(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let inputs = SmallOffice.repository.appendingPathComponent("inputs")
        let manager = FileManager.default
        let folder = root.appendingPathComponent("inputs/submissions")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try manager.copyItem(
            at: inputs.appendingPathComponent("catalogue"), to: root.appendingPathComponent("inputs/catalogue"))
        try manager.copyItem(
            at: inputs.appendingPathComponent("submissions/2026-10"), to: folder.appendingPathComponent("2026-10"))
        try manager.removeItem(at: folder.appendingPathComponent("2026-10/CAT-03-an.csv"))
        let program = try #require(BuiltProgram(), "the program is not built")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = ["run", "2026-10", "--now", "2026-10-20T17:00+07:00", "--quiet"]
        process.currentDirectoryURL = root
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        let draft = root.appendingPathComponent("reports/2026-10/du-thao")
        func text(_ name: String) throws -> String {
            try String(contentsOf: draft.appendingPathComponent(name), encoding: .utf8)
        }
        let figures = try text("so-lieu-2026-10.csv").split(whereSeparator: \.isNewline).filter {
            $0.contains(",AN01,")
        }
        #expect(figures.count > 80)
        #expect(figures.allSatisfy { !$0.contains(",chính thức,") })
        #expect(figures.allSatisfy { $0.contains("biểu 05/VỤ thay biểu 03/AN (Công an tỉnh)") })
        for name in ["tong-hop-2026-10.txt", "bao-cao-2026-10.txt", "phieu-phan-hoi/cat.txt"] {
            #expect(try text(name).contains("05/VỤ"), "\(name)")
        }
        let crimes = try text("tong-hop-2026-10.txt").split(whereSeparator: \.isNewline).filter {
            $0.contains("Vụ TTXH xảy ra") && $0.contains(" vụ ")
        }
        #expect(!crimes.isEmpty)
        #expect(crimes.allSatisfy { $0.contains("(sb)") }, "\(crimes)")
        try expectProvisional(WorkbookDump.text(of: draft.appendingPathComponent("tong-hop-2026-10.xlsx").path))
        try expectProvisional(WorkbookDump.text(of: draft.appendingPathComponent("so-lieu-2026-10.xlsx").path))
    }

    /// Every number of this period in a row of the indicator bears the mark in its format.
    private func expectProvisional(_ dump: String) throws {
        let name = "Số vụ phạm tội về trật tự xã hội xảy ra"
        var rows: [String: [[String]]] = [:]
        for line in dump.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 3, !fields[1].hasPrefix("(") else { continue }
            rows[fields[0] + "!" + fields[1].filter(\.isNumber), default: []].append(fields)
        }
        let own = rows.values.filter { row in row.contains { $0[3] == name } }
        let first = own.compactMap { row in row.first { $0[2] == "number" || $0[2] == "formula" } }
        #expect(!first.isEmpty)
        for cell in first { #expect(cell.last?.contains("(sb)") == true, "\(cell)") }
    }
}
