import Domain

/// Areas, committees, targets and populations are of units in `units.csv`, valid at that time.
enum UnregisteredUnit: CatalogueRule {
    static let code = "unregistered-unit"
    static let page = Bilingual(
        vi: """
            Mã đơn vị hành chính được nêu (đơn vị của UBND, địa bàn báo cáo, kế hoạch, dân số, mã tỉnh) không có \
            trong units.csv vào thời gian đó. Excel hay làm mất số 0 ở đầu mã: 00123 thành 123; định dạng cột mã là \
            Văn bản.
            """,
        en: """
            The unit named (of a committee, an area, a target, a population, the province) is not in units.csv at \
            that time. Excel drops leading zeros (00123 becomes 123): format columns of codes as text.
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

extension FindingText {
    fileprivate static func unregistered(_ code: String) -> Self {
        Self(
            vi: "không có đơn vị hành chính “\(code)” vào thời gian này",
            en: "there is no unit “\(code)” at that time",
            remedy: ("Ghi mã có trong units.csv vào thời gian đó.", "Write a code that units.csv has at that time."))
    }
}
