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
        let isCivil: Bool
        let hasOrdinal: Bool
        let hasBirth: Bool
        let isAnnounced: Bool
        let isAlone: Bool
        /// Others stand beside it, as in a table.
        let hasCompany: Bool
    }

    /// What a text says as a heading, or as a cell of one.
    private struct HeadingWords {
        let announcesList: Bool
        let isPersonal: Bool
        let isOfSigners: Bool
        let namesPlaces: Bool

        init(_ text: String) {
            announcesList = PersonHeader.announcesList(text)
            isPersonal = !text.contains(":") && PersonHeader.isPersonal(text)
            isOfSigners = PersonHeader.isOfSigners(text)
            namesPlaces = PersonHeader.namesPlaces(text)
        }
    }

    /// Rows of a register say the same few words.
    private var knownWords = NameCache<HeadingWords>()
    private var rows: [NamedRow] = []
    private var headings: [PersonsSurvey.Spot] = []
    private var isAnnounced = false
    private var isOfPlaces = false
    private let layout: PersonsSurvey.Layout
    private let bornBefore: Int
    private let placeNames: PlaceNames

    private static let sexes: Set<String> = ["nam", "nữ"]
    private static let most = 1_000
    /// So many rows of a name alone are a list; fewer are those who sign.
    private static let leastAlone = 4
    /// So many rows that begin with a name are a table of persons.
    private static let leastInCompany = 3

    init(_ layout: PersonsSurvey.Layout, bornBefore: Int, placeNames: PlaceNames) {
        self.layout = layout
        self.bornBefore = bornBefore
        self.placeNames = placeNames
    }

    private var headerRow: Int { layout.headerRow }

    /// A row that is not the table's header.
    mutating func take(_ block: borrowing RowBlock, _ row: Int, _ filled: [Filled]) {
        guard let name = filled.first(where: \.cell.isName) else { return takeHeading(block, row, filled) }
        guard rows.count < Self.most, !isOfPlaces else { return }
        let text = block.text(row, name.field).trimmedCell
        guard !placeNames.contains(text) else { return }
        let start = block.withBytes(row, filled[0].field) { $0.first { $0 > 0x20 } ?? 0 }
        let hasBirth = filled.contains { other in
            guard other.field != name.field, block.withBytes(row, other.field, { $0.count <= 12 }) else { return false }
            let text = block.text(row, other.field)
            // «Lò Văn X;Nam;35»: of offices nobody says so.
            return BirthMention.year(cell: text).map { $0 < bornBefore } ?? Self.sexes.contains(Folding.exact(text))
        }
        rows.append(
            NamedRow(
                spot: spot(block, row, name.field, .person(text)), isStrong: name.cell.isStrongName,
                isCivil: name.cell.isCivilName,
                hasOrdinal: start &- 0x30 < 10 || start == UInt8(ascii: "-"), hasBirth: hasBirth,
                isAnnounced: isAnnounced, isAlone: filled.count == 1, hasCompany: filled.count >= 3))
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
        if texts.contains(where: \.words.announcesList) { (isAnnounced, isOfPlaces) = (true, false) }
        let personal = texts.filter(\.words.isPersonal)
        let isSigned = texts.contains(where: \.words.isOfSigners)
        if isSigned { isAnnounced = false }
        if personal.count >= 2 || personal.count == 1 && (filled.count >= 3 || headerRow == 0), !isSigned {
            headings += personal.map { spot(block, row, $0.field, .header(block.text(row, $0.field).trimmedCell)) }
        } else if texts.count >= 2, personal.isEmpty {
            isOfPlaces = texts.contains(where: \.words.namesPlaces) && texts.count == filled.count
        }
    }

    private func mayHead(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        block.withBytes(row, field) { ($0.first { $0 > 0x20 } ?? 0x30) &- 0x30 >= 10 }
    }

    func spots(_ end: PersonsSurvey.End) -> [PersonsSurvey.Spot] {
        func isBeside(_ row: Int) -> Bool { row < headerRow || headerRow == 0 || row >= end.firstFooter }
        let outside = rows.filter { isBeside($0.spot.row) }
        let numbered = outside.filter { $0.isStrong && $0.hasOrdinal }.count >= 2
        let alone = outside.count { $0.isStrong && $0.isAlone } >= Self.leastAlone
        let inCompany = outside.count { $0.isStrong && $0.hasCompany } >= Self.leastInCompany
        let listed = outside.filter { row in
            // Rows that only seemed to be below the table need more to be a list's.
            let isSure = row.isStrong || row.spot.row >= end.footerStart || row.spot.row <= headerRow || headerRow == 0
            return row.hasBirth && isSure
                || row.isStrong
                    && (row.isAnnounced || numbered && row.hasOrdinal || alone && row.isAlone
                        || inCompany && row.hasCompany)
        }
        let inTable = rows.filter { !isBeside($0.spot.row) && isOfPersons($0) }
        return (listed + inTable).map(\.spot) + headings.filter { isBeside($0.row) }
    }

    /// In a column of the table that is none of the form's.
    private func isOfPersons(_ row: NamedRow) -> Bool {
        let field = row.spot.field
        let header = field < layout.headers.count ? layout.headers[field] : ""
        if field < layout.roles.count {
            switch layout.roles[field] {
            case .unknown: break
            // Of the form's own columns, those of words.
            case .text: return row.isCivil && field != layout.reasonField && !PersonHeader.namesPlaces(header)
            default: return false
            }
        }
        if row.isCivil, !header.isEmpty, !PersonHeader.namesPlaces(header) { return true }
        return header.isEmpty ? row.hasBirth : PersonHeader.namesPersons(header) && !PersonHeader.namesPlaces(header)
    }
}
