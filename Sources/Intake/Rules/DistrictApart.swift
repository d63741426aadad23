import Domain

/// In a sheet that lists communes of a district, the district's own row adds them up.
enum DistrictApart: FileRule {
    static let code = "district-and-communes"
    static let page = Bilingual(
        vi: """
            Biểu có dòng của một địa bàn (huyện cũ) và cả dòng của các xã thuộc địa bàn đó. Dòng địa bàn khi đó là dòng \
            cộng: được đối chiếu với các xã, không bao giờ được cộng thêm; nếu hai số khác nhau thì cần xác nhận. Số \
            chưa phân bổ về xã nào thì ghi một dòng riêng “Mộc Châu (chưa phân bổ)”: dòng này được tính bên cạnh các xã.
            """,
        en: """
            The sheet has a row of a district and rows of its communes. The district's row is then a total: it is held \
            against the communes and never added; where the two differ, it has to be confirmed. What no commune has \
            is written in a row of its own, “Mộc Châu (chưa phân bổ)”, and counts beside them.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows else { return }
        for compared in rows.districts {
            verdict.say(Self.self) {
                let found = finding(
                    at: compared.own.position, district: compared.own.district, rows: compared.rows,
                    compared.differences.map { (rows.table.header($0.column), $0.declared, $0.sum) })
                return found.level == .query ? compared.own.reason.map(found.answered) ?? found : found
            }
        }
    }

    /// - Parameter differences: Header, what the district's row says, what the rows of its communes come to.
    static func finding(
        at position: Position, district: Unit, rows: Int,
        _ differences: [(header: String, declared: Quantity, sum: Quantity)]
    ) -> Finding {
        finding(
            differences.isEmpty ? .note : .query, at: position, value: district.fullName,
            .total(district, rows, differences),
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
        _ district: Unit, _ rows: Int, _ differences: [(header: String, declared: Quantity, sum: Quantity)]
    ) -> Self {
        let name = "\(district.fullName) (\(district.code))"
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
