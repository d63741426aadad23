import DelimitedText
import Domain

/// Lists of persons that stand in a file beside what was asked for: rows of names with births or numbers, under a header
/// of their own or none.
struct PersonLists {
    /// A cell of a row that something stands in.
    struct Filled {
        let field: Int
        let cell: PersonCell
    }

    /// A row that names somebody in a cell of its own.
    private struct NamedRow {
        let spot: PersonsSurvey.Spot
        let isStrong: Bool
        let hasOrdinal: Bool
        let hasBirth: Bool
        let isAnnounced: Bool
        let isAlone: Bool
        /// Others stand beside it, as in a table.
        let hasCompany: Bool
        /// In a column of places, streets or schools.
        let isOfPlaces: Bool
        /// Below a heading that asks for persons.
        let isAskedFor: Bool
        /// Below one that asks for persons who never sign.
        let isAskedForAlone: Bool
    }

    /// What a text says as a heading, or as a cell of one.
    private struct HeadingWords {
        let announcesList: Bool
        let isPersonal: Bool
        let isOfSigners: Bool
        let namesPlaces: Bool
        let namesPersons: Bool
        let namesWhoNeverSigns: Bool

        init(_ written: String) {
            let text = SeenText.of(written)
            namesWhoNeverSigns = PersonHeader.namesWhoNeverSigns(text)
            announcesList = PersonHeader.announcesList(text)
            isPersonal = !text.contains(":") && PersonHeader.isPersonal(text)
            isOfSigners = PersonHeader.isOfSigners(text)
            namesPlaces = PersonHeader.namesPlaces(text)
            namesPersons = PersonHeader.namesPersons(text)
        }
    }

    /// What the header of a column of the table says of its cells.
    private struct ColumnWords {
        let isEmpty: Bool
        let namesPlaces: Bool
        let namesPersons: Bool

        init(_ written: String) {
            let header = SeenText.of(written)
            isEmpty = header.isEmpty
            namesPlaces = !isEmpty && PersonHeader.namesPlaces(header)
            namesPersons = !isEmpty && PersonHeader.namesPersons(header)
        }
    }

    private var columnWords: [Int: ColumnWords] = [:]
    /// Rows of a register say the same few words.
    private var knownWords = NameCache<HeadingWords>()
    private var rows: [NamedRow] = []
    /// Cells that name somebody in columns of the table where persons' names would stand, if the rows are the table's.
    private var inColumns: [PersonsSurvey.Spot] = []
    private var headings: [PersonsSurvey.Spot] = []
    private var isAnnounced = false
    /// Fields in which the last heading asks for places, streets or schools.
    private var placeFields: Set<Int> = []
    /// And those in which it asks for persons.
    private var personFields: Set<Int> = []
    /// Of these, persons who never sign: one is enough.
    private var fieldsOfOne: Set<Int> = []
    private let layout: PersonsSurvey.Layout
    private let bornBefore: Int
    private let placeNames: PlaceNames

    private static let sexes: Set<String> = ["nam", "nữ"]
    private static let most = 1_000
    /// So many rows of a name alone are a list; fewer are those who sign.
    private static let leastAlone = 4
    /// So many rows that begin with a name are a table of persons.
    private static let leastInCompany = 3
    /// One who signs may stand below «Người kiểm tra».
    private static let leastAskedFor = 2

    init(_ layout: PersonsSurvey.Layout, bornBefore: Int, placeNames: PlaceNames) {
        self.layout = layout
        self.bornBefore = bornBefore
        self.placeNames = placeNames
    }

    private var headerRow: Int { layout.headerRow }

