import Domain

/// A supplement has every figure of its rows, those that did not change, too.
enum SupplementBlanksPlace: HoldingRule {
    static let code = "supplement-blanks-place"
    static let page = Bilingual(
        vi:
            "Bản bổ sung thay cả dòng của mỗi xã, phường mà nó ghi, nhưng có ô để trống ở chỗ tệp trước có số liệu: có thể chỉ điền các ô "
            + "thay đổi. Tệp được giữ lại, số liệu trước giữ nguyên. Điền đủ các ô của dòng rồi gửi lại; nếu đúng là không còn số liệu thì ghi 0.",
        en:
            "A supplement replaces the whole row of each place that it has, and here a cell is empty where the file before had a figure: "
            + "only the cells that changed may have been filled in. It is held, and what stood stays. Fill in all cells of the row "
            + "and send it again; if there is nothing any more, write 0.")

    /// So many places are named.
    private static let namedMax = 5

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard suspect.reading.isSupplement, !suspect.replaced.isEmpty else { return nil }
        let blank = Set(suspect.reading.tallies.filter { $0.cells.empty > 0 && $0.isBlank }.map(Cell.init))
        guard !blank.isEmpty else { return nil }
        let had = suspect.replaced.flatMap { $0.tallies.filter { !$0.sum.isZero } }.map(Cell.init)
        let lost = Set(had).intersection(blank)
        guard !lost.isEmpty else { return nil }
        let units = Set(lost.map(\.unit)).sorted()
        let names = units.prefix(namedMax).map { suspect.catalogue.geography.unit($0)?.fullName ?? $0.code }
        let (list, rest) = (names.joined(separator: ", "), units.count - names.count)
        return Bilingual(
            vi:
                "\(Language.vi.count(lost.count)) ô để trống ở chỗ tệp trước có số liệu: \(list)"
                + (rest > 0 ? " và \(Language.vi.count(rest)) nơi khác" : ""),
            en:
                "cells are empty where the file before had figures (\(Language.en.count(lost.count))): \(list)"
                + (rest > 0 ? " and \(Language.en.count(rest)) more" : ""))
    }

    private struct Cell: Hashable {
        let unit: UnitKey
        let measure: String

        init(_ tally: Tally) { (unit, measure) = (tally.unit, tally.measure) }
    }
}

extension Tally {
    /// Nothing but blanks.
    fileprivate var isBlank: Bool { cells.number + cells.zero + cells.uncollected + cells.refused == 0 }
}
