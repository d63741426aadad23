import DelimitedText
import Domain

/// Tells rows that begin another table below the rows of the first.
struct TableHeadings {
    enum Found {
        /// The same columns again, perhaps in other words.
        case sameHeader
        /// The words of its figures' columns.
        case otherHeader(String)
        case otherPeriod(String)
        /// «Dự kiến tháng 11», «II. Chưa tổ chức», «Lũy kế từ đầu năm»: above rows of it, if any follow.
        case otherFigures(String)
        /// «II. Phối hợp»: above rows of what others lead, who report it.
        case partners(String)
        /// `Tháng 10` above the rows of a table of that month.
        case samePeriod
    }

    private let shape: TableShape
    private let quantities: [Int]
    private let period: Period
    /// Whether rows have days of their own: then only words of other figures above them say more than these.
    private let isRegister: Bool
    /// The form's columns by what they may be called.
    private let columns: [String: Set<Int>]

    private var knownCells = NameCache<Bool>()

    private static let leastColumns = 3
    private static let headingBytesMost = 160
    private static let numeralBytesMost = 5

    init(_ shape: TableShape, plan: FormPlan, period: Period) {
        self.shape = shape
        self.period = period
        isRegister = plan.form.layout == .register
        quantities = plan.quantities.compactMap { shape.field($0) }.sorted()
        var columns: [String: Set<Int>] = [:]
        for (index, column) in plan.form.columns.enumerated() {
            for name in [column.name, column.id] + column.aliases {
                columns[Folding.key(name), default: []].insert(index)
            }
        }
        self.columns = columns
    }

    /// - Parameter block: Of a row that is none of the header's own.
    mutating func find(_ block: borrowing RowBlock, _ row: Int) -> Found? {
        let count = block.fieldCount(row)
        guard count > 0, let first = (0..<count).first(where: { !block.withBytes(row, $0) { Glance($0).isBlank } })
        else {
            return nil
        }
        func filled(behind field: Int) -> Int? {
            (field + 1..<max(count, field + 1)).first { next in !block.withBytes(row, next) { Glance($0).isBlank } }
        }
        guard let second = filled(behind: first) else { return heading(block.text(row, first).trimmedCell) }
        // «Kỳ báo cáo:» and its value in the next cell.
        if !isRegister, block.withBytes(row, first, Self.beginsWithLetter), filled(behind: second) == nil,
            Self.entries.contains(Folding.key(block.text(row, first)))
        {
            return ofPeriod("\(Self.bare(block.text(row, first))): \(block.text(row, second).trimmedCell)")
        }
        // «B», «II», «2.» before it.
        if block.withBytes(row, first, Self.isNumeral), block.withBytes(row, second, Self.beginsWithLetter),
            !quantities.contains(second), filled(behind: second) == nil
        {
            return heading(block.text(row, second).trimmedCell)
        }
        if isRegister { return nil }
        // In nearly all rows a figure, or nothing, stands where another header would have words.
        guard quantities.contains(where: { $0 < count && block.withBytes(row, $0, Self.beginsWithLetter) }) else {
            return nil
        }
        var named = 0
        for field in 0..<count where isNamed(block, row, field) { named += 1 }
        guard named >= Self.leastColumns else { return nil }
        let texts = (0..<count).map { block.text(row, $0).trimmedCell }
        let others = quantities.filter { field in
            guard field < count, !texts[field].isEmpty else { return false }
            return !(columns[Folding.key(texts[field])]?.contains { shape.field($0) == field } ?? false)
        }
        guard !others.isEmpty else { return .sameHeader }
        return .otherHeader(others.prefix(3).map { texts[$0] }.joined(separator: "; "))
    }

    /// Whether the words of a cell are what some column is called; each spelling is compared once.
    private mutating func isNamed(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        knownCells.value(0, block.written(row, field)) {
            columns[Folding.key(block.text(row, field).trimmedCell)] != nil
        }
    }

    private static func isNumeral(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count <= numeralBytesMost && bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ":") }
    }

    private static func beginsWithLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { (bytes.first ?? 0) >= 0x41 }

    private func heading(_ written: String) -> Found? {
        guard written.utf8.count < Self.headingBytesMost else { return nil }
        let text = Self.unnumbered(written)
        guard (text.utf8.first ?? 0) >= 0x41 else { return nil }
        if !isRegister, let found = ofPeriod(text) { return found }
        if OtherFigures.areNamed(in: text, besides: period) || OtherFigures.areTitled(text, besides: period)
            || OtherFigures.areToCome(text)
        {
            return .otherFigures(written)
        }
        return !isRegister && OtherFigures.areOfPartners(text) ? .partners(written) : nil
    }

    /// Without the number or mark in front: `Kế hoạch tháng 11` of `II. Kế hoạch tháng 11`, of `* Kế hoạch tháng 11`.
    private static func unnumbered(_ text: String) -> String {
        let bare = text.drop { "*-+–•. ".contains($0) }
        let number = bare.prefix { !".)/:- –".contains($0) }
        let rest = bare[number.endIndex...].drop { ".)/:- –".contains($0) }
        let isNumber =
            number.utf8.count <= numeralBytesMost
            && (number.allSatisfy { "IVX".contains($0) } || number.count == 1 && ("A"..."H").contains(number)
                || number.allSatisfy { $0.isASCII && $0.isNumber })
        return isNumber && !number.isEmpty && !rest.isEmpty && rest.startIndex > number.endIndex
            ? String(rest) : String(bare)
    }

    private static func bare(_ entry: String) -> String {
        let text = entry.trimmedCell
        return text.hasSuffix(":") ? String(text.dropLast()).trimmedCell : text
    }

    /// `Kỳ báo cáo: Tháng 9 năm 2026`, `Tháng 9`
    private func ofPeriod(_ text: String) -> Found? {
        guard text.utf8.count < Self.headingBytesMost, (text.utf8.first ?? 0) >= 0x41,
            text.utf8.contains(where: { $0 &- 0x30 < 10 })
        else {
            return nil
        }
        let sides = text.split(separator: ":", maxSplits: 1).map { String($0).trimmedCell }
        let isEntry = sides.count == 2 && Self.entries.contains(Folding.key(sides[0]))
        let named =
            isEntry
            ? PeriodText.period(sides[1], year: period.last.year) : PeriodText.banner(text, year: period.last.year)
        return named.map { $0 == period ? .samePeriod : .otherPeriod(text) }
    }

    private static let entries: Set<String> = ["ky bao cao", "ky", "ky so lieu", "ky bc"]
}
