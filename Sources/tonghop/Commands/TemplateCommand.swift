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

    @Argument(help: "Code of the department, such as CAT; with --all the period.")
    var department: String?

    @Argument(help: "Code of the form, such as 03-an; all that the department sends where none is named.")
    var form: String?

    @Argument(help: "Period, such as 2026-11; the one that is running where none is named.")
    var period: Period?

    @Flag(help: "All forms that all departments send in a period.")
    var all = false

    @Flag(help: "The officer's list of decisions, xu-ly.xlsx, with what xu-ly.csv holds now.")
    var decisions = false

    @Flag(help: "Who owes which form and whose figures count, phan-cong.xlsx, to be ticked.")
    var assignments = false

    @Flag(
        help:
            "A form that the catalogue does not have: asks for its columns, or takes them from a file, and writes it there."
    )
    var newForm = false

    @Option(
        help: ArgumentHelp(
            "Of a new form: the list that --blank makes, filled in, or a department's own table.", valueName: "file"),
        transform: \.literalPath)
    var from: String?

    @Option(help: ArgumentHelp("Of a new form: one answer, such as “Mã biểu=06-vay”.", valueName: "key=value"))
    var answer: [String] = []

    @Flag(help: "Of a new form: the list of its columns to be filled in, bieu-moi.xlsx.")
    var blank = false

    @Option(help: ArgumentHelp("Folder to write into.", valueName: "dir"), transform: \.literalPath)
    var output = "."

    func validate() throws {
        let lists = [decisions, assignments, newForm, all].count { $0 }
        let ofNewForm = newForm ? !blank || from == nil && answer.isEmpty : from == nil && answer.isEmpty && !blank
        let isOfAll = form == nil && (department.map { Period($0) != nil } ?? true)
        guard ofNewForm, lists == 1 ? all ? isOfAll : department == nil : lists == 0 && department != nil else {
            throw ValidationError(
                "template DEPARTMENT [FORM] [PERIOD] | template --all [PERIOD] | template --decisions | template --assignments | "
                    + "template --new-form [--from FILE] [--answer KEY=VALUE] | template --new-form --blank")
        }
    }

    func run() throws {
        if newForm {
            return try NewFormRun(options: options, from: from, given: answer).run(blankTo: blank ? output : nil)
        }
        try options.perform { desk in
            let paths = try desk.template(wanted, to: output)
            try options.result(Output(files: paths), or: paths.joined(separator: "\n"))
            return .done
        }
    }

    private var wanted: WantedTemplate {
        if assignments { return .assignments }
        if all { return .owed(OwedTemplates(department: nil, period: department.flatMap { Period($0) })) }
        guard let department, !decisions else { return .decisions }
        guard let form else { return .owed(OwedTemplates(department: department, period: nil)) }
        if let period = Period(form) { return .owed(OwedTemplates(department: department, period: period)) }
        return .form(TemplateRequest(department: department, form: form, period: period))
    }

    private struct Output: Encodable {
        let files: [String]
    }
}
