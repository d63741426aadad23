import ArgumentParser
import Domain
import Foundation

/// `tonghop init`: the folders of an office of another province, with a catalogue to be filled in.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Lập thư mục cho một cơ quan mới. / Sets up the folders of a new office.",
        discussion: """
            Hỏi trên cửa sổ dòng lệnh những gì chưa ghi bằng tùy chọn. Sau đó điền danh mục theo chỉ dẫn của \
            “tonghop check --catalogue”. / Asks on a terminal for what no option says; then “tonghop check --catalogue” leads on.
            """)

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of the office.", transform: \.literalPath)
    var folder: String

    @Option(help: "Code of the province, such as 12.")
    var provinceCode: String?

    @Option(help: "Name of the province, without its type.")
    var province: String?

    @Option(help: "Type of the province: tỉnh or thành phố.")
    var provinceType: String?

    @Option(help: "Name of the office.")
    var agency: String?

    @Option(help: "Abbreviation of the office, which is its code in file names.")
    var abbreviation: String?

    @Option(help: "What stands above the office.")
    var parentAgency: String?

    @Option(help: "Title of who signs.")
    var signer: String?

    @Option(help: "Days of a month: decree09 (the 15th to the 14th) or calendar.")
    var calendar: PeriodCalendar?

    @Option(help: ArgumentHelp("Working days after a period's end to send in.", valueName: "days"))
    var deadlineDays: Int?

    @Option(help: "Time zone of the office.")
    var timeZone = "Asia/Ho_Chi_Minh"

    @Option(
        help: ArgumentHelp("Catalogue whose forms, indicators, code lists and reports are taken.", valueName: "dir"),
        transform: \.literalPath)
    var from: String?

    @Flag(help: "An office that adds up the packages of provinces.")
    var nation = false

    @Option(
        help: ArgumentHelp("Register of provinces and communes, with --nation.", valueName: "file"),
        transform: \.literalPath)
    var register: String?

    func run() throws {
        try options.perform {
            let office = try nation ? askForNation() : ask()
            var target = OfficeFolder(path: folder, model: try model())
            if nation { target.nation = NationCatalogue(model: target.model, register: try nationalRegister()) }
            try target.make(office, today: options.clock.day(in: office.timeZone))
            try options.result(Output(catalogue: target.catalogue), or: target.catalogue)
            options.console.say(
                Bilingual(
                    vi:
                        "Đã lập. Tiếp theo: “tonghop check --catalogue --inputs \(folder)/inputs” chỉ ra từng danh mục cần điền.",
                    en:
                        "Made. Next: “tonghop check --catalogue --inputs \(folder)/inputs” names each register to be filled in."
                ))
            return .done
        }
    }

    private struct Output: Encodable {
        let catalogue: String
    }

    private func ask() throws -> NewOffice {
        let questions = Questions(options.console)
        try questions.refuseUnanswerable([
            ("--province-code", provinceCode), ("--province", province), ("--agency", agency),
            ("--abbreviation", abbreviation),
        ])
        let code = try questions.answer(
            provinceCode, option: "--province-code", Bilingual(vi: "Mã tỉnh", en: "Code of the province"), usual: nil,
            fault: Questions.faultOfCode)
        let name = try questions.answer(
            province, option: "--province",
            Bilingual(vi: "Tên tỉnh (không ghi chữ tỉnh)", en: "Name of the province"), usual: nil)
        let type = try questions.answer(
            provinceType, option: "--province-type",
            Bilingual(vi: "Loại: tỉnh hoặc thành phố", en: "Type: tỉnh or thành phố"), usual: "tỉnh")
        let office = try questions.answer(
            agency, option: "--agency", Bilingual(vi: "Tên cơ quan tổng hợp", en: "Name of the office"), usual: nil)
        let short = try questions.answer(
            abbreviation, option: "--abbreviation",
            Bilingual(vi: "Tên viết tắt của cơ quan (dùng trong tên tệp)", en: "Abbreviation (used in file names)"),
            usual: nil, fault: Questions.faultOfCode)
        let parent = try questions.answer(
            parentAgency, option: "--parent-agency", Bilingual(vi: "Cơ quan chủ quản", en: "What stands above it"),
            usual: "Ủy ban nhân dân \(type) \(name)")
        let title = try questions.answer(
            signer, option: "--signer", Bilingual(vi: "Chức danh người ký", en: "Title of who signs"), usual: "Giám đốc"
        )
        let days = try questions.answer(
            deadlineDays.map { "\($0)" }, option: "--deadline-days",
            Bilingual(vi: "Hạn gửi: số ngày làm việc sau ngày cuối kỳ", en: "Working days to send in"), usual: "2",
            fault: InitCommand.faultOfDays)
        guard let zone = TimeZone(identifier: timeZone) else {
            throw Failure(
                Bilingual(vi: "không có múi giờ “\(timeZone)”", en: "there is no time zone “\(timeZone)”"), .wrongUsage)
        }
        return NewOffice(
            provinceCode: code, province: name, provinceType: type, agency: office, abbreviation: short,
            parentAgency: parent, signerTitle: title, timeZone: zone, calendar: calendar ?? .decree09,
            deadlineDays: Int(days) ?? 2)
    }

    /// The whole has one name; only the office is asked for.
    private func askForNation() throws -> NewOffice {
        let questions = Questions(options.console)
        try questions.refuseUnanswerable([("--agency", agency), ("--abbreviation", abbreviation)])
        let office = try questions.answer(
            agency, option: "--agency", Bilingual(vi: "Tên cơ quan tổng hợp", en: "Name of the office"), usual: nil)
        let short = try questions.answer(
            abbreviation, option: "--abbreviation",
            Bilingual(vi: "Tên viết tắt của cơ quan (dùng trong tên tệp)", en: "Abbreviation (used in file names)"),
            usual: nil, fault: Questions.faultOfCode)
        guard let zone = TimeZone(identifier: timeZone) else {
            throw Failure(
                Bilingual(vi: "không có múi giờ “\(timeZone)”", en: "there is no time zone “\(timeZone)”"), .wrongUsage)
        }
        return NewOffice(
            provinceCode: NationCatalogue.code, province: "Việt Nam", provinceType: Unit.country, agency: office,
            abbreviation: short, parentAgency: parentAgency ?? "Chính phủ", signerTitle: signer ?? "Bộ trưởng",
            timeZone: zone, calendar: calendar ?? .decree09, deadlineDays: deadlineDays ?? 5)
    }

    private func nationalRegister() throws -> String {
        if let register { return register }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let installed = program.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("share/tonghop/register/vietnam-units.csv").path
        guard InputFile.isRegular(installed) else {
            throw Failure(
                Bilingual(
                    vi: "không có danh mục đơn vị hành chính ở “\(installed)”; chỉ tệp bằng --register",
                    en: "there is no register of units in “\(installed)”; name one with --register"))
        }
        return installed
    }

    private static func faultOfDays(_ text: String) -> Bilingual? {
        Int(text).map { (0...366).contains($0) } == true
            ? nil : Bilingual(vi: "“\(text)”: ghi số ngày, ví dụ 2", en: "“\(text)”: a number of days, such as 2")
    }

    /// The catalogue to begin from: named, or what is installed beside the program.
    private func model() throws -> String {
        if let from { return from }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let installed = program.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("share/tonghop/catalogue").path
        guard InputFile.isFolder(installed) else {
            throw Failure(
                Bilingual(
                    vi: "không có danh mục mẫu ở “\(installed)”; chỉ một danh mục có sẵn bằng --from",
                    en: "there is no model catalogue in “\(installed)”; name one with --from"))
        }
        return installed
    }
}

extension PeriodCalendar: ExpressibleByArgument {}
