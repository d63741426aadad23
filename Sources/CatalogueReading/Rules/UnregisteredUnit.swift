import Domain

/// Areas, committees, targets and populations are of units in `units.csv`, valid at that time.
enum UnregisteredUnit: CatalogueRule {
    static let code = "unregistered-unit"
    static let page = Bilingual(
        vi: """
            Mã đơn vị hành chính được nêu (đơn vị của UBND, địa bàn báo cáo, kế hoạch, dân số, mã tỉnh) không có \
            trong units.csv vào thời gian đó. Excel hay làm mất số 0 ở đầu mã: 00123 thành 123; định dạng cột mã là \
            Văn bản. UBND của xã đã sáp nhập thì ghi valid_to, successor vào dòng của nó ở departments.csv.
            """,
        en: """
            The unit named (of a committee, an area, a target, a population, the province) is not in units.csv at \
            that time. Excel drops leading zeros (00123 becomes 123): format columns of codes as text. The committee of a commune that \
            was merged gets its valid_to and successor in departments.csv.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.units.isKnown else { return }
        func require(_ code: String?, _ time: Validity, at position: Position) {
            guard let code, !code.isEmpty else { return }
            let states = draft.unitsByCode[code] ?? []
            if !states.contains(where: { !$0.isSound || $0.value.validity.overlaps(time) }) {
                findings.add(self, at: position, value: code, .unregistered(code))
            }
        }
        for entry in draft.departments.sound {
            require(entry.value.unit, entry.value.validity, at: entry.position(of: "unit"))
            if let end = draft.end(ofUnitOf: entry.value) {
                findings.add(
                    self, .query, at: entry.position(of: "unit"), value: entry.value.unit ?? "",
                    .outlived(entry.value.code, entry.value.unit ?? "", end))
            }
        }
        for entry in draft.obligations.sound {
            require(entry.value.area, entry.value.validity, at: entry.position(of: "area"))
        }
        for entry in draft.targets.sound {
            require(entry.value.unit, year(entry.value.year), at: entry.position(of: "unit"))
        }
        for entry in draft.populations.sound {
            require(entry.value.unit, year(entry.value.year), at: entry.position(of: "unit"))
        }
        if let organisation = draft.organisation {
            require(organisation.value.province, .always, at: organisation.position(of: "province"))
        }
    }

    private static func year(_ year: Int) -> Validity {
        Validity(from: Day(year: year, month: 1, day: 1), to: Day(year: year + 1, month: 1, day: 1))
    }
}

extension CatalogueDraft {
    /// When the unit of a department ends that does not end itself; `nil`: it does not.
    fileprivate func end(ofUnitOf department: Department) -> Day? {
        guard department.validity.to == nil, let unit = department.unit, let states = unitsByCode[unit], !states.isEmpty
        else { return nil }
        let ends = states.compactMap { $0.isSound ? $0.value.validity.to : nil }
        return ends.count == states.count ? ends.max() : nil
    }
}

extension FindingText {
    fileprivate static func outlived(_ department: String, _ unit: String, _ end: Day) -> Self {
        Self(
            vi: "đơn vị hành chính “\(unit)” của \(department) thôi hiệu lực từ \(Language.vi.date(end))",
            en: "the unit “\(unit)” of \(department) ends on \(Language.en.date(end))",
            remedy: (
                "Ghi ngày đó vào valid_to và mã đơn vị kế tục vào successor của \(department) ở departments.csv.",
                "Write that day as valid_to, and who carries on its work as successor, of \(department) in departments.csv."
            ))
    }

    fileprivate static func unregistered(_ code: String) -> Self {
        Self(
            vi: "không có đơn vị hành chính “\(code)” vào thời gian này",
            en: "there is no unit “\(code)” at that time",
            remedy: ("Ghi mã có trong units.csv vào thời gian đó.", "Write a code that units.csv has at that time."))
    }
}
