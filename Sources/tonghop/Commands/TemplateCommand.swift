import ArgumentParser
import Domain
import Office
import Reporting

/// `tonghop template`: a department's own form, empty, as a workbook and as CSV; or the officer's list of decisions.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Lập biểu mẫu để một đơn vị điền. / Makes a form for a department to fill in.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Code of the department, such as CAT.")
    var department: String?

    @Argument(help: "Code of the form, such as 03-an.")
    var form: String?

    @Argument(help: "Period, such as 2026-11; the one that is running where none is named.")
    var period: Period?

    @Flag(help: "The officer's list of decisions, xu-ly.xlsx, with what xu-ly.csv holds now.")
    var decisions = false

    @Flag(help: "Who owes which form and whose figures count, phan-cong.xlsx, to be ticked.")
    var assignments = false

    @Option(help: ArgumentHelp("Folder to write into.", valueName: "dir"), transform: \.literalPath)
    var output = "."

    func validate() throws {
        let isOfForm = department != nil && form != nil
        guard decisions || assignments ? department == nil && decisions != assignments : isOfForm else {
            throw ValidationError("template DEPARTMENT FORM [PERIOD] | template --decisions | template --assignments")
        }
    }

    func run() throws {
        try options.perform { desk in
            let paths = try desk.template(wanted, to: output)
            try options.result(Output(files: paths), or: paths.joined(separator: "\n"))
            return .done
        }
    }

    private var wanted: WantedTemplate {
        if assignments { return .assignments }
        guard let department, let form, !decisions else { return .decisions }
        return .form(TemplateRequest(department: department, form: form, period: period))
    }

    private struct Output: Encodable {
        let files: [String]
    }
}
