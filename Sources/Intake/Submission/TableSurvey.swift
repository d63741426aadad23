import DelimitedText
import Domain
import FastRows

/// One look at the whole table before any row is judged: where it ends, how numbers and dates are written in it, and
/// whether anything stands in the file that must not be kept.
struct TableSurvey {
    /// A cell that something was found in.
    struct Spot {
        let line: Int
        let row: Int
        let field: Int
        let text: String

        func position(in file: String, headers: [String]) -> Position {
            Position(
                file: file, line: line, row: row, column: field + 1,
                header: field < headers.count ? headers[field] : nil)
        }
    }

    /// The first cell that shows each notation.
    private(set) var notations: [NumberNotation: Spot] = [:]
    /// By column of the form.
    /// The first number that may be read in two ways; `nil` where none is, or another number proves the notation.
    var doubtfulNumber: DoubtfulNumber? { isNotationProven ? nil : firstDoubtful }
    private var firstDoubtful: DoubtfulNumber?
    private var isNotationProven = false
    private(set) var dates: [Int: DateSurvey] = [:]
    /// The first row below the table; rows are numbered as a spreadsheet numbers them.
    private(set) var footerStart = Int.max
    /// Rows that only head a group of rows and add them up.
    private(set) var groupRows: Set<Int> = []
    /// What stands anywhere in the file and must not be kept.
    private var persons: PersonsSurvey
    /// The first row that seemed to be below the table.
    private var firstFooter = Int.max
    private(set) var doubts: [Doubt] = []
    /// Whether a row heads others that are not the period's: then each row is read with care, in its order.
    private(set) var hasOtherFigures = false
    private var headings: TableHeadings?
    /// Fields without a name in the header in which something stands.
    private(set) var filledUnknown: Set<Int> = []
    /// What stands in a column that says of which period each row is, of the rows with figures.
    private(set) var rowPeriods: [Int: Set<String>] = [:]
    /// More months are in no year.
    private static let rowPeriodsMost = 13

    /// Whether the rows are those of a sheet.
    let isSheet: Bool
    private let table: TableShape
    private let units: UnitMatcher
    private let days: ClosedRange<Day>?
    private var tailIsBroken = false
    private var lastWasTotal = false
    private var pendingGroup: Int?
    private var widths: Set<Int> = []
    private var tailsAreEmpty = true
    private var knownDates = NameCache<DateText>()
    private var knownCells = NameCache<CellReading>()
    private var knownLabels = NameCache<HeadWords>()

    /// - Parameter clean: The rows that are clean, where they have been read; then only the others are looked at.
    init(
        _ document: DelimitedDocument, table: TableShape, units: UnitMatcher, period: Period?, days: ClosedRange<Day>?,
        persons: PersonsSurvey, clean: CleanRows? = nil
    ) {
        isSheet = document.dialect.isOfSheet
        self.table = table
        self.persons = persons
        self.units = units
        self.days = days
        for column in table.plan?.dates ?? [] where table.field(column) != nil { dates[column] = DateSurvey(days) }
        if let clean {
            if let plan = table.plan, let period { headings = TableHeadings(table, plan: plan, period: period) }
            self.persons.takeHead(of: document)
            take(clean)
            return
        }
        doubts = document.forEachBlock { block in
            self.persons.lookAhead(block)
            for row in 0..<block.rowCount {
                self.persons.take(block, row)
                if block.spreadsheetRow(of: row) > table.headerRow { take(block, row) }
            }
        }
    }

    /// What must not be kept, in the order of the file.
    var personSpots: [PersonsSurvey.Spot] { persons.spots(end) }

    /// Whether nothing but counts stands under a header that asks for persons.
    func isCounted(_ field: Int) -> Bool { persons.isCounted(field, end) }

    private var end: PersonsSurvey.End {
        PersonsSurvey.End(footerStart: footerStart, firstFooter: min(firstFooter, footerStart))
    }

