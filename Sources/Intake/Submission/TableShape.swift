import DelimitedText
import Domain
import FastRows

/// Where a file's table begins, and what each of its fields is for.
struct TableShape {
    enum Role {
        case ordinal, place, text, code, unknown
        case quantity(decimals: Int)
        case date(column: Int)
        /// Past the end of the header.
        case beyond
    }

    /// The spreadsheet row of the header; 0 where there is none.
    let headerRow: Int
    /// How many fields the header has, and up to which of them something stands.
    let headerFields: Int
    let headerWidth: Int
    let roles: [Role]
    /// `nil` where the form is not known: then every field is text.
    let plan: FormPlan?
    let map: ColumnMap?
    /// Fields of no column of the form that say of which period a row is.
    let periodFields: Set<Int>

    /// A table of no form that is known.
    init(header: TableHeader?) {
        headerRow = header?.spreadsheetRow ?? 0
        headerFields = header?.texts.count ?? 0
        headerWidth = header?.width ?? 0
        roles = [Role](repeating: .unknown, count: headerFields)
        plan = nil
        map = nil
        periodFields = []
    }

    init(header: TableHeader, plan: FormPlan, map: ColumnMap) {
        headerRow = header.spreadsheetRow
        headerFields = header.texts.count
        headerWidth = header.width
        self.plan = plan
        self.map = map
        var roles = [Role](repeating: .unknown, count: header.texts.count)
        for (index, column) in plan.form.columns.enumerated() {
            guard let field = map.fields[index] else { continue }
            roles[field] =
                switch column.kind {
                case .ordinal: .ordinal
                case .unitCode, .unitName: .place
                case .count: .quantity(decimals: 0)
                case .decimal(let decimals): .quantity(decimals: decimals)
                case .date: .date(column: index)
                case .code: .code
                case .text, .reason: .text
                }
        }
        self.roles = roles
        let isRegister = plan.form.layout == .register
        periodFields = Set(
            roles.indices.filter { field in
                guard !isRegister, case .unknown = roles[field] else { return false }
                return Self.periodHeaders.contains(Folding.key(header.texts[field]))
            })
    }

    private static let periodHeaders: Set<String> = ["thang", "ky", "ky bao cao", "thang bao cao", "quy", "ky so lieu"]

    func field(_ column: Int?) -> Int? { column.flatMap { map?.fields[$0] } }

    /// The cell of a column as it stands in the file; empty where there is none. Valid as long as the block.
    func written(_ block: borrowing RowBlock, _ row: Int, _ column: Int?) -> UnsafeBufferPointer<UInt8> {
        guard let field = field(column), field < block.fieldCount(row) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return block.written(row, field)
    }

    /// Code and name of the row's place, trimmed.
    func placeTexts(_ block: borrowing RowBlock, _ row: Int) -> (code: String, name: String) {
        let count = block.fieldCount(row)
        let code = field(plan?.unitCode).map { $0 < count ? block.text(row, $0).cellOfScript : "" } ?? ""
        let name = field(plan?.unitName).map { $0 < count ? block.text(row, $0).cellOfScript : "" } ?? ""
        return (code, name)
    }

    /// Whether the row names a place or a day.
    func hasIdentity(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        for column in [plan?.unitCode, plan?.unitName, plan?.date] {
            guard let field = field(column), field < block.fieldCount(row) else { continue }
            if !block.withBytes(row, field, { Glance($0).isBlank }) { return true }
        }
        return false
    }

    /// What the first words of the row make of it. A row with a date is one of data, whatever its words, and codes
    /// such as «toàn tỉnh» are no labels.
    ///
    /// - Parameter known: What the words of rows before were found to be.
    func label(_ block: borrowing RowBlock, _ row: Int, _ known: inout NameCache<HeadWords>) -> RowLabel? {
        if let field = field(plan?.date), field < block.fieldCount(row),
            block.withBytes(row, field, { ($0.first ?? 0) &- 0x30 < 10 })
        {
            return nil
        }
        var looked = 0
        for field in 0..<block.fieldCount(row) {
            if field < roles.count, case .code = roles[field] { return nil }
            guard Self.beginsWithWords(block, row, field) else { continue }
            let words = known.value(0, block.written(row, field)) { HeadWords(block.text(row, field).trimmedCell) }
            if case .none = words { continue }
            // «Hòa An | không phát sinh» is a place with a zero.
            if case .label(let label) = words, looked == 0 || label != .nothingOccurred,
                label != .comparison || isHead(field)
            {
                return label
            }
            looked += 1
            if looked == 2 { return nil }
        }
        return nil
    }

    /// Whether a row's place or number stands in the field: in others a measure of a list may be called «Tỷ lệ …».
    private func isHead(_ field: Int) -> Bool {
        guard field < roles.count else { return false }
        switch roles[field] {
        case .place, .ordinal: return true
        default: return false
        }
    }

    /// Whether the row is numbered `I`, `II`, `A`, `B` or named `I. …`: the head of a group.
    func isGroupHeading(_ block: borrowing RowBlock, _ row: Int) -> Bool { GroupHeading.begins(block, row) }

    /// Whether a cell is neither empty nor begins like a number.
    private static func beginsWithWords(_ block: borrowing RowBlock, _ row: Int, _ field: Int) -> Bool {
        let start = block.withBytes(row, field) { bytes in bytes.first { $0 > 0x20 } ?? 0 }
        return start > 0x39 || start == UInt8(ascii: "(") || start == UInt8(ascii: "*")
    }
}

/// What the words of a cell at the head of a row are.
enum HeadWords {
    /// Nothing, or a whole sentence.
    case none
    case label(RowLabel)
    case other

    init(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 300 else {
            self = .none
            return
        }
        self = RowLabel(text).map { .label($0) } ?? .other
    }
}
