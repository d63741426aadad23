import Domain

extension Suspect {
    /// What was sent before it for the same: what stands, else what is held.
    fileprivate var before: [Reading] { replaced + overtaken }
}

/// A correction has at least what it takes the place of.
enum CorrectionLosesFigures: HoldingRule {
    static let code = "correction-loses-figures"
    static let page = Bilingual(
        vi:
            "Tệp gửi sau thay toàn bộ tệp trước của cùng biểu, nhưng không còn số liệu (hoặc ghi 0) của từ một nửa số xã, phường trở lên, "
            + "hoặc của cả một cột, mà tệp trước có: có thể chỉ gửi các dòng sửa. Tệp được giữ lại, số liệu trước giữ nguyên. Mất ít hơn thì "
            + "tệp được tính, và các nơi không còn số liệu được hỏi lại. Nếu đúng là phải bỏ, ghi lý do vào phiếu hoặc quyết định “nhận "
            + "tệp”; nếu không, gửi lại cả biểu.",
        en:
            "A later file replaces all of the one before it for the form, but has no figures (or zeros) for half of the places, or for a whole "
            + "column, that the one before had: only the corrected rows may have been sent. It is held, and what stood stays. A file that "
            + "loses less counts, and the places that it lost are asked about. If they are to go, give the reason in the return or decide “nhận tệp”; else send the whole form."
    )

    /// So many places or counts must have been wiped with zeros before that is doubtful: a few are corrected to nothing.
    private static let wipedMin = 3

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.before.isEmpty, !suspect.reading.isSupplement else { return nil }
        let loss = Loss(suspect)
        if !loss.had.isEmpty, loss.gone.count * 2 >= loss.had.count {
            return Bilingual(
                vi: "\(loss.share(loss.gone, .vi)) nơi có số liệu ở tệp trước không còn trong tệp này",
                en: "\(loss.share(loss.gone, .en)) places that had figures in the file before have none in this one")
        }
        if loss.wiped.count >= wipedMin, loss.wiped.count * 2 >= loss.had.count {
            return Bilingual(
                vi: "\(loss.share(loss.wiped, .vi)) nơi có số liệu ở tệp trước nay không có hoặc đều bằng 0",
                en: "\(loss.share(loss.wiped, .en)) places that had figures in the file before have none or zeros now")
        }
        let columns = lostColumns(suspect)
        guard !columns.isEmpty else { return nil }
        let names = columns.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "cột \(names) có số liệu ở tệp trước nay không có hoặc đều bằng 0",
            en: "the column \(names) had figures in the file before and has none, or zeros, now")
    }

    /// What a correction takes away is said, however little.
    static func remark(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.before.isEmpty, !suspect.reading.isSupplement else { return nil }
        let loss = Loss(suspect)
        if !loss.gone.isEmpty {
            let names = loss.gone.sorted().prefix(namedMax).map { key in
                suspect.catalogue.geography.unit(key).map(\.fullName) ?? key.code
            }
            let rest = loss.gone.count - names.count
            let list = names.joined(separator: ", ")
            return Bilingual(
                vi:
                    "\(loss.share(loss.gone, .vi)) nơi có số liệu ở tệp trước không còn trong tệp này: \(list)"
                    + (rest > 0 ? " và \(Language.vi.count(rest)) nơi khác" : ""),
                en:
                    "\(loss.share(loss.gone, .en)) places that had figures in the file before have none in this one: \(list)"
                    + (rest > 0 ? " and \(Language.en.count(rest)) more" : ""))
        }
        let rows = suspect.before.reduce(0) { $0 + $1.rowsCounted }
        guard suspect.catalogue.form(suspect.slice.form)?.layout == .register, suspect.reading.rowsRead < rows else {
            return nil
        }
        return Bilingual(
            vi:
                "danh sách có \(Language.vi.count(suspect.reading.rowsRead)) dòng, tệp trước có \(Language.vi.count(rows)) dòng",
            en:
                "the register has \(Language.en.count(suspect.reading.rowsRead)) rows, the file before \(Language.en.count(rows))"
        )
    }

    /// So many places are named.
    private static let namedMax = 5

    /// The places that had figures in what is replaced, and what became of them.
    private struct Loss {
        let had: Set<UnitKey>
        /// Of which the new file says nothing.
        let gone: Set<UnitKey>
        /// These, and those of which it says zero.
        let wiped: Set<UnitKey>

        init(_ suspect: Suspect) {
            let refused = Set(suspect.reading.refusedPlaces)
            had = places(of: suspect.before) { !$0.sum.isZero }
            gone = had.subtracting(places(of: [suspect.reading]) { $0.speaks || $0.cells.refused > 0 })
                .subtracting(refused)
            wiped = had.subtracting(places(of: [suspect.reading]) { !$0.sum.isZero || $0.cells.refused > 0 })
                .subtracting(refused)
        }

        func share(_ places: Set<UnitKey>, _ language: Language) -> String {
            "\(language.count(places.count))/\(language.count(had.count))"
        }
    }

    private static func places(of readings: [Reading], where says: (Tallies.Row) -> Bool) -> Set<UnitKey> {
        var found: Set<UnitKey> = []
        for tallies in readings.map(\.tallies) {
            let units = tallies.units
            var isFound = [Bool](repeating: false, count: units.count)
            for run in tallies.runs {
                tallies.forEachRow(of: run) { row in
                    if !isFound[Int(row.unit)], says(row) { isFound[Int(row.unit)] = true }
                }
            }
            for (unit, isFound) in zip(units, isFound) where isFound { found.insert(unit) }
        }
        return found
    }

    /// In a register a kind of row may end with its last row: there a column is lost only with its heading.
    private static func lostColumns(_ suspect: Suspect) -> [String] {
        guard let form = suspect.catalogue.form(suspect.slice.form) else { return [] }
        func has(_ readings: [Reading], _ measure: String, where says: (Tallies.Row) -> Bool) -> Bool {
            readings.contains { reading in
                reading.tallies.runs(of: [measure]).contains { reading.tallies.rows(of: $0).contains(where: says) }
            }
        }
        func counts(_ readings: [Reading], _ measure: String) -> Int {
            readings.reduce(0) { sum, reading in
                reading.tallies.runs(of: [measure]).reduce(sum) { sum, run in
                    sum + reading.tallies.rows(of: run).count { !$0.sum.isZero }
                }
            }
        }
        return form.measures.filter { measure in
            guard has(suspect.before, measure.code, where: { !$0.sum.isZero }) else { return false }
            if form.layout == .register { return !suspect.reading.measures.contains(measure.code) }
            if has([suspect.reading], measure.code, where: { !$0.sum.isZero || $0.cells.refused > 0 }) { return false }
            // A few counts may be corrected to nothing.
            return !has([suspect.reading], measure.code) { $0.speaks }
                || counts(suspect.before, measure.code) >= wipedMin
        }.map { measure in
            measure.columns.count == 1 ? form.column(measure.columns[0])?.name ?? measure.code : measure.code
        }
    }
}
