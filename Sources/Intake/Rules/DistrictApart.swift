import Domain

/// A district's own row holds what no commune's row does.
enum DistrictApart: Rule {
    static let code = "district-and-communes"
    static let page = Bilingual(
        vi: """
            Biểu có dòng của một địa bàn (huyện cũ) và cả dòng của các xã thuộc địa bàn đó. Nếu dòng địa bàn bằng \
            đúng tổng các xã thì đó là dòng cộng, không được tính để khỏi cộng hai lần. Nếu khác, số của dòng được \
            tính thêm là “chưa phân bổ” và cần xác nhận. Dòng cộng thì ghi “Cộng …” phía trước.
            """,
        en: """
            The sheet has a row of a district and rows of its communes. If the district's is exactly their sum it is \
            a total, and not counted, lest everything be added twice. If not, it is counted in addition, as not \
            allotted, and has to be confirmed. Write “Cộng …” in front of totals.
            """)

    static func finding(at position: Position, district: Unit, communes: Int, isSum: Bool) -> Finding {
        finding(
            isSum ? .error : .query, at: position, value: district.fullName, .beside(district, communes, isSum),
            remedy: isSum
                ? Bilingual(
                    vi: "Ghi “Cộng \(district.fullName)” ở dòng này, hoặc xóa dòng.",
                    en: "Write “Cộng \(district.fullName)” in this row, or delete it.")
                : Bilingual(
                    vi: "Xác nhận số này chưa có trong các dòng xã; nếu là dòng cộng, ghi “Cộng …” và sửa số.",
                    en:
                        "Confirm that the communes' rows do not hold it; if it is a total, write “Cộng …” and "
                        + "correct it."
                ))
    }
}

extension Bilingual {
    fileprivate static func beside(_ district: Unit, _ communes: Int, _ isSum: Bool) -> Self {
        let name = "\(district.fullName) (\(district.code))"
        return isSum
            ? Self(
                vi: "dòng địa bàn \(name) bằng tổng \(communes) dòng xã, phường của địa bàn, không được tính",
                en:
                    "the row of district \(name) is the sum of the rows of its communes (\(communes)) and is "
                    + "not counted"
            )
            : Self(
                vi: "địa bàn \(name) có dòng riêng bên cạnh \(communes) dòng xã, phường của địa bàn, số được tính thêm",
                en: "district \(name) has a row beside those of its communes (\(communes)); it is counted in addition")
    }
}
