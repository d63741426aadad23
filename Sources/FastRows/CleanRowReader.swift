import CByteMask
import DelimitedText
import Domain

/// Reads rows by their bytes, adds up the clean ones and tells which are not.
///
/// The loop over a row allocates nothing, counts no reference and calls nothing that is not inlined, but for a name that
/// is met for the first time. A row is taken whole or not at all: nothing is added before its last cell has been read.
///
/// The file is long because what the loop touches must stand in one place: its memory, set up once, and each step of it.
struct CleanRowReader: ~Copyable {
    private typealias Bytes = UnsafePointer<UInt8>

    private let plan: CleanPlan
    private let width: Int
    /// The fields of a row by what stands in them.
    private let dateFields: UnsafeMutablePointer<CleanPlan.Field>
    private let quantityFields: UnsafeMutablePointer<CleanPlan.Field>
    private let codeFields: UnsafeMutablePointer<CleanPlan.Field>
    private let textFields: UnsafeMutablePointer<CleanPlan.Field>
    private let textCount: Int
    /// Of each of the text fields.
    private let harmless: UnsafeMutablePointer<HarmlessCells>
    /// The fields of the place; -1: there is none.
    private let unitCodeField: Int
    private let unitNameField: Int
    private let checks: UnsafeMutablePointer<CleanPlan.Check>
    private let checkCount: Int
    private let daysOfPeriod: UnsafeMutablePointer<CleanPlan.DayValue>
    private let daysOfLife: UnsafeMutablePointer<CleanPlan.DayValue>
    private let quantityCount: Int
    private let codeCount: Int
    private let dateCount: Int
    private let mainDate: Int
    private let firstYear: Int
    private let years: Int
    /// Days as they are counted with the day first; those with the year first come after them.
    private let dayFirstCount: Int
    private let keptCount: Int
    private let kept: UnsafeMutablePointer<(slot: Int, values: Int)>

    /// The row in hand: numbers by slot (-1: an empty cell), days by slot as places among the counts, and codes by slot.
    private var numbers: UnsafeMutablePointer<Int64>
    private let days: UnsafeMutablePointer<Int>
    private let codeValues: UnsafeMutablePointer<Int32>

    private var unitNames: NameTable
    private let codeNames: UnsafeMutablePointer<NameTable>
    private(set) var tally: CleanTally
    /// Fields without a column of the form in which something stands.
    private(set) var filledUnknown: UInt64 = 0
    /// The sums of this block so far.
    let blockSums: UnsafeMutablePointer<Int64>
    private(set) var blockRows = 0

    private let nothing: UnsafeMutablePointer<UInt8>

    /// Rows whose sums are still to be added: by then their groups have come from memory.
    private let pendingGroups: UnsafeMutablePointer<Int>
    private let pendingNumbers: UnsafeMutablePointer<Int64>
    private var pendingCount = 0

    private static let pendingMax = 16

    init(_ plan: CleanPlan) {
        self.plan = plan
        width = plan.width
        func fields(_ roles: CleanPlan.Field.Role...) -> [CleanPlan.Field] {
            plan.fields.filter { roles.contains($0.role) }
        }
        dateFields = Self.copied(fields(.date))
        quantityFields = Self.copied(fields(.quantity))
        codeFields = Self.copied(fields(.code))
        textFields = Self.copied(fields(.text, .reason, .unknown))
        textCount = fields(.text, .reason, .unknown).count
        harmless = Self.copied((0..<textCount).map { _ in HarmlessCells() })
        unitCodeField = fields(.unitCode).first?.field ?? -1
        unitNameField = fields(.unitName).first?.field ?? -1
        checks = Self.copied(plan.checks)
        checkCount = plan.checks.count
        daysOfPeriod = Self.copied(plan.days.ofPeriod)
        daysOfLife = Self.copied(plan.days.ofLife)
        quantityCount = plan.quantities.count
        codeCount = plan.codes.count
        dateCount = plan.columns.dates.count
        mainDate = plan.columns.mainDate
        firstYear = plan.days.firstYear
        years = plan.days.years
        dayFirstCount = plan.days.years * CleanPlan.daysOfYear
        keptCount = plan.keptCodes.count
        kept = Self.copied(plan.keptCodes)
        pendingGroups = .allocate(capacity: Self.pendingMax)
        pendingNumbers = .allocate(capacity: Self.pendingMax * max(1, plan.quantities.count))
        numbers = pendingNumbers
        days = .allocate(capacity: max(1, plan.columns.dates.count))
        nothing = .allocate(capacity: BlockWindow.padding)
        nothing.initialize(repeating: 0, count: BlockWindow.padding)
        codeValues = .allocate(capacity: max(1, plan.codes.count))
        unitNames = NameTable(eras: plan.days.eras.count)
        codeNames = .allocate(capacity: max(1, plan.codes.count))
        for slot in 0..<plan.codes.count { (codeNames + slot).initialize(to: NameTable(eras: plan.days.eras.count)) }
        tally = CleanTally(plan)
        blockSums = .allocate(capacity: max(1, plan.quantities.count))
        blockSums.initialize(repeating: 0, count: max(1, plan.quantities.count))
    }

