import Domain

/// A correction has at least what it takes the place of.
enum CorrectionLosesFigures: HoldingRule {
    static let code = "correction-loses-figures"
    static let page = Bilingual(
        vi:
            "Tệp gửi sau thay toàn bộ tệp trước của cùng biểu, nhưng không còn số liệu của từ một nửa số xã, phường trở lên, hoặc của cả "
            + "một cột, mà tệp trước có: có thể chỉ gửi các dòng sửa. Tệp được giữ lại, số liệu trước giữ nguyên. Nếu đúng là phải bỏ, "
            + "ghi lý do vào phiếu hoặc quyết định «nhận tệp»; nếu không, gửi lại cả biểu.",
        en:
            "A later file replaces all of the one before it for the form, but has no figures for half of the places, or for a whole "
            + "column, that the one before had: only the corrected rows may have been sent. It is held, and what stood stays. If they "
            + "are to go, give the reason in the return or decide «nhận tệp»; else send the whole form.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.replaced.isEmpty else { return nil }
        let had = places(of: suspect.replaced) { !$0.sum.isZero }
        let has = places(of: [suspect.reading]) { $0.speaks }
        let lost = had.subtracting(has)
        if !had.isEmpty, lost.count * 2 >= had.count {
            return Bilingual(
                vi:
                    "không còn số liệu của \(Language.vi.count(lost.count))/\(Language.vi.count(had.count)) địa bàn mà tệp trước đã "
                    + "có",
                en: "has no figures for \(lost.count) of \(had.count) places that the file before had")
        }
        let columns = lostColumns(suspect)
        guard !columns.isEmpty else { return nil }
        let names = columns.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "không còn số liệu của cột \(names) mà tệp trước đã có",
            en: "has no figures in the column \(names) that the file before had")
    }

    private static func places(of readings: [Reading], where says: (Tallies.Row) -> Bool) -> Set<UnitKey> {
        var units: Set<UnitKey> = []
        for tallies in readings.map(\.tallies) {
            for row in tallies.rows where says(row) { units.insert(tallies.units[Int(row.unit)]) }
        }
        return units
    }

    /// In a register a kind of row may end with its last row: there a column is lost only with its heading.
    private static func lostColumns(_ suspect: Suspect) -> [String] {
        guard let form = suspect.catalogue.form(suspect.slice.form) else { return [] }
        func has(_ readings: [Reading], _ measure: String, where says: (Tallies.Row) -> Bool) -> Bool {
            readings.contains { reading in
                reading.tallies.runs(of: [measure]).contains { reading.tallies.rows[$0.rows].contains(where: says) }
            }
        }
        return form.measures.filter { measure in
            guard has(suspect.replaced, measure.code, where: { !$0.sum.isZero }) else { return false }
            if form.layout == .register { return !suspect.reading.measures.contains(measure.code) }
            return !has([suspect.reading], measure.code) { $0.speaks || $0.cells.refused > 0 }
        }.map { measure in
            measure.columns.count == 1 ? form.column(measure.columns[0])?.name ?? measure.code : measure.code
        }
    }
}
