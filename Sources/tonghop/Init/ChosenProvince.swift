import CatalogueReading
import Domain

/// The province of a new office: one of the national register, with its registers, or one that is only named.
struct ChosenProvince {
    let code: String
    let name: String
    /// `nil`: to be asked.
    let type: String?
    let registers: ProvinceRegisters?
    let folder: RegisterFolder?

    /// What the office's catalogue holds from the start, by register.
    func known(_ office: NewOffice) throws -> [String: [[String]]] {
        guard let registers, let folder else { return [:] }
        let list = TypicalList(
            office: office, communes: registers.communes, departments: try folder.typical("departments.csv"),
            obligations: try folder.typical("obligations.csv"), sources: try folder.typical("sources.csv"))
        let columns = Dictionary(CatalogueReader.registers.map { ($0.name, $0.columns) }, uniquingKeysWith: { $1 })
        return [
            "units.csv": registers.units, "unit_changes.csv": registers.changes,
            "open_points.csv": registers.openPoints,
            "departments.csv": list.departmentRows(columns: columns["departments.csv"] ?? []),
            "obligations.csv": list.obligationRows(columns: columns["obligations.csv"] ?? []),
            "sources.csv": list.sourceRows(columns: columns["sources.csv"] ?? []),
        ]
    }

    /// How communes over several former districts were put, said under the tables by district.
    var districtNote: Bilingual? {
        guard let registers else { return nil }
        let count = registers.communes.count { !$0.isDistrictCertain }
        let (vi, en) = (
            "Theo địa giới cấp huyện trước 01/7/2025, chỉ để so sánh",
            "Former districts as before 1 July 2025, for comparison only"
        )
        guard count > 0 else { return Bilingual(vi: vi + ".", en: en + ".") }
        return Bilingual(
            vi: vi
                + "; \(Language.vi.count(count)) xã, phường gồm phần của nhiều huyện cũ xếp theo huyện có nhiều đơn vị nhất.",
            en: en
                + "; \(Language.en.count(count)) communes over several of them count under the one with most of their parts."
        )
    }

    /// What was taken from the register, for whoever set the office up.
    var summary: Bilingual? {
        guard let registers, let folder else { return nil }
        let communes = registers.communes.count
        let areas = Set(registers.communes.map(\.district)).count
        let (open, province) = (registers.openPoints.count, registers.province)
        let asOf = folder.register.asOf
        return Bilingual(
            vi: "\(province.fullName) (\(province.code)): \(Language.vi.count(communes)) xã, phường, đặc khu, "
                + "\(Language.vi.count(areas)) địa bàn, \(Language.vi.count(registers.changes.count)) biến động, "
                + "\(Language.vi.count(open)) điểm chưa chắc; sổ đăng ký đến \(asOf.map(Language.vi.date) ?? "") (“\(folder.path)”).",
            en: "\(province.fullName) (\(province.code)): \(Language.en.count(communes)) communes, "
                + "\(Language.en.count(areas)) districts, \(Language.en.count(registers.changes.count)) changes, "
                + "\(Language.en.count(open)) open points; register as of \(asOf.map(Language.en.date) ?? "") (“\(folder.path)”)."
        )
    }
}

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
        let found = try RegisterFolder.find(named: register, office: folder, questions.console)
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
