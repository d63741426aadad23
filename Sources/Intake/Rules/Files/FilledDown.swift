import Domain

/// Each place has figures of its own.
enum FilledDown: FileRule {
    static let code = "filled-down"
    static let page = Bilingual(
        vi: """
            Từ tám dòng liền nhau trở lên ghi cùng các số ở mọi cột (số lẻ, không phải số tròn theo kế hoạch), hoặc ở một cột mỗi dòng hơn (kém) dòng trên một số không đổi (1, \
            2, 3, …): thường do kéo ô hoặc chép dòng xuống trong Excel, và các số ghi trước đó bị thay mất. Các dòng vẫn được tính cho \
            đến khi sửa. Mở biểu gốc, ghi lại số của từng xã rồi gửi lại; nếu số đúng như vậy thì ghi lý do.
            """,
        en: """
            Eight rows on end or more say the same in every column (odd numbers, not round ones as planned), or each has in one column a fixed amount more (or less) than \
            the row above (1, 2, 3, …): most often a cell was drawn down or a row copied in Excel, over the numbers that stood there. \
            The rows count until they are corrected. Write each commune's own numbers and send the file again; if they are right, \
            say why.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, let sums = rows.sums, rows.table.plan.form.layout == .sheet else { return }
        for found in FilledCells.found(in: sums.inOrder, columns: rows.table.plan.quantities.filter(rows.table.map.has))
        {
            verdict.say(Self.self) {
                finding(
                    at: found.first.position, found, header: found.column.map { rows.table.header($0) },
                    numbers: found.column.map { column in
                        [found.first, found.last].map { written($0.amounts[column].thousandths ?? 0) }
                    } ?? [])
            }
        }
    }

    private static func written(_ thousandths: Int64) -> String {
        thousandths.isMultiple(of: 1_000)
            ? Language.vi.number(thousandths / 1_000, decimals: 0) : Language.vi.number(thousandths / 100, decimals: 1)
    }

    static func finding(
        at position: Position, _ found: FilledCells.Found, header: String?, numbers: [String]
    ) -> Finding {
        finding(
            .query, at: position, .filled(found, header, numbers),
            remedy: Bilingual(
                vi: "Ghi lại số của từng xã rồi gửi lại; nếu số đúng như vậy thì ghi lý do.",
                en: "Write each place's own numbers and send the file again; if they are right, give the reason."))
    }
}

extension Bilingual {
    fileprivate static func filled(_ found: FilledCells.Found, _ header: String?, _ numbers: [String]) -> Self {
        let (first, last) = (found.first.position.row, found.last.position.row)
        let places = Self(
            vi: "\(Language.vi.count(found.rows)) dòng liền nhau (dòng \(first)–\(last))",
            en: "\(Language.en.count(found.rows)) rows on end (rows \(first)–\(last))")
        guard let header, numbers.count == 2 else {
            return Self(
                vi: "\(places.vi) ghi cùng các số ở mọi cột: có phải chép dòng xuống nhầm?",
                en: "\(places.en) say the same in every column: was a row copied down by mistake?")
        }
        return Self(
            vi:
                "\(places.vi) ở cột \(header.quoted) ghi số tăng hoặc giảm đều từ \(numbers[0]) đến \(numbers[1]): có phải kéo ô xuống nhầm?",
            en:
                "\(places.en) of column \(header.quoted) go evenly from \(numbers[0]) to \(numbers[1]): was a cell drawn down by mistake?"
        )
    }
}
