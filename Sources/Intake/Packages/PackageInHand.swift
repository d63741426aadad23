import DelimitedText
import Domain

/// A province's package on its way to a reading: its tidy figures as rows of the form of packages.
///
/// Rows and columns stand where they stand in `so-lieu-….csv`, so that findings and traces name its lines. What the
/// package says of itself (department, period, edition) takes the place of the lines above a header.
///
/// A commune has its own row. The province's row becomes what of it lies in no commune (`chưa phân bổ`), with the
/// province's own state, so that the province here is the province as it was sent, whatever of it is masked.
struct PackageInHand {
    private(set) var package: PackageFile
    let entries: [Head.Entry]
    let document: DelimitedDocument

    var faults: [PackageFile.Fault] { package.faults }

    /// `nil`: the bytes are no package, or the office reads none.
    init?(_ file: SourceFile, names: CatalogueNames) {
        guard let form = names.catalogue.forms.first(where: \.isOfPackages), var package = PackageFile(file.bytes)
        else {
            return nil
        }
        let figures = PackagedFigures(package.figures, catalogue: names.catalogue)
        for fault in figures.faults { package.add(fault) }
        if let period = package.manifest?.period, let written = figures.period, written != period {
            package.add(.disagree(period, written))
        }
        let position = Position(file: file.path)
        func entry(_ key: Head.Key, _ label: String, _ value: String?) -> Head.Entry? {
            value.map { Head.Entry(key: key, label: label, value: $0, position: position) }
        }
        let department = figures.province.flatMap { code in
            names.catalogue.departments.last { $0.unit == code }
        }
        if let code = figures.province, department == nil { package.add(.unknownProvince(code)) }
        entries = [
            entry(.form, "manifest.json", form.number), entry(.period, "manifest.json", package.manifest?.period),
            entry(.department, "so-lieu", department?.code),
            entry(.sequence, "manifest.json", package.manifest.map { "\($0.edition)" }),
            entry(.blanks, "so-lieu", "chưa có số liệu"),
        ].compactMap(\.self)
        document =
            package.faults.isEmpty
            ? DelimitedDocument(ofSheet: figures.written(as: form), witnesses: names.words)
            : DelimitedDocument(ofSheet: figures.header(of: form))
        self.package = package
    }
}

/// The figures of a package, by indicator.
private struct PackagedFigures {
    private struct Row {
        let line: Int
        let indicator: String
        let place: String
        let amount: Quantity?
        let state: PackagedState
    }

    private enum Column: String, CaseIterable {
        case period = "Kỳ"
        case indicator = "Mã chỉ tiêu"
        case place = "Mã địa bàn"
        case name = "Địa bàn"
        case level = "Cấp"
        case amount = "Kỳ này"
        case state = "Tình trạng"
        case received = "Báo cáo đã nhận"
        case owed = "Báo cáo phải gửi"
    }

    private(set) var province: String?
    private(set) var period: String?
    private(set) var faults: [PackageFile.Fault] = []
    private var provinces: [String: Row] = [:]
    private var communes: [String: [Row]] = [:]
    private var indicators: [String] = []
    private var places: [Column: Int] = [:]
    /// Of all figures of the province itself.
    private var reports: [PackagedReports: Int64] = [:]
    private var lastLine = 1

    init(_ bytes: [UInt8], catalogue: Catalogue) {
        guard !bytes.isEmpty else { return }
        // A ratio is divided anew; of what the office does not count nothing is asked.
        let counted = Set(catalogue.indicators.filter { $0.measures.count == 1 }.map(\.code))
        let rows = DelimitedDocument(bytes).rows()
        for (place, text) in (rows.first?.fields ?? []).enumerated() {
            if let column = Column(rawValue: text) { places[column] = place }
        }
        guard places.count == Column.allCases.count else {
            faults.append(.row(1, rows.first?.fields.joined(separator: ",") ?? ""))
            return
        }
        for row in rows.dropFirst() { take(row, counted) }
        lastLine = rows.last?.spreadsheetRow ?? 1
        reports = reports.filter { counted.contains($0.key.rawValue) }
        checkSums()
    }

