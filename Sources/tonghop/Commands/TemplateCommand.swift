import ArgumentParser
import Domain
import Rendering
import Reporting

/// `tonghop template`: a department's own form, empty, as a workbook and as CSV.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Lập biểu mẫu để một đơn vị điền. / Makes a form for a department to fill in.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Code of the department, such as CAT.")
    var department: String

    @Argument(help: "Code of the form, such as 03-an.")
    var form: String

    @Argument(help: "Period, such as 2026-11; the one that is running where none is named.")
    var period: Period?

    @Option(help: ArgumentHelp("Folder to write into.", valueName: "dir"), transform: \.literalPath)
    var output = "."

    func run() throws {
        try options.perform {
            let catalogue = try options.workplace.loadCatalogue(options.console).catalogue
            let now = options.clock.local(in: catalogue.organisation.timeZone)
            let request = TemplateRequest(department: department, form: form, period: period)
            do {
                let template = try request.template(from: catalogue, today: now.day)
                let clock = WallClock(day: now.day, hour: now.hour, minute: now.minute, second: now.second)
                let paths = try TemplateRenderer(madeAt: clock).write(template, to: output).map(shown)
                try options.result(Output(files: paths), or: paths.joined(separator: "\n"))
            } catch let refusal as TemplateRequest.Refusal {
                throw Failure(refusal.text, .wrongUsage)
            } catch let error as TemplateIsThere {
                throw Failure(
                    Bilingual(
                        vi:
                            "đã có tệp “\(shown(error.path))”, có thể đã được điền; đổi tên, xóa tệp đó hoặc chọn thư mục khác bằng "
                            + "--output",
                        en:
                            "“\(shown(error.path))” is there already, and may be filled in; move it, or name another folder with "
                            + "--output"))
            }
            return .done
        }
    }

    private struct Output: Encodable {
        let files: [String]
    }

    private func shown(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}
