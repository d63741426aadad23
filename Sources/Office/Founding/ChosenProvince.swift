import CatalogueReading
import Domain

/// The province of a new office: one of the national register, with its registers, or one that is only named.
package struct ChosenProvince {
    package let code: String
    package let name: String
    /// `nil`: to be asked.
    package let type: String?
    package let registers: ProvinceRegisters?
    let folder: RegisterFolder?

    package init(
        code: String, name: String, type: String?, registers: ProvinceRegisters?, folder: RegisterFolder?
    ) {
        (self.code, self.name, self.type) = (code, name, type)
        (self.registers, self.folder) = (registers, folder)
    }

    /// What the office's catalogue holds from the start, by register.
    package func known(_ office: NewOffice) throws -> [String: [[String]]] {
        guard let registers, let folder else { return [:] }
        let list = TypicalList(
            office: office, communes: registers.communesSinceDistricts, successor: registers.successor,
            departments: try folder.typical("departments.csv"),
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
    package var districtNote: Bilingual? {
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
    package var summary: Bilingual? {
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