    private mutating func take(_ clean: CleanRows) {
        var previous = table.headerRow
        clean.forEachStretch { aside, _ in
            persons.lookAhead(aside)
            for row in 0..<aside.rowCount {
                let number = aside.spreadsheetRow(of: row)
                if number > previous + 1 { passCleanRows(clean.plan.width) }
                persons.take(aside, row)
                take(aside, row)
                previous = number
            }
        }
        if clean.lastRow > previous { passCleanRows(clean.plan.width) }
        clean.forEachDate { column, date, count, spot in
            let text: DateText =
                switch date {
                case .ordered(let first, let second, let year): .ordered(first: first, second: second, year: year)
                case .day(let day): .day(day)
                }
            dates[column]?.take(text, row: spot.row, times: count) {
                Spot(line: spot.line, row: spot.row, field: spot.field, text: spot.text)
            }
        }
        filledUnknown.formUnion(clean.filledUnknown)
    }

    /// Clean rows have numbers, a day and a place: the table goes on.
    private mutating func passCleanRows(_ width: Int) {
        footerStart = Int.max
        tailIsBroken = false
        lastWasTotal = false
        if let pendingGroup { groupRows.insert(pendingGroup) }
        pendingGroup = nil
        widths.insert(width)
    }

    /// The number of cells that a row must have: the header's, unless all rows have the same empty tail.
    var width: Int {
        if isSheet { return table.headerFields }
        guard let only = widths.first, widths.count == 1, tailsAreEmpty, only >= table.headerWidth else {
            return table.headerFields
        }
        return only
    }

    /// Whether all rows are longer than the header, by cells that are empty: it may have lost a delimiter.
    var isHeaderShort: Bool { width > table.headerFields }

    private mutating func take(_ block: borrowing RowBlock, _ row: Int) {
        let fieldCount = block.fieldCount(row)
        var isBlank = true
        var hasQuantity = false
        for field in 0..<fieldCount {
            let role = field < table.roles.count ? table.roles[field] : .beyond
            let glance = block.withBytes(row, field) { Glance($0) }
            if glance.isBlank { continue }
            isBlank = false
            switch role {
            case .quantity(let decimals):
                if glance.isDigits {
                    hasQuantity = true
                } else if readQuantity(block, row, field, decimals: decimals) {
                    hasQuantity = true
                }
            case .date(let column):
                let date = knownDates.value(column, block.written(row, field)) {
                    DateText(block.text(row, field)).resolved(
                        in: days.map { ReadingContext.window($0, isDeciding: column == table.plan?.date) })
                }
                dates[column]?.take(date, row: block.spreadsheetRow(of: row)) {
                    Self.spot(block, row, field, block.text(row, field))
                }
            case .text, .code, .place, .ordinal: break
            case .unknown: filledUnknown.insert(field)
            // A sheet's header ends with its last name, wherever its rows end.
            case .beyond: if isSheet, hasQuantity { filledUnknown.insert(field) }
            }
        }
        if !isBlank, !hasQuantity, !hasOtherFigures { hasOtherFigures = headings?.find(block, row) != nil }
        place(block, row, isBlank: isBlank, hasQuantity: hasQuantity)
        if hasQuantity, footerStart == Int.max {
            measure(block, row, fieldCount)
            for field in table.periodFields where field < fieldCount {
                guard rowPeriods[field, default: []].count < Self.rowPeriodsMost else { continue }
                let text = block.text(row, field).trimmedCell
                if !text.isEmpty { rowPeriods[field, default: []].insert(text) }
            }
        }
    }

    private mutating func readQuantity(
        _ block: borrowing RowBlock, _ row: Int, _ field: Int, decimals: Int
    ) -> Bool {
        let reading = knownCells.value(0, block.written(row, field)) {
            CellReading(block.text(row, field), isSettled: block.isSettled(row, field))
        }
        switch reading {
        case .number(let number):
            switch number.evidence {
            case .proof(let notation):
                isNotationProven = true
                note(notation, block, row, field)
            case .grouping(let notation):
                if decimals < 3 { note(notation, block, row, field) }
                if decimals == 0 {
                    isNotationProven = true
                } else if firstDoubtful == nil {
                    let spot = Self.spot(block, row, field, block.text(row, field))
                    firstDoubtful = DoubtfulNumber(spot: spot, number: number)
                }
            case .none: break
            }
            return true
        case .zero, .uncollected: return true
        case .empty, .fault: return false
        }
    }

