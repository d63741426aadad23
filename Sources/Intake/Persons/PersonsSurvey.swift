import DelimitedText
import Domain

/// The look at every cell of a file for what must not be kept: above the table, in its header and rows, and below.
///
/// Where a table ends is known when all rows have been seen; what depends on it is decided then.
struct PersonsSurvey {
    /// What was found, and where.
    struct Spot {
        let line: Int
        let row: Int
        let field: Int
        let found: PersonFound
    }

    /// Where the table ends.
    struct End {
        /// The first row below the table.
        let footerStart: Int
        /// The first row that seemed to be; rows of a list under a table may look like more of the table.
        let firstFooter: Int
    }

    /// Where the header is, and what the fields are for.
    struct Layout {
        /// 0 where there is none.
        let headerRow: Int
        let headers: [String]
        let roles: [TableShape.Role]
        let reasonField: Int?
        /// Fields whose headers ask for persons, unless all that stands under them are counts.
        var mayCount: [Int] = []
    }

    private var seen: [Spot] = []
    /// What must not be kept in a table, or beside one: where a table ends is not known yet.
    private var inDoubt: [Spot] = []
    private var lists: PersonLists
    private let layout: Layout
    private var known = NameCache<PersonCell>()
    private var knownWords = PersonName.KnownWords()
    /// What the cells of the block in hand are, of those that are looked at ahead.
    private var ahead = CellsAhead()
    /// Cells whose few digits say nothing of a person, by what they are with every digit as 0; `nil`: they may.
    private var knownShapes = NameCache<PersonCell?>()
    private var shape: [UInt8] = []
    private let headers: [PersonCell.Header]
    /// Labels that say whose number stands beside them.
    private var knownLabels = NameCache<Bool>()
    private var knownBirthLabels = NameCache<Bool>()
    /// By field, the first row that holds no count under a header that asks for persons.
    private var notCounted: [Int: Int] = [:]
    private let bornBefore: Int
    /// Where no header is known, the last text of each field, which may say that what stands below it are sums.
    private var headings: [Int: String] = [:]
    private static let headingBytesMost = 60
    private static let headingRowsMost = 60

    private static let most = FindingLog.keptPerRule

    /// - Parameter bornBefore: Nobody in a list was born in this year or later.
    init(_ layout: Layout, bornBefore: Int, placeNames: PlaceNames) {
        self.layout = layout
        self.bornBefore = bornBefore
        headers = layout.headers.map { PersonCell.Header($0) }
        lists = PersonLists(layout, bornBefore: bornBefore, placeNames: placeNames)
    }

    private var headerRow: Int { layout.headerRow }

    /// Whether clean rows are to be looked at, too: what stands under a header in them decides what it asks for.
    var looksAtAllRows: Bool { !layout.mayCount.isEmpty }

    /// What must not be kept in a file that is no table of a form.
    func look(at document: DelimitedDocument) -> (spots: [Spot], doubts: [Doubt]) {
        var survey = self
        let doubts = document.forEachBlock { block in
            survey.lookAhead(block)
            for row in 0..<block.rowCount { survey.take(block, row) }
        }
        return (survey.spots(End(footerStart: .max, firstFooter: .max)), doubts)
    }

    private struct Enough: Error {}

    /// Looks at the rows up to the header: of a table whose rows are looked at elsewhere.
    mutating func takeHead(of document: DelimitedDocument) {
        var survey = self
        _ = try? document.forEachBlock { block in
            for row in 0..<block.rowCount {
                guard block.spreadsheetRow(of: row) <= layout.headerRow else { throw Enough() }
                survey.take(block, row)
            }
        }
        self = survey
    }