    deinit {
        dateFields.deallocate()
        quantityFields.deallocate()
        codeFields.deallocate()
        textFields.deallocate()
        for index in 0..<textCount { harmless[index].deallocate() }
        harmless.deallocate()
        checks.deallocate()
        daysOfPeriod.deallocate()
        daysOfLife.deallocate()
        kept.deallocate()
        pendingGroups.deallocate()
        pendingNumbers.deallocate()
        days.deallocate()
        nothing.deallocate()
        codeValues.deallocate()
        codeNames.deinitialize(count: codeCount)
        codeNames.deallocate()
        blockSums.deallocate()
    }

    private static func copied<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { (copy + index).initialize(to: element) }
        return copy
    }

    /// Whether the row may be one that adds up others, as far as a look shows.
    private func mayAddUp(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        let field = plan.layout.dateField
        guard field < block.fieldCount(row), block.withBytes(row, field, { ($0.first ?? 0) &- 0x30 < 10 }) else {
            return true
        }
        return GroupHeading.begins(block, row)
    }

    /// Reads the rows of a block below the header; those that are not clean are set aside.
    mutating func read(_ block: borrowing RowBlock, quote: UInt8) -> CleanRows.Stretch {
        let header = plan.layout.headerRow
        blockRows = 0
        for slot in 0..<quantityCount { blockSums[slot] = 0 }
        var aside = RowCollection()
        var marks: [CleanRows.Mark] = []
        for row in max(0, header &+ 1 &- block.firstRow)..<max(block.rowCount, header &+ 1 &- block.firstRow) {
            if take(block, row, quote: quote) {
                for slot in 0..<dateCount { count(slot, block, row) }
                continue
            }
            if mayAddUp(block, row) {
                marks.append(CleanRows.Mark(row: aside.count, sums: sums))
            }
            aside.append(block, row)
        }
        addPending()
        return CleanRows.Stretch(aside: aside.trimmed, marks: marks, sums: sums)
    }

    private var sums: CleanRows.Sums {
        CleanRows.Sums(rows: blockRows, columns: (0..<quantityCount).map { blockSums[$0] })
    }

    /// Counts the row if it is clean; else says no, and nothing was counted.
    @inline(__always)
    private mutating func take(_ block: borrowing RowBlock, _ row: Int, quote: UInt8) -> Bool {
        let cells = block.cells(row)
        guard cells.count == width else { return false }
        let row = CleanCells(cells, quote: quote)
        var first = 0
        while first < width, row[first].1 <= 0 { first &+= 1 }
        guard readDates(row), readNumbers(row) else { return false }
        let day = days[mainDate]
        let value = daysOfPeriod[day < dayFirstCount ? day : day &- dayFirstCount]
        guard let place = place(row, first, Int(value.era)), readCodes(row, first, Int(value.era)),
            areHarmless(row, first), holds()
        else { return false }
        var group = Int(value.month)
        for index in 0..<keptCount { group = group &* kept[index].values &+ Int(codeValues[kept[index].slot]) }
        add(to: Int(place) &* tally.groupsPerPlace &+ group)
        return true
    }

    // As far as the compiler knows, a store through a pointer may change `self`: what a loop needs is copied before it.

    @inline(__always)
    private func readDates(_ row: CleanCells) -> Bool {
        let (dateFields, days, mainDate) = (self.dateFields, self.days, self.mainDate)
        for index in 0..<dateCount {
            let field = dateFields[index]
            let (cell, count) = row[field.field]
            if count == 0, field.slot != mainDate, !field.isFilled {
                days[field.slot] = -1
                continue
            }
            let day = CellBytes.day(cell, count, firstYear: firstYear, years: years)
            guard day >= 0 else { return false }
            let place = day < dayFirstCount ? day : day &- dayFirstCount
            guard field.slot == mainDate ? daysOfPeriod[place].isGood : daysOfLife[place].isGood else { return false }
            days[field.slot] = day
        }
        return true
    }

    @inline(__always)
    private func readNumbers(_ row: CleanCells) -> Bool {
        let (quantityFields, numbers) = (self.quantityFields, self.numbers)
        var hasNumber = false
        for index in 0..<quantityCount {
            let field = quantityFields[index]
            let (cell, count) = row[field.field]
            if count == 0 {
                if field.isFilled { return false }
                numbers[field.slot] = -1
                continue
            }
            let number = CellBytes.number(cell, count)
            // -1 is the largest of all.
            guard UInt64(bitPattern: number) <= UInt64(bitPattern: field.bound) else { return false }
            numbers[field.slot] = number
            hasNumber = true
        }
        return hasNumber
    }

    @inline(__always)
    private mutating func areHarmless(_ row: CleanCells, _ first: Int) -> Bool {
        for index in 0..<textCount {
            let field = textFields[index]
            let (cell, count) = row[field.field]
            let isFirst = field.field == first
            if count == 0 || harmless[index].holds(cell, count, isFirst: isFirst) { continue }
            guard isHarmless(cell, count, field, isFirst: isFirst) else { return false }
            harmless[index].keep(cell, count, isFirst: isFirst)
        }
        return true
    }

    @inline(never)
    private mutating func isHarmless(_ cell: Bytes, _ count: Int, _ field: CleanPlan.Field, isFirst: Bool) -> Bool {
        guard byte_mask_is_plain(cell, count) else { return false }
        // A formula, or the error of one, is no reason.
        let mayBeFormula = cell[0] == UInt8(ascii: "=") || cell[0] == UInt8(ascii: "#")
        if field.role == .reason, count > plan.layout.reasonMost || mayBeFormula { return false }
        let bytes = UnsafeBufferPointer(start: cell, count: count)
        if PersonBytes.mayConcern(bytes, namesCount: field.role == .unknown) { return false }
        if isFirst, Glance(bytes).isBlank || GroupHeading.stands(in: bytes) { return false }
        if field.role == .unknown, !Glance(bytes).isBlank {
            filledUnknown |= 1 << UInt64(truncatingIfNeeded: field.slot)
        }
        return true
    }

    @inline(__always)
    private mutating func place(_ row: CleanCells, _ first: Int, _ era: Int) -> Int32? {
        let code = unitCodeField < 0 ? (Bytes(nothing), 0) : row[unitCodeField]
        let name = unitNameField < 0 ? (Bytes(nothing), 0) : row[unitNameField]
        if unitCodeField == first, code.0[0] <= 0x20 { return nil }
        if unitNameField == first, name.0[0] <= 0x20 { return nil }
        var entry = unitNames.find(name.0, name.1, code.0, code.1)
        if entry < 0 {
            entry = learnPlace(code, name)
            if entry < 0 { return nil }
        }
        let slot = unitNames.meaning(entry, era: era)
        return slot >= 0 ? slot : nil
    }

    @inline(never)
    private mutating func learnPlace(_ code: (Bytes, Int), _ name: (Bytes, Int)) -> Int {
        // A file of ever new names: its rows are read with care.
        if unitNames.isFull { return -1 }
        var meanings = [Int32](repeating: NameTable.needsCare, count: plan.days.eras.count)
        if let code = Self.text(code), let name = Self.text(name) {
            for (era, day) in plan.days.eras.enumerated() {
                guard let unit = plan.names.place(code, name, day) else { continue }
                meanings[era] = tally.slot(of: unit)
            }
        }
        return unitNames.add(name.0, name.1, code.0, code.1, meanings: meanings)
    }

    @inline(__always)
    private mutating func readCodes(_ row: CleanCells, _ first: Int, _ era: Int) -> Bool {
        let (codeFields, codeNames, codeValues) = (self.codeFields, self.codeNames, self.codeValues)
        for index in 0..<codeCount {
            let field = codeFields[index]
            let (cell, count) = row[field.field]
            if field.field == first, cell[0] <= 0x20 { return false }
            var entry = codeNames[field.slot].find(cell, count, nothing, 0)
            if entry < 0 {
                entry = learnCode(field.slot, cell, count)
                if entry < 0 { return false }
            }
            let value = codeNames[field.slot].meaning(entry, era: era)
            guard value >= 0 else { return false }
            codeValues[field.slot] = value
        }
        return true
    }

    @inline(never)
    private mutating func learnCode(_ slot: Int, _ cell: Bytes, _ count: Int) -> Int {
        if codeNames[slot].isFull { return -1 }
        var meanings = [Int32](repeating: NameTable.needsCare, count: plan.days.eras.count)
        let (column, list) = plan.codes[slot]
        if count == 0 {
            if !plan.isFilled(column) { meanings = [Int32](repeating: 0, count: plan.days.eras.count) }
        } else if let written = Self.text((cell, count)) {
            for (era, day) in plan.days.eras.enumerated() {
                guard let code = plan.names.code(written, list, day) else { continue }
                meanings[era] = Int32(truncatingIfNeeded: code)
            }
        }
        return codeNames[slot].add(cell, count, nothing, 0, meanings: meanings)
    }

    /// The text of a cell; `nil` where it holds what only the careful reading understands.
    private static func text(_ cell: (Bytes, Int)) -> String? {
        let bytes = UnsafeBufferPointer(start: cell.0, count: cell.1)
        if cell.1 == 0 { return "" }
        guard byte_mask_is_plain(cell.0, cell.1), !bytes.contains(UInt8(ascii: "\"")),
            !GroupHeading.stands(in: bytes), let text = String(validating: bytes, as: UTF8.self)?.trimmedCell,
            !text.isEmpty
        else { return nil }
        return text
    }

    @inline(__always)
    private func holds() -> Bool {
        for index in 0..<checkCount {
            let check = checks[index]
            switch check.kind {
            case .before:
                if days[check.slots.0] >= 0, days[check.slots.1] >= 0,
                    dayNumber(check.slots.1) < dayNumber(check.slots.0)
                {
                    return false
                }
            case .atMost:
                let (part, whole) = (numbers[check.slots.0], numbers[check.slots.1])
                if part >= 0, whole >= 0, part > whole { return false }
            case .zeroTogether:
                if numbers[check.slots.0] == 0, numbers[check.slots.1] > 0 { return false }
            case .follows:
                let (before, arising) = (numbers[check.slots.0], numbers[check.slots.1])
                let (settled, pending) = (numbers[check.slots.2], numbers[check.slots.3])
                if before >= 0, arising >= 0, settled >= 0, pending >= 0, before &+ arising &- settled != pending {
                    return false
                }
            }
        }
        return true
    }

    @inline(__always)
    private func dayNumber(_ slot: Int) -> Int32 {
        daysOfLife[days[slot] < dayFirstCount ? days[slot] : days[slot] &- dayFirstCount].number
    }

    /// Leaves the row's numbers where they are, to be added soon.
    @inline(__always)
    private mutating func add(to group: Int) {
        byte_mask_fetch(tally.groups + group &* tally.stride)
        pendingGroups[pendingCount] = group
        pendingCount &+= 1
        blockRows &+= 1
        for slot in 0..<quantityCount { blockSums[slot] &+= max(numbers[slot], 0) }
        numbers += quantityCount
        if pendingCount == Self.pendingMax { addPending() }
    }

    private mutating func addPending() {
        let groups = tally.groups
        let stride = tally.stride
        var number = pendingNumbers
        for index in 0..<pendingCount {
            let words = groups + pendingGroups[index] &* stride
            words[0] &+= 1
            for slot in 0..<quantityCount {
                if number[slot] < 0 { continue }
                words[1 &+ 2 &* slot] &+= number[slot]
                words[2 &+ 2 &* slot] &+= number[slot] == 0 ? 1 << 32 : 1
            }
            number += quantityCount
        }
        pendingCount = 0
        numbers = pendingNumbers
    }

    @inline(__always)
    private mutating func count(_ slot: Int, _ block: borrowing RowBlock, _ row: Int) {
        guard days[slot] >= 0 else { return }
        let place = slot &* tally.daysPerColumn &+ days[slot]
        if tally.dayCounts[place] == 0 { noteFirst(slot, place, block, row) }
        tally.dayCounts[place] &+= 1
    }

    @inline(never)
    private mutating func noteFirst(_ slot: Int, _ place: Int, _ block: borrowing RowBlock, _ row: Int) {
        guard let field = plan.fields.firstIndex(where: { $0.role == .date && $0.slot == slot }) else { return }
        let spot = CleanRows.Spot(
            line: block.line(of: row), row: block.spreadsheetRow(of: row), field: field, text: block.text(row, field))
        tally.noteFirst(place, spot)
    }

    /// Adds what another reader counted; `false` where a sum no longer fits.
    mutating func merge(_ other: borrowing CleanRowReader) -> Bool {
        filledUnknown |= other.filledUnknown
        return tally.merge(other.tally)
    }
}
