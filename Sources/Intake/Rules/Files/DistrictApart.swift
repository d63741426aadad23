import Domain

/// In a sheet or list that has rows of a district's communes, the district's own row adds them up.
enum DistrictApart: FileRule {
    static let code = "district-and-communes"
    static let page = Bilingual(
        vi: """
            Biểu có dòng của một địa bàn (huyện cũ) và cả dòng của các xã thuộc địa bàn đó. Dòng địa bàn khi đó là dòng \
            cộng: được đối chiếu với các xã, không bao giờ được cộng thêm; nếu hai số khác nhau thì cần xác nhận. Số \
            chưa phân bổ về xã nào thì ghi một dòng riêng “Mộc Châu (chưa phân bổ)”: dòng này được tính bên cạnh các xã. \
            Trong biểu dạng danh sách, điều này xét riêng cho từng chỉ tiêu.
            """,
        en: """
            The form has a row of a district and rows of its communes. The district's row is then a total: it is held \
            against the communes and never added; where the two differ, it has to be confirmed. What no commune has \
            is written in a row of its own, “Mộc Châu (chưa phân bổ)”, and counts beside them. In a list this goes by \
            measure.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows else { return }
        let agreeing = rows.districts.filter(\.differences.isEmpty)
        if agreeing.count > 1 {
            verdict.say(Self.self) {
                finding(
                    at: agreeing[0].own.position,
                    totals: agreeing.map { ($0.own.district, $0.own.measure.map { name(of: $0, file.catalogue) }) })
            }
        }
        for compared in rows.districts where agreeing.count < 2 || !compared.differences.isEmpty {
            verdict.say(Self.self) {
                let measure = compared.own.measure.map { Self.name(of: $0, file.catalogue) }
                let found = finding(
                    at: compared.own.position, district: compared.own.district, measure: measure, rows: compared.rows,
                    compared.differences.map { (measure ?? rows.table.header($0.column), $0.declared, $0.sum) })
                return found.level == .query ? compared.own.reason.map(found.answered) ?? found : found
            }
        }
    }

    /// What a list's reader knows a measure by.
    private static func name(of measure: String, _ catalogue: Catalogue) -> String {
        catalogue.indicators.first { $0.measures == [measure] }?.name.vi ?? measure
    }

    private static let shown = 6

    /// All rows of districts that agree with their communes, in one note for the file.
    static func finding(at position: Position, totals: [(district: Unit, measure: String?)]) -> Finding {
        let names = totals.map {
            "\($0.district.fullName) (\($0.district.code))" + ($0.measure.map { ", \($0.quoted)" } ?? "")
        }
        let list = names.prefix(shown).joined(separator: "; ") + (names.count > shown ? "; …" : "")
        return finding(
            .note, at: position,
            Bilingual(
                vi:
                    "\(names.count) dòng địa bàn là dòng cộng, khớp với các dòng xã, phường, không được cộng thêm: \(list)",
                en: "\(names.count) rows of districts add up the rows of their communes and are not added: \(list)"),
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }

    /// - Parameters:
    ///   - measure: Of which a list's row speaks.
    ///   - differences: Header, what the district's row says, what the rows of its communes come to.
    static func finding(
        at position: Position, district: Unit, measure: String? = nil, rows: Int,
        _ differences: [(header: String, declared: Quantity, sum: Quantity)]
    ) -> Finding {
        finding(
            differences.isEmpty ? .note : .query, at: position, value: district.fullName,
            .total(district, measure, rows, differences),
            remedy: differences.isEmpty
                ? Bilingual(vi: "Không phải sửa.", en: "Nothing to do.")
                : Bilingual(
                    vi: "Kiểm tra dòng địa bàn và các dòng xã; số chưa phân bổ ghi ở dòng “\(district.name) (chưa phân "
                        + "bổ)”.",
                    en: "Check both; what no commune has goes into a row “\(district.name) (chưa phân bổ)”."))
    }
}

extension Bilingual {
    fileprivate static func total(
        _ district: Unit, _ measure: String?, _ rows: Int,
        _ differences: [(header: String, declared: Quantity, sum: Quantity)]
    ) -> Self {
        let name = "\(district.fullName) (\(district.code))" + (measure.map { ", \($0.quoted)," } ?? "")
        func list(_ language: Language, _ words: (said: String, sum: String)) -> String {
            differences.map { header, declared, sum in
                "\(header.quoted) \(words.said) \(language.quantity(declared)), \(words.sum) \(language.quantity(sum))"
            }.joined(separator: "; ")
        }
        guard !differences.isEmpty else {
            return Self(
                vi: "dòng địa bàn \(name) là dòng cộng của \(rows) dòng xã, phường, không được cộng thêm",
                en: "the row of district \(name) adds up the rows of its communes (\(rows)) and is not added")
        }
        return Self(
            vi: "dòng địa bàn \(name) là dòng cộng, không khớp với \(rows) dòng xã, phường: "
                + list(.vi, ("ghi", "các xã cộng lại là")),
            en: "the row of district \(name) is a total and does not match its communes (\(rows) rows): "
                + list(.en, ("says", "its communes add up to")))
    }
}
