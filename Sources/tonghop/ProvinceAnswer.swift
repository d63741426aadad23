import CatalogueReading
import Domain
import Office

/// What was said of the province, and what is still to be asked.
struct ProvinceAnswer {
    /// Of the office.
    let folder: String
    /// Of the register, where one is named.
    let register: String?
    let code: String?
    let name: String?
    /// What is asked beside it of an office whose province is in no register.
    let others: [(option: String, given: String?)]

    func ask(_ questions: Questions) throws -> ChosenProvince {
        if code == nil || name == nil { try questions.refuseUnanswerable([("--province", name ?? code)]) }
        let found = try RegisterFolder.find(
            named: register, office: folder,
            tell: { event in
                if case .warning(let text) = event { questions.console.warn(text) }
            })
        guard let found else {
            if name != nil, code == nil { throw Failure(.withoutRegister, .wrongUsage) }
            return try unregistered(questions)
        }
        if let typed = name ?? code {
            let choice = ProvinceChoice(typed, in: found.register)
            if case .found(let province) = choice {
                try refuseOther(province, found.register)
                return chosen(province, found)
            }
            if code != nil { return try unregistered(questions) }
            throw Failure(ProvinceAnswer.words(choice, typed, found.register), .wrongUsage)
        }
        var answer: NationalUnit?
        _ = try questions.answer(
            nil, option: "--province", Bilingual(vi: "Tỉnh, thành phố", en: "Province"), usual: nil
        ) { typed in
            let choice = ProvinceChoice(typed, in: found.register)
            guard case .found(let province) = choice else {
                return ProvinceAnswer.words(choice, typed, found.register)
            }
            answer = province
            return nil
        }
        guard let answer else { return try unregistered(questions) }
        return chosen(answer, found)
    }

    private func chosen(_ province: NationalUnit, _ folder: RegisterFolder) -> ChosenProvince {
        ChosenProvince(
            code: province.code, name: province.name, type: province.type,
            registers: ProvinceRegisters(of: province, in: folder.register), folder: folder)
    }

    /// A code that is another province's than the name's.
    private func refuseOther(_ province: NationalUnit, _ register: NationalRegister) throws {
        guard let code, name != nil, ProvinceChoice(code, in: register) != .found(province) else { return }
        throw Failure(
            Bilingual(
                vi:
                    "--province-code \(code) không phải mã của \(province.fullName) (\(province.code)); bỏ --province-code",
                en: "--province-code \(code) is not the code of \(province.fullName) (\(province.code)); leave it out"),
            .wrongUsage)
    }

    private func unregistered(_ questions: Questions) throws -> ChosenProvince {
        try questions.refuseUnanswerable([("--province-code", code), ("--province", name)] + others)
        let code = try questions.answer(
            code, option: "--province-code", Bilingual(vi: "Mã tỉnh", en: "Code of the province"), usual: nil,
            fault: Questions.faultOfCode)
        let name = try questions.answer(
            name, option: "--province",
            Bilingual(vi: "Tên tỉnh (không ghi chữ tỉnh)", en: "Name of the province"), usual: nil)
        return ChosenProvince(code: code, name: name, type: nil, registers: nil, folder: nil)
    }

    private static func words(_ choice: ProvinceChoice, _ typed: String, _ register: NationalRegister) -> Bilingual {
        func list(_ units: [NationalUnit]) -> String { units.map { "\($0.name) (\($0.code))" }.joined(separator: ", ") }
        switch choice {
        case .found(let province): return Bilingual(vi: province.fullName, en: province.fullName)
        case .former(let former, let now):
            return Bilingual(
                vi: "\(former.fullName) (mã cũ \(former.code)) từ 01/7/2025 thuộc \(now.fullName) (\(now.code)); "
                    + "lập cơ quan của tỉnh mới: --province \"\(now.name)\"",
                en:
                    "\(former.fullName) (former code \(former.code)) is part of \(now.fullName) (\(now.code)) since 1 July 2025; "
                    + "set up the office of the new province: --province \"\(now.name)\"")
        case .unclear(let near) where !near.isEmpty:
            return Bilingual(
                vi: "“\(typed)” không phải tên một tỉnh, thành phố; có phải: \(list(near))?",
                en: "“\(typed)” names no one province; was it: \(list(near))?")
        case .unclear:
            return Bilingual(
                vi: "không có tỉnh, thành phố “\(typed)”; sổ đăng ký có: \(list(register.provinces))",
                en: "there is no province “\(typed)”; those of the register: \(list(register.provinces))")
        }
    }
}

extension Bilingual {
    fileprivate static let withoutRegister = Bilingual(
        vi:
            "không có sổ đăng ký đơn vị hành chính cạnh chương trình; chỉ thư mục của sổ bằng --register, hoặc ghi --province-code "
            + "để tự điền units.csv",
        en:
            "there is no register of units beside the program; name its folder with --register, or give --province-code and fill in "
            + "units.csv yourself")
}
