import Domain
import Foundation
import Intake
import Rendering
import Reporting
import TestSupport
import Testing

/// The templates in the hands of another spreadsheet program; `TONGHOP_OFFICE=1`, with LibreOffice and openpyxl.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
struct TemplateOfficeTests {
    @Test func `every workbook, filled in and saved as CSV, comes back without an error or a query`() throws {
        let folder = try TemporaryFolder()
        let renderer = TemplateRenderer(madeAt: TemplateTests.clock)
        for owed in FilledTemplates.all {
            _ = try renderer.write(owed.template, to: folder.path)
            let values = owed.template.columns.map { column -> String in
                if case .decimal = column.entry { return "1.5" }
                return owed.template.typed(column) ?? ""
            }
            let plan: [String: Any] = [
                "above": owed.template.linesAbove.count, "rows": max(owed.template.rows.count, 1), "values": values,
                "dates": owed.template.columns.map { if case .day = $0.entry { true } else { false } },
                "numbers": owed.template.columns.map { column in
                    switch column.entry {
                    case .whole, .decimal: true
                    default: false
                    }
                },
            ]
            let json = try JSONSerialization.data(withJSONObject: plan)
            try json.write(to: URL(fileURLWithPath: "\(folder.path)/\(owed.template.name).json"))
        }
        // `scripts/test` names one that has openpyxl.
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        #expect(try run("/usr/bin/env", [python, "-c", Self.filling, folder.path]) == 0)
        let workbooks = FilledTemplates.all.map { "\(folder.path)/\($0.template.name).xlsx" }
        let conversion = [
            "-env:UserInstallation=file://\(NSTemporaryDirectory())/tonghop-office-\(getpid())", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", "\(folder.path)/gui",
        ]
        #expect(try run("/usr/bin/soffice", conversion + workbooks) == 0)
        for owed in FilledTemplates.all {
            let file = URL(fileURLWithPath: "\(folder.path)/gui/\(owed.template.name).csv")
            let reading = try #require(
                FilledTemplates.read([UInt8](try Data(contentsOf: file)), as: owed.path))
            #expect(reading.findings.filter { $0.level != .note }.map(\.message.vi) == [], "\(owed)")
            #expect(reading.rowsCounted == max(owed.template.rows.count, 1), "\(owed)")
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Types into every empty cell of the table, as the plan beside each workbook says.
    private static let filling = """
        import datetime, glob, json, sys, openpyxl
        for name in glob.glob(sys.argv[1] + '/*.xlsx'):
            plan = json.load(open(name[:-5] + '.json'))
            book = openpyxl.load_workbook(name)
            sheet = book.worksheets[0]
            assert sheet.data_validations.count > 1, name
            assert sheet.freeze_panes, name
            for row in range(plan['above'] + 2, plan['above'] + 2 + plan['rows']):
                for column, value in enumerate(plan['values']):
                    cell = sheet.cell(row, column + 1)
                    if cell.value is not None or not value: continue
                    if plan['dates'][column]:
                        cell.value = datetime.datetime.strptime(value, '%d/%m/%Y')
                        cell.number_format = 'dd/mm/yyyy'
                    else:
                        cell.value = float(value) if plan['numbers'][column] else value
            book.save(name)
        """
}
