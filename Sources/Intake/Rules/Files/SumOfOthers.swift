import Domain

/// No place has exactly what all others add up to.
enum SumOfOthers: FileRule {
    static let code = "sum-of-other-rows"
    static let page = Bilingual(
        vi: """
            Một dòng có số liệu bằng đúng tổng các xã khác của cùng địa bàn, hoặc tổng mọi dòng khác của biểu, ở mọi \
            cột có số. Thường đó là dòng cộng của huyện cũ ghi dưới tên hoặc mã của xã cùng tên (ví dụ xã Thuận Châu \
            và huyện Thuận Châu), khi ấy số liệu bị tính hai lần. Dòng vẫn được tính cho đến khi sửa. Nếu là dòng cộng \
            thì xóa dòng hoặc ghi “Cộng Thuận Châu” thay cho tên và mã xã; nếu là số liệu của chính xã đó thì ghi lý do. \
            Dòng không ghi xã nào mà có số bằng đúng tổng các dòng ở trên thì là dòng cộng: chỉ nêu ra, không cộng thêm.
            """,
        en: """
            A row has exactly what the other communes of its district add up to, or all other rows of the table, in \
            every column with a number. Most often it is the total of a former district under the name or code of the \
            commune of the same name, and everything counts twice. The row counts until it is corrected. If it is a \
            total, delete it or write “Cộng Thuận Châu” in place of name and code; if it is the commune's own, say why. A row \
            of no place that has exactly what the rows above add up to is their total: it is noted, and not added.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, let sums = rows.sums else { return }
        for found in sums.found(standing: file.standingMeasures) {
            let geography = rows.table.context.geography
            let district = found.district.flatMap { code in
                geography.unit(code: code, on: rows.table.context.days.upperBound) ?? geography.units(code: code).last
            }
            verdict.say(Self.self) {
                let asked = finding(
                    at: found.entry.position, written: found.entry.written, rows: found.rows, district: district)
                return found.entry.reason.map(asked.answered) ?? asked
            }
        }
    }

    /// A row without a place that is a total.
    static func finding(at position: Position, unnamed written: String, rows: Int) -> Finding {
        finding(
            .note, at: position, value: written.isEmpty ? nil : written, .unnamed(written, rows),
            remedy: Bilingual(
                vi: "Không phải sửa nếu đúng; lần sau ghi “Cộng” hoặc “Tổng cộng” ở đầu dòng.",
                en: "Nothing to do if that is so; write “Cộng” or “Tổng cộng” at its head next time."))
    }

    /// - Parameter district: `nil`: the row adds up the whole table.
    static func finding(at position: Position, written: String, rows: Int, district: Unit?) -> Finding {
        finding(
            .query, at: position, value: written, .sum(written, rows, district),
            remedy: Bilingual(
                vi: "Nếu là dòng cộng thì xóa dòng, hoặc ghi “Cộng …” thay cho tên và mã; nếu không thì ghi lý do.",
                en: "If it is a total, delete it or write “Cộng …” in place of name and code; else give the reason."))
    }
}

extension FileInHand {
    /// Measures of what stands at the end of the period or since January.
    fileprivate var standingMeasures: Set<String> {
        guard let form = plan?.form.code else { return [] }
        return Set(
            catalogue.indicators.filter { $0.forms.contains(form) }.flatMap { indicator -> [String] in
                switch indicator.kind {
                case .stock(let measures), .yearToDate(let measures): measures
                case .flow, .ratio: []
                }
            })
    }
}

extension Bilingual {
    fileprivate static func unnamed(_ written: String, _ rows: Int) -> Self {
        let named = written.isEmpty ? Self(vi: "", en: "") : Self(vi: " \(written.quoted)", en: " \(written.quoted)")
        return Self(
            vi: "dòng\(named.vi) không phải của xã, phường nào, có số bằng đúng tổng "
                + "\(Language.vi.count(rows)) dòng ở trên: được coi là dòng cộng, không cộng thêm",
            en: "the row\(named.en) is no commune's and has exactly what the "
                + "\(Language.en.count(rows)) rows above add up to: it is taken for their total and not added")
    }

    fileprivate static func sum(_ written: String, _ rows: Int, _ district: Unit?) -> Self {
        guard let district else {
            return Self(
                vi: "số liệu của \(written.quoted) bằng đúng tổng \(rows) dòng khác có số của biểu: có phải dòng cộng?",
                en: "\(written.quoted) has exactly what the other rows of the table (\(rows)) add up to: is it a total?"
            )
        }
        let name = "\(district.fullName) (\(district.code))"
        return Self(
            vi:
                "số liệu của \(written.quoted) bằng đúng tổng \(rows) dòng khác có số của địa bàn \(name): có phải dòng "
                + "cộng?",
            en: "\(written.quoted) has exactly what the other rows of district \(name) (\(rows)) add up to: is it a "
                + "total?")
    }
}
