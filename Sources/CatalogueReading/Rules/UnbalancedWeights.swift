import Domain

/// The shares of a divided unit, where all are known, make up the whole.
enum UnbalancedWeights: CatalogueRule {
    static let code = "unbalanced-weights"
    static let page = Bilingual(
        vi: """
            Khi một đơn vị được chia và mọi dòng đều có weight, các phần phải cộng lại bằng 1, nếu không số liệu quy \
            đổi sẽ thừa hoặc thiếu. Sửa các phần, hoặc để trống tất cả nếu chưa rõ tỷ lệ.
            """,
        en: """
            Where a unit is divided and every line has a weight, the weights add up to 1, or figures carried over \
            would be too large or too small. Correct them, or leave all of them empty if the shares are not known.
            """)

    /// Shares are written with three decimals, so that thirds do not quite add up.
    private static let tolerance: Int64 = 5

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.changes.sound.contains(where: { $0.value.weight != nil }) else { return }
        let groups = Dictionary(grouping: draft.changes.sound) {
            EntryKey(first: $0.value.from ?? "", day: $0.value.date)
        }
        for lines in groups.values {
            let weights = lines.compactMap(\.value.weight?.thousandths)
            guard let first = lines.first, let code = first.value.from, weights.count == lines.count else { continue }
            let sum = weights.reduce(0, +)
            guard abs(sum - 1_000) > tolerance else { continue }
            findings.add(
                self, at: first.position(of: "weight"), value: code,
                .unbalanced(code, Quantity(thousandths: sum)))
        }
    }
}

extension FindingText {
    fileprivate static func unbalanced(_ code: String, _ sum: Quantity) -> Self {
        Self(
            vi: "các phần của đơn vị “\(code)” cộng lại bằng \(Language.vi.quantity(sum)), không bằng 1",
            en: "the shares of unit “\(code)” add up to \(Language.en.quantity(sum)), not to 1",
            remedy: (
                "Sửa cột weight cho đủ 1, hoặc để trống nếu chưa rõ.",
                "Let the weights add up to 1, or leave them empty if they are not known."
            ))
    }
}