    private mutating func take(_ row: DelimitedText.Row, _ counted: Set<String>) {
        func text(_ column: Column) -> String {
            places[column].flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? ""
        }
        let indicator = text(.indicator)
        let level = text(.level)
        if period == nil { period = text(.period) }
        if level == "tỉnh", province == nil { province = text(.place) }
        guard counted.contains(indicator), level == "tỉnh" || level == "xã" else { return }
        let written = text(.amount)
        let amount = Quantity(written: written)
        let isMark = Absence.allCases.contains { $0.mark(in: .vi) == written }
        guard let state = PackagedState(name: text(.state)), amount != nil || isMark, text(.period) == period,
            level != "tỉnh" || text(.place) == province
        else {
            if faults.count < 20 { faults.append(.row(row.line, written)) }
            return
        }
        let read = Row(
            line: row.spreadsheetRow, indicator: indicator, place: text(.place), amount: amount, state: state)
        if level == "tỉnh" {
            reports[.received, default: 0] += Int64(text(.received)) ?? 0
            reports[.owed, default: 0] += Int64(text(.owed)) ?? 0
            if provinces.updateValue(read, forKey: indicator) == nil { indicators.append(indicator) }
        } else {
            communes[indicator, default: []].append(read)
        }
    }

    private mutating func checkSums() {
        for code in indicators {
            guard let whole = provinces[code], let amount = whole.amount,
                amount.thousandths < parts(of: code)
            else { continue }
            faults.append(.lessThanParts(whole.line, indicator: code))
        }
    }

    private func parts(of code: String) -> Int64 {
        (communes[code] ?? []).reduce(0) { $0 &+ ($1.amount?.thousandths ?? 0) }
    }

    func header(of form: Form) -> [UInt8] {
        var lines = SheetLines()
        header(form, &lines)
        return lines.bytes
    }

    /// Rows in the order of the file.
    func written(as form: Form) -> [UInt8] {
        var lines = SheetLines()
        header(form, &lines)
        for code in indicators {
            guard let whole = provinces[code] else { continue }
            let parts = communes[code] ?? []
            let rest = whole.amount.map { Quantity(thousandths: $0.thousandths - self.parts(of: code)) }
            let isOpen = parts.contains { $0.amount == nil }
            if rest?.isZero != true || !whole.state.isOfficial || isOpen {
                write(whole, rest, name: "chưa phân bổ", &lines)
            }
            // What is not known of communes lies in what the province has beside them.
            for part in parts
            where part.amount != nil || part.state == .suppressed || !whole.state.isOfficial {
                write(part, part.amount, name: "", &lines)
            }
        }
        // Sums of two columns, as lines below the last.
        for (place, kind) in PackagedReports.allCases.enumerated() {
            guard let sum = reports[kind], let province else { continue }
            let amount = Quantity(thousandths: sum * 1_000)
            let row = Row(
                line: lastLine + 1 + place, indicator: kind.rawValue, place: province, amount: amount, state: .reported)
            write(row, amount, name: "chưa phân bổ", &lines)
        }
        return lines.bytes
    }

    private func header(_ form: Form, _ lines: inout SheetLines) {
        lines.write(
            1,
            [Column.indicator, .place, .name, .amount, .state].map { (places[$0] ?? 0, $0.rawValue) })
    }

    private func write(_ row: Row, _ amount: Quantity?, name: String, _ lines: inout SheetLines) {
        let written = amount.map(\.written) ?? (row.state == .notCollected ? "..." : "")
        lines.write(
            row.line,
            [
                (places[.indicator] ?? 0, row.indicator), (places[.place] ?? 0, row.place),
                (places[.name] ?? 0, name), (places[.amount] ?? 0, written), (places[.state] ?? 0, row.state.name),
            ])
    }
}

/// Lines of a sheet that was written out, each at the row that it has.
private struct SheetLines {
    private(set) var bytes: [UInt8] = []
    private var next = 1

    /// - Parameter cells: With their fields, in order.
    mutating func write(_ row: Int, _ cells: [(field: Int, text: String)]) {
        while next < row {
            bytes.append(UInt8(ascii: "\n"))
            next += 1
        }
        var field = 0
        for cell in cells.sorted(by: { $0.field < $1.field }) {
            while field < cell.field {
                bytes.append(Dialect.sheet.delimiter)
                field += 1
            }
            bytes += cell.text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        }
        bytes.append(UInt8(ascii: "\n"))
        next += 1
    }
}

extension Quantity {
    /// `12`, `12.5`: as packages write it.
    fileprivate init?(written: String) {
        let pieces = written.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(pieces.count),
            pieces.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let whole = Int64(pieces[0]), whole < 1_000_000_000_000
        else { return nil }
        let decimals = pieces.count == 2 ? String(pieces[1]) : ""
        guard decimals.utf8.count <= 3, let part = Int64((decimals + "000").prefix(3)) else { return nil }
        self.init(thousandths: whole * 1_000 + part)
    }

    /// With a comma, as sheets that are written out have it.
    fileprivate var written: String {
        let (whole, part) = thousandths.quotientAndRemainder(dividingBy: 1_000)
        guard part != 0 else { return String(whole) }
        var digits = String(part + 1_000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return "\(whole),\(digits)"
    }
}