    /// Looks at a row of the file, wherever it stands.
    mutating func take(_ block: borrowing RowBlock, _ row: Int) {
        guard seen.count < Self.most else { return }
        var filled: [PersonLists.Filled] = []
        var label: Int?
        var split = SplitNumber()
        for field in 0..<block.fieldCount(row) {
            let count = block.withBytes(row, field) { bytes in bytes.contains { $0 > 0x20 } ? bytes.count : 0 }
            if count == 0 {
                split = SplitNumber()
                continue
            }
            if let number = block.withBytes(row, field, { split.take($0) }) {
                note(.number(number), block, row, field)
            }
            var cell = look(block, row, field, label: label)
            if case .number = cell.found, isSum(block, row, field, label) {
                var place = PersonCell.Place()
                place.isOfMoney = true
                if block.spreadsheetRow(of: row) > headerRow, field < headers.count { place.header = headers[field] }
                let asSum = PersonCell(block.text(row, field), place, &knownWords)
                if asSum.found == nil { cell = asSum }
            }
            noteHeading(block, row, field, count)
            if let found = cell.found, !isHeading(found, block, row) { note(found, block, row, field) }
            label = cell.found == nil && count < 60 && !isNumber(block, row, field) ? field : nil
            filled.append(PersonLists.Filled(field: field, cell: cell))
        }
        if !filled.isEmpty, block.spreadsheetRow(of: row) != headerRow { lists.take(block, row, filled) }
        if !layout.mayCount.isEmpty { lookAtCounts(block, row) }
    }

    /// Where no header is known, the texts of a sheet's first rows may head sums: «Kinh phí».
    private mutating func noteHeading(_ block: borrowing RowBlock, _ row: Int, _ field: Int, _ count: Int) {
        guard headerRow == 0, block.spreadsheetRow(of: row) <= Self.headingRowsMost, count < Self.headingBytesMost,
            !isNumber(block, row, field)
        else { return }
        headings[field] = block.text(row, field)
    }

    /// Whether what stands before a number, or above it in a sheet of no form, says that it is a sum.
    private func isSum(_ block: borrowing RowBlock, _ row: Int, _ field: Int, _ label: Int?) -> Bool {
        guard isNumber(block, row, field) else { return false }
        return label.map { PersonCell.Header.isOfMoney(block.text(row, $0)) } ?? false
            || headings[field].map(PersonCell.Header.isOfMoney) ?? false
    }

    private mutating func lookAtCounts(_ block: borrowing RowBlock, _ row: Int) {
        let number = block.spreadsheetRow(of: row)
        guard number > headerRow else { return }
        for field in layout.mayCount where field < block.fieldCount(row) && notCounted[field] == nil {
            let isCount = block.withBytes(row, field) { bytes in
                bytes.allSatisfy { $0 &- 0x30 < 10 || $0 <= 0x20 || $0 == UInt8(ascii: "-") }
                    && bytes.count { $0 &- 0x30 < 10 } <= Self.countDigitsMost
            }
            if !isCount { notCounted[field] = number }
        }
    }

    /// Nobody's number is so short.
    private static let countDigitsMost = 5

    /// Whether nothing but counts stands in a column.
    func isCounted(_ field: Int, _ end: End) -> Bool {
        layout.mayCount.contains(field) && notCounted[field].map { $0 >= end.firstFooter } ?? true
    }

    /// «Sinh năm 2009» in the header counts those who were born then.
    private func isHeading(_ found: PersonFound, _ block: borrowing RowBlock, _ row: Int) -> Bool {
        guard case .person(let text) = found, block.spreadsheetRow(of: row) == headerRow else { return false }
        return !PersonName.isNamed(in: text)
    }

    private func isNumber(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        block.withBytes(row, field) { ($0.first ?? 0x30) &- 0x30 < 10 }
    }

    private mutating func look(
        _ block: borrowing RowBlock, _ row: Int, _ field: Int, label: Int?
    ) -> PersonCell {
        guard block.withBytes(row, field, { PersonBytes.mayConcern($0, namesCount: true) }) else { return .nothing }
        var place = place(block, row, field)
        if let label,
            knownLabels.value(0, block.written(row, label), find: { PersonCues(in: block.text(row, label)).isTelling })
        {
            place.label = block.text(row, label)
            return PersonCell(block.text(row, field), place)
        }
        if let label, isBirth(block, row, field, label) { return PersonCell(birth: block.text(row, field)) }
        if let cell = ahead[row, field] { return cell }
        let key = key(block, row, field)
        if takeShape(block, row, field) {
            // Of a new shape the cell is known with it, whether or not others of the shape are the same.
            var own: PersonCell?
            let cell = shape.withUnsafeBufferPointer { shape in
                knownShapes.value(key, shape) {
                    let found = PersonCell.fewDigits(block.text(row, field), place, &knownWords)
                    own = found.cell
                    return found.withAny ? found.cell : nil
                }
            }
            if let cell = cell ?? own { return cell }
        }
        return known.value(key, block.written(row, field)) {
            PersonCell(block.text(row, field), place, &knownWords)
        }
    }