    /// A row that is not the table's header.
    mutating func take(_ block: borrowing RowBlock, _ row: Int, _ cells: [Filled]) {
        let filled = Self.withJoinedNames(block, row, cells)
        guard filled.contains(where: \.cell.isName) else { return takeHeading(block, row, filled) }
        let names = filled.filter { other in
            other.cell.isName && !placeNames.contains(block.text(row, other.field).trimmedCell)
        }
        guard let name = names.first else { return }
        let birth = fieldOfBirth(block, row, filled)
        if inColumns.count < Self.most, block.spreadsheetRow(of: row) > headerRow {
            for name in names where isOfPersons(name, hasBirth: birth != nil && birth != name.field) {
                let text = block.text(row, name.field).trimmedCell
                inColumns.append(spot(block, row, name.field, .person(text)))
            }
        }
        // «1», «-», «a)»
        let start = block.withBytes(row, filled[0].field) { bytes in
            bytes.count > 1 && bytes[1] == UInt8(ascii: ")") ? UInt8(ascii: "-") : bytes.first { $0 > 0x20 } ?? 0
        }
        rows.append(
            NamedRow(
                spot: spot(block, row, name.field, .person(block.text(row, name.field).trimmedCell)),
                isStrong: name.cell.isStrongName, hasOrdinal: start &- 0x30 < 10 || start == UInt8(ascii: "-"),
                hasBirth: birth != nil && birth != name.field, isAnnounced: isAnnounced, isAlone: filled.count == 1,
                hasCompany: filled.count >= 3, isOfPlaces: placeFields.contains(name.field),
                isAskedFor: personFields.contains(name.field), isAskedForAlone: fieldsOfOne.contains(name.field)))
        // The first are above a table, the last below it; those in it are judged by their columns.
        if rows.count == 3 * Self.most { rows.removeSubrange(Self.most..<2 * Self.most) }
    }

    /// `Lò;Văn;X` and `Lò Văn;X`: a name that stands in cells beside one another is that of the first.
    private static func withJoinedNames(_ block: borrowing RowBlock, _ row: Int, _ filled: [Filled]) -> [Filled] {
        guard filled.count <= 40 else { return filled }
        var joined = filled
        for at in filled.indices.dropLast() where !filled[at].cell.isCivilName {
            // The last letter, a blank or the beginning, and no more of nearly all cells.
            let part = block.withBytes(row, filled[at].field) { middle(at: $0) }
            guard let part, part == .end || at > 0 else { continue }
            let first = part == .whole ? at - 1 : at
            let text = (first...at + 1).map { block.text(row, filled[$0].field).trimmedCell }.joined(separator: " ")
            let cell = PersonCell(text, PersonCell.Place())
            if cell.isCivilName { joined[first] = Filled(field: filled[first].field, cell: cell) }
        }
        return joined
    }

    /// What of a cell is a middle name.
    private enum MiddlePart { case whole, end }

    private static func middle(at bytes: UnsafeBufferPointer<UInt8>) -> MiddlePart? {
        guard let last = bytes.last, bytes.count < 24, lastLetters.contains(last) else { return nil }
        for middle in middles where bytes.count >= middle.count && bytes.suffix(middle.count).elementsEqual(middle) {
            if bytes.count == middle.count { return .whole }
            if bytes.count >= middle.count + 2, bytes[bytes.count - middle.count - 1] == 0x20 { return .end }
        }
        return nil
    }

    private static let lastLetters = Set(middles.compactMap(\.last))

    private static let middles = ["Văn", "Thị", "VĂN", "THỊ", "A"].map { Array($0.utf8) }

    /// «Lò Văn X;Nam;35»: of offices nobody says so.
    private func fieldOfBirth(_ block: borrowing RowBlock, _ row: Int, _ filled: [Filled]) -> Int? {
        for other in filled where block.withBytes(row, other.field, { $0.count <= 12 }) {
            let text = block.text(row, other.field)
            if BirthMention.year(cell: text).map({ $0 < bornBefore }) ?? Self.sexes.contains(Folding.exact(text)) {
                return other.field
            }
        }
        return nil
    }

    private func spot(
        _ block: borrowing RowBlock, _ row: Int, _ field: Int, _ found: PersonFound
    ) -> PersonsSurvey.Spot {
        PersonsSurvey.Spot(
            line: block.line(of: row), row: block.spreadsheetRow(of: row), field: field, found: found)
    }

