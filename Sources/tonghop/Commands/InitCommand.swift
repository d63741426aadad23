import ArgumentParser
import Domain
import Foundation
import Office

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

    @Option(help: "Province, as it is called in any spelling, or its code: “Điện Biên”, dien bien, 11.")
    var province: String?

    @Option(help: ArgumentHelp("Folder of the national register.", valueName: "dir"), transform: \.literalPath)
    var register: String?

    @Option(help: "Code of a province that the register does not have.")
    var provinceCode: String?

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

    func validate() throws {
        // Below an empty path would be what lies at the top of the disk.
        guard folder.isEmpty else { return }
        throw ValidationError(
            Bilingual(
                vi: "ghi tên thư mục của cơ quan, không để trống", en: "name the office's folder, not an empty name"))
    }

    func run() throws {
        try options.perform { _ in
            let questions = Questions(options.console)
            let (office, target, summary) = try nation ? ofNation(questions) : ofProvince(questions)
            try target.make(office, today: options.clock.day(in: office.timeZone))
            try options.result(Output(catalogue: target.catalogue), or: target.catalogue)
            if let summary { options.console.say(summary) }
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

    private func ask(_ questions: Questions, _ chosen: ChosenProvince) throws -> NewOffice {
        let isKnown = chosen.registers != nil
        let type =
            try chosen.type
            ?? questions.answer(
                provinceType, option: "--province-type",
                Bilingual(vi: "Loại: tỉnh hoặc thành phố", en: "Type: tỉnh or thành phố"), usual: "tỉnh")
        let office = try questions.answer(
            agency, option: "--agency", Bilingual(vi: "Tên cơ quan tổng hợp", en: "Name of the office"),
            usual: isKnown ? "Sở Dân tộc và Tôn giáo" : nil)
        let short = try questions.answer(
            abbreviation, option: "--abbreviation",
            Bilingual(vi: "Tên viết tắt của cơ quan (dùng trong tên tệp)", en: "Abbreviation (used in file names)"),
            usual: isKnown ? "SDTTG" : nil, fault: Questions.faultOfCode)
        let parent = try questions.answer(
            parentAgency, option: "--parent-agency", Bilingual(vi: "Cơ quan chủ quản", en: "What stands above it"),
            usual: "Ủy ban nhân dân \(type) \(chosen.name)")
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
        var made = NewOffice(
            provinceCode: chosen.code, province: chosen.name, provinceType: type, agency: office, abbreviation: short,
            parentAgency: parent, signerTitle: title, timeZone: zone, calendar: calendar ?? .decree09,
            deadlineDays: Int(days) ?? 2)
        if let note = chosen.districtNote { made.districtNote = note }
        return made
    }

    private func ofProvince(
        _ questions: Questions
    ) throws -> (office: NewOffice, target: OfficeFolder, summary: Bilingual?) {
        let choice = ProvinceAnswer(
            folder: folder, register: register, code: provinceCode, name: province,
            others: [("--agency", agency), ("--abbreviation", abbreviation)])
        let chosen = try choice.ask(questions)
        let office = try ask(questions, chosen)
        let target = OfficeFolder(path: folder, model: try model(), known: try chosen.known(office))
        return (office, target, chosen.summary)
    }

    /// The whole has one name; only the office is asked for.
    private func ofNation(
        _ questions: Questions
    ) throws -> (office: NewOffice, target: OfficeFolder, summary: Bilingual?) {
        try questions.refuseUnanswerable([("--agency", agency), ("--abbreviation", abbreviation)])
        let name = try questions.answer(
            agency, option: "--agency", Bilingual(vi: "Tên cơ quan tổng hợp", en: "Name of the office"), usual: nil)
        let short = try questions.answer(
            abbreviation, option: "--abbreviation",
            Bilingual(vi: "Tên viết tắt của cơ quan (dùng trong tên tệp)", en: "Abbreviation (used in file names)"),
            usual: nil, fault: Questions.faultOfCode)
        guard let zone = TimeZone(identifier: timeZone) else {
            throw Failure(
                Bilingual(vi: "không có múi giờ “\(timeZone)”", en: "there is no time zone “\(timeZone)”"), .wrongUsage)
        }
        var office = NewOffice(
            provinceCode: NationCatalogue.code, province: "Việt Nam", provinceType: Unit.country, agency: name,
            abbreviation: short, parentAgency: parentAgency ?? "Chính phủ", signerTitle: signer ?? "Bộ trưởng",
            timeZone: zone, calendar: calendar ?? .decree09, deadlineDays: deadlineDays ?? 5)
        office.districtNote = NationCatalogue.districtNote
        let model = try model()
        let catalogue = NationCatalogue(model: model, register: try NationCatalogue.register(named: register))
        return (office, OfficeFolder(path: folder, model: model, nation: catalogue), nil)
    }

    private static func faultOfDays(_ text: String) -> Bilingual? {
        Int(text).map { (0...366).contains($0) } == true
            ? nil : Bilingual(vi: "“\(text)”: ghi số ngày, ví dụ 2", en: "“\(text)”: a number of days, such as 2")
    }

    /// The catalogue to begin from: named, or what is installed beside the program.
    private func model() throws -> String {
        if let from { return from }
        guard let shipped = ShippedFolder.find("catalogue", in: "inputs/catalogue") else {
            throw Failure(
                Bilingual(
                    vi: "không có danh mục mẫu cạnh chương trình; chỉ một danh mục có sẵn bằng --from",
                    en: "there is no model catalogue beside the program; name one with --from"))
        }
        return shipped
    }
}

extension PeriodCalendar: ExpressibleByArgument {}