    private func place(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> PersonCell.Place {
        let number = block.spreadsheetRow(of: row)
        var place = PersonCell.Place()
        if number > headerRow, field < headers.count { place.header = headers[field] }
        place.isAbove = number < headerRow
        place.isReason = number > headerRow && field == layout.reasonField
        return place
    }

    /// What a cell's place says of it that another place would not.
    private func key(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Int {
        field * 2 + (block.spreadsheetRow(of: row) > headerRow ? 1 : 0)
    }

    /// Looks at cells of a block on all cores, once so many have been met that hardly one is met twice.
    mutating func lookAhead(_ block: borrowing RowBlock) {
        ahead = CellsAhead()
        guard known.isFull, seen.count < Self.most else { return }
        var cells: [CellsAhead.Cell] = []
        for row in 0..<block.rowCount where cells.count < CellsAhead.most {
            for field in 0..<block.fieldCount(row) where isNew(block, row, field) {
                let at = CellsAhead.At(row: row, field: field)
                cells.append(CellsAhead.Cell(at: at, text: block.text(row, field), place: place(block, row, field)))
            }
        }
        ahead = CellsAhead(cells)
    }

    /// Whether a cell may concern a person, and none like it was met.
    private func isNew(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        block.withBytes(row, field) { bytes in
            PersonBytes.mayConcern(bytes, namesCount: true) && !Self.hasShape(bytes)
        } && !known.holds(key(block, row, field), block.written(row, field))
    }

    /// Puts down the cell with every digit as 0, if it has some and few; says whether it has.
    private mutating func takeShape(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        shape.removeAll(keepingCapacity: true)
        return block.withBytes(row, field) { bytes in
            guard Self.hasShape(bytes) else { return false }
            for byte in bytes { shape.append(byte &- 0x30 < 10 ? 0x30 : byte) }
            return true
        }
    }

    /// Whether a cell has digits, and so few that the same with other digits may be known.
    private static func hasShape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count < 80 && bytes.contains { $0 &- 0x30 < 10 } && PersonBytes.hasFewDigits(bytes)
    }

    /// «Sinh ngày;12/03/1985»
    private mutating func isBirth(_ block: borrowing RowBlock, _ row: Int, _ field: Int, _ label: Int) -> Bool {
        guard isNumber(block, row, field),
            knownBirthLabels.value(0, block.written(row, label), find: { BirthMention.isLabel(block.text(row, label)) })
        else { return false }
        return BirthMention.year(cell: block.text(row, field)).map { $0 < bornBefore } ?? false
    }

    private mutating func note(_ found: PersonFound, _ block: borrowing RowBlock, _ row: Int, _ field: Int) {
        let spot = Spot(line: block.line(of: row), row: block.spreadsheetRow(of: row), field: field, found: found)
        guard found.stands(isBesideTable: true) != found.stands(isBesideTable: false) else { return seen.append(spot) }
        inDoubt.append(spot)
        // The first are above the table and in it, the last in it and below.
        if inDoubt.count == 3 * Self.most { inDoubt.removeSubrange(Self.most..<2 * Self.most) }
    }

    /// What must not be there, in the order of the file.
    func spots(_ end: End) -> [Spot] {
        let cells = (seen + inDoubt).filter { spot in
            let isInTable = headerRow > 0 && spot.row >= headerRow && spot.row < end.footerStart
            return spot.found.stands(isBesideTable: !isInTable)
        }
        return (cells + lists.spots(end)).sorted { ($0.row, $0.field) < ($1.row, $1.field) }
    }
}