    /// A row without a name may announce a list, or head one.
    private mutating func takeHeading(_ block: borrowing RowBlock, _ row: Int, _ filled: [Filled]) {
        let number = block.spreadsheetRow(of: row)
        // Rows of a table head nothing; most have a number in front.
        guard headings.count < Self.most, filled.count <= 40, number < headerRow || mayHead(block, row, filled[0].field)
        else { return }
        var texts: [(field: Int, words: HeadingWords)] = []
        for field in filled.map(\.field) {
            guard mayHead(block, row, field) else { continue }
            let text = block.text(row, field).trimmedCell
            guard text.utf8.count < 200, (text.utf8.first ?? 0x30) &- 0x30 >= 10 else { continue }
            texts.append((field, knownWords.value(0, block.written(row, field)) { HeadingWords(text) }))
        }
        if texts.contains(where: \.words.announcesList) { (isAnnounced, placeFields) = (true, []) }
        let personal = texts.filter(\.words.isPersonal)
        let isSigned = texts.contains(where: \.words.isOfSigners)
        if !texts.isEmpty { fieldsOfOne = Set(texts.filter(\.words.namesWhoNeverSigns).map(\.field)) }
        if isSigned { isAnnounced = false }
        if personal.count >= 2 || personal.count == 1 && (filled.count >= 3 || headerRow == 0), !isSigned {
            headings += personal.map { spot(block, row, $0.field, .header(block.text(row, $0.field).trimmedCell)) }
        } else if texts.count >= 2, personal.isEmpty {
            let heads = texts.count == filled.count ? texts : []
            placeFields = Set(heads.filter(\.words.namesPlaces).map(\.field))
            personFields = isSigned ? [] : Set(heads.filter(\.words.namesPersons).map(\.field)).subtracting(placeFields)
        }
    }

    private func mayHead(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        block.withBytes(row, field) { ($0.first { $0 > 0x20 } ?? 0x30) &- 0x30 >= 10 }
    }

    func spots(_ end: PersonsSurvey.End) -> [PersonsSurvey.Spot] {
        func isBeside(_ row: Int) -> Bool { row < headerRow || headerRow == 0 || row >= end.firstFooter }
        let outside = rows.filter { row in
            (!row.isOfPlaces || row.isStrong && (row.hasBirth || row.isAnnounced)) && isBeside(row.spot.row)
        }
        let asked = outside.count { $0.isStrong && $0.isAskedFor } >= Self.leastAskedFor
        let numbered = outside.filter { $0.isStrong && $0.hasOrdinal }.count >= 2
        let alone = outside.count { $0.isStrong && $0.isAlone } >= Self.leastAlone
        let inCompany = outside.count { $0.isStrong && $0.hasCompany } >= Self.leastInCompany
        let listed = outside.filter { row in
            // Rows that only seemed to be below the table need more to be a list's.
            let isSure = row.isStrong || row.spot.row >= end.footerStart || row.spot.row <= headerRow || headerRow == 0
            return row.hasBirth && isSure
                || row.isStrong
                    && (row.isAskedForAlone || row.isAnnounced || asked && row.isAskedFor || numbered && row.hasOrdinal
                        || alone && row.isAlone
                        || inCompany && row.hasCompany)
        }
        return listed.map(\.spot) + inColumns.filter { !isBeside($0.row) } + headings.filter { isBeside($0.row) }
    }

    /// In a column of the table that is none of the form's, or one of words.
    private mutating func isOfPersons(_ name: Filled, hasBirth: Bool) -> Bool {
        let field = name.field
        let header = header(of: field)
        if field < layout.roles.count {
            switch layout.roles[field] {
            case .unknown: break
            // Of the form's own columns, those of words; no place and no number is called like a person.
            case .text:
                return name.cell.isCivilName && field != layout.reasonField && !header.namesPlaces
            default: return name.cell.isCivilName
            }
        }
        if name.cell.isCivilName, !header.namesPlaces { return true }
        return header.isEmpty ? hasBirth : header.namesPersons && !header.namesPlaces
    }

    /// Asked once of each column.
    private mutating func header(of field: Int) -> ColumnWords {
        if let words = columnWords[field] { return words }
        let words = ColumnWords(field < layout.headers.count ? layout.headers[field] : "")
        columnWords[field] = words
        return words
    }
}