    private mutating func note(
        _ notation: NumberNotation, _ block: borrowing RowBlock, _ row: Int, _ field: Int
    ) {
        if notations[notation] == nil { notations[notation] = Self.spot(block, row, field, block.text(row, field)) }
    }

    private static func spot(_ block: borrowing RowBlock, _ row: Int, _ field: Int, _ text: String) -> Spot {
        Spot(line: block.line(of: row), row: block.spreadsheetRow(of: row), field: field, text: text)
    }

    /// Finds the end of the table: the first row after the last number that says so, or that follows a total or a
    /// blank row and names nothing.
    private mutating func place(_ block: borrowing RowBlock, _ row: Int, isBlank: Bool, hasQuantity: Bool) {
        let number = block.spreadsheetRow(of: row)
        if isBlank {
            tailIsBroken = true
            return
        }
        if hasQuantity, footerStart == Int.max || table.hasIdentity(block, row) {
            footerStart = Int.max
            tailIsBroken = false
            let label = table.label(block, row, &knownLabels)
            lastWasTotal = label?.isTotal ?? false
            settleGroup(block, row, isTotal: lastWasTotal)
            return
        }
        guard footerStart == Int.max else { return }
        switch table.label(block, row, &knownLabels) {
        case .footer: endTable(number)
        case .nothingOccurred: tailIsBroken = false
        default:
            if tailIsBroken || lastWasTotal || SignerLine.isMade(of: block, row), !namesSomething(block, row) {
                endTable(number)
            } else {
                settleGroup(block, row, isTotal: false)
            }
        }
    }

    private mutating func endTable(_ row: Int) {
        footerStart = row
        firstFooter = min(firstFooter, row)
    }

    private mutating func settleGroup(_ block: borrowing RowBlock, _ row: Int, isTotal: Bool) {
        let isGroup = table.isGroupHeading(block, row) && !isOfCommune(block, row)
        if let pendingGroup, !isGroup, !isTotal { groupRows.insert(pendingGroup) }
        pendingGroup = isGroup ? block.spreadsheetRow(of: row) : nil
    }

    /// Whether a row is one of a commune, however it is numbered: «VIII | 04099 | Xã Phiêng Khoài».
    private func isOfCommune(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        let (code, name) = table.placeTexts(block, row)
        if code.utf8.count == 5, code.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
        guard let days else { return false }
        let bare = GroupHeading.unnumbered(name)
        let named = bare.isEmpty ? [] : units.units(named: bare, during: days)
        // «X.» stands for «Xã» sooner than for a tenth group.
        return name.hasPrefix("X.")
            ? named.contains { $0.level == .commune } : !named.isEmpty && named.allSatisfy { $0.level == .commune }
    }

    /// Whether a row without numbers is about a place or a day all the same.
    private func namesSomething(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        if let field = table.field(table.plan?.date), field < block.fieldCount(row),
            DateText(block.text(row, field)).day(in: .dayFirst) != nil
        {
            return true
        }
        let (code, name) = table.placeTexts(block, row)
        if !code.isEmpty, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        guard !name.isEmpty, let days else { return !name.isEmpty && table.plan == nil }
        return RowLabel(name) == .provincial || !units.units(named: name, during: days).isEmpty
    }

    private mutating func measure(_ block: borrowing RowBlock, _ row: Int, _ fieldCount: Int) {
        widths.insert(fieldCount)
        guard fieldCount > table.headerFields else { return }
        for field in table.headerFields..<fieldCount where !block.withBytes(row, field, { Glance($0).isBlank }) {
            tailsAreEmpty = false
        }
    }
}
