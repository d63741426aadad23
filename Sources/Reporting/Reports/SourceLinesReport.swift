import Domain

/// Truy nguồn: the lines behind every figure of the period, what is missing behind it, and what moved since the edition before.
///
/// For the office alone, in Vietnamese; no package holds it.
enum SourceLinesReport {
    static func report(_ basis: Basis, rows: [Receipt: SubmissionTrace]) -> Report {
        let lines = SourceLines(basis, rows: rows)
        let changes = basis.changes.map { [self.changes($0, basis)] } ?? []
        return Report(
            title: "Truy nguồn số liệu \(basis.period.name(in: .vi))", subject: basis.periodLine(.vi),
            author: basis.organisation.agencyName.vi, language: .vi,
            tables: [figures(lines, basis), table(lines, basis), gaps(lines, basis)] + changes)
    }

    private static let linesID = "dong-nguon"

    /// A row for each figure, with a link to its lines.
    private static func figures(_ lines: SourceLines, _ basis: Basis) -> Table {
        let rows = basis.catalogue.indicators.flatMap { indicator in
            basis.index.places.indices.compactMap { place -> Table.Row? in
                guard let range = lines.range(of: indicator, at: place) else { return nil }
                let figure = basis.figure(indicator, at: place)
                return Table.Row(
                    .plain,
                    [
                        .text(indicator.code), .text(indicator.shortName.vi),
                        .text(basis.index.places[place].code(in: basis.catalogue)),
                        .text(basis.placeName(place, .vi)), .figure(figure, decimals: indicator.decimals),
                        .text(figure.state.vi), .count(range.count),
                        // The first row of a sheet is that of its headings.
                        .row("\(range.lowerBound + 2)–\(range.upperBound + 2)", table: linesID, range.lowerBound),
                    ])
            }
        }
        return Table(
            id: "so-lieu-co-dong", sheetName: "Số liệu", title: "Số liệu và các dòng đứng sau",
            subtitle: [basis.periodLine(.vi), basis.standingLine(.vi)],
            columns: [
                .init("Mã chỉ tiêu", kind: .code), .init("Chỉ tiêu", kind: .label), .init("Mã địa bàn", kind: .code),
                .init("Địa bàn", kind: .prose), .init("Số liệu", kind: .number), .init("Tình trạng", kind: .code),
                .init("Số dòng nguồn", kind: .number), .init("Dòng nguồn (bấm để đến)", kind: .code),
            ], rows: rows, notes: [Words.scope], isForOffice: true)
    }

    private static func table(_ lines: SourceLines, _ basis: Basis) -> Table {
        Table(
            id: linesID, sheetName: "Dòng nguồn", title: "Các dòng đứng sau số liệu",
            subtitle: [basis.periodLine(.vi)],
            columns: [
                .init("Mã chỉ tiêu", kind: .code), .init("Chỉ tiêu", kind: .label), .init("Phần", kind: .code),
                .init("Tháng", kind: .code), .init("Mã địa bàn", kind: .code),
                .init(basis.level.area.vi, kind: .code),
                .init("Mã xã", kind: .code), .init("Xã, phường", kind: .code), .init("Đơn vị gửi", kind: .code),
                .init("Biểu", kind: .code), .init("Tệp", kind: .prose), .init("Dòng", kind: .code),
                .init("Ô", kind: .code), .init("Ghi trong tệp", kind: .prose), .init("Số được cộng", kind: .number),
                .init("Cách tính", kind: .prose), .init("Thuyết minh", kind: .prose),
            ], rows: ParallelMap.map(lines.lines) { row($0, basis) }, notes: [Words.bound], isForOffice: true)
    }

    private static func row(_ line: SourceLines.Line, _ basis: Basis) -> Table.Row {
        let (district, commune) = places(line, basis)
        let reading = line.reading
        let number = basis.catalogue.form(reading.form ?? "")?.number ?? reading.form ?? ""
        let cells = line.cells.map { cell in
            line.rows.first.map { "\(Position.letters(cell.column))\($0)" } ?? ""
        }
        let sum = line.sum.map {
            Table.Cell.figure(Figure(.known(.quantity($0), .reported)), decimals: line.part.decimals)
        }
        return Table.Row(
            .plain,
            [
                .text(line.indicator.code), .text(line.indicator.shortName.vi),
                line.indicator == line.part ? .blank : .text(line.part.code),
                .text(Period(line.month).description), .text(district.code), .text(district.name),
                .text(commune.code), .text(commune.name),
                .text(basis.shortName(reading.department ?? line.department, .vi)), .text(number),
                .text(reading.receipt.path), .text(RowRanges.text(line.rows)),
                .text(cells.joined(separator: " + ")),
                .text(line.cells.map(\.written).joined(separator: " + ")), sum ?? .blank,
                .text(words(line, basis)), .text(line.reason ?? ""),
            ])
    }

    private typealias PlaceNames = (code: String, name: String)

    /// The district and the commune that a line lies in; a unit that has become part of another by its own name.
    private static func places(
        _ line: SourceLines.Line, _ basis: Basis
    ) -> (district: PlaceNames, commune: PlaceNames) {
        func names(_ place: Int) -> PlaceNames {
            (basis.index.places[place].code(in: basis.catalogue), basis.placeName(place, .vi))
        }
        var district: PlaceNames = ("", "")
        var commune: PlaceNames = ("", "")
        switch basis.index.places[line.place] {
        case .province: break
        case .placeless, .district: district = names(line.place)
        case .commune:
            commune = names(line.place)
            district = basis.index.district(ofCommune: line.place).map(names) ?? district
        }
        if let key = line.unit, let unit = basis.catalogue.geography.unit(key), unit.level == .commune,
            unit.code != commune.code
        {
            commune.name = commune.name.isEmpty ? unit.fullName : "\(commune.name) (ghi là \(unit.fullName))"
        }
        return (district, commune)
    }

    private static func words(_ line: SourceLines.Line, _ basis: Basis) -> String {
        func form(_ code: String) -> String { basis.catalogue.form(code)?.number ?? code }
        let words =
            switch line.treatment {
            case .counted: "cộng"
            case .shared: "cộng theo tỷ lệ chia tách đơn vị hành chính"
            case .overlapping: "không cộng: có ở hai phần của một báo cáo"
            case .refused(let messages):
                "không tính vì có lỗi" + (messages.isEmpty ? "" : ": " + messages.map(\.vi).joined(separator: "; "))
            case .missing: "chưa có số: ô để trống hoặc không tính được"
            case .unit:
                "cộng gộp theo xã, không nêu từng dòng: tệp có \(Language.vi.officialCount(line.reading.rowsRead)) dòng"
            case .file where basis.isLong: "cộng cả tệp; từng dòng xem trong tệp đó"
            case .file: "cộng cả tệp; từng dòng xem truy-nguon-\(line.month).xlsx"
            case .contradiction: "đọc lại tệp lưu cho kết quả khác với sổ tiếp nhận: chạy “tonghop verify”"
            }
        guard let owed = line.standsInFor else { return words }
        return "\(words); lấy từ biểu \(form(line.reading.form ?? "")) vì chưa có số liệu của biểu \(form(owed))"
    }

    private static func gaps(_ lines: SourceLines, _ basis: Basis) -> Table {
        let rows: [Table.Row] = lines.gaps.flatMap { gap in
            let forms = Set(gap.indicator.parts(basis.catalogue).flatMap(\.forms))
            let owed = basis.roll.entries.filter { entry in
                entry.key.department == gap.department && entry.key.month == gap.month && forms.contains(entry.key.form)
            }
            return owed.map { entry in
                Table.Row(
                    .plain,
                    [
                        .text(gap.indicator.code), .text(gap.indicator.shortName.vi),
                        .text(Period(gap.month).description),
                        .text(basis.shortName(gap.department, .vi)),
                        .text(basis.catalogue.form(entry.key.form)?.number ?? entry.key.form),
                        .text(entry.isReceived ? "đã gửi, chưa có số của chỉ tiêu này" : entry.stateWords(.vi)),
                        .day(entry.deadline),
                    ])
            }
        }
        return Table(
            id: "con-thieu", sheetName: "Còn thiếu", title: "Báo cáo còn thiếu sau mỗi chỉ tiêu",
            subtitle: [basis.periodLine(.vi)],
            columns: [
                .init("Mã chỉ tiêu", kind: .code), .init("Chỉ tiêu", kind: .label), .init("Tháng", kind: .code),
                .init("Đơn vị", kind: .code), .init("Biểu", kind: .code), .init("Tình trạng", kind: .prose),
                .init("Hạn gửi", kind: .code),
            ], rows: rows, isForOffice: true)
    }

    /// Before and after, a row for each submission that moved a figure.
    private static func changes(_ changes: FigureChanges, _ basis: Basis) -> Table {
        let number = basis.earlier?.number ?? 0
        let rows = (changes.data + changes.definitions).flatMap { change in
            let figures = RevisedFigures.figures(change, basis, .vi)
            let causes: [[Table.Cell]] = change.causes.map { cause in
                [
                    .text(basis.shortName(cause.department, .vi)), .text(RevisedFigures.cause(cause, basis, .vi)),
                    cause.difference.map {
                        .difference(
                            Figure(.known(.quantity($0), .reported)), decimals: change.indicator.decimals)
                    } ?? .blank,
                    .text(cause.reasons.joined(separator: "; ")),
                ]
            }
            let definition: [[Table.Cell]] = [[.blank, .text("do danh mục thay đổi"), .blank, .blank]]
            return (causes.isEmpty ? definition : causes).map { Table.Row(.plain, figures + $0) }
        }
        return Table(
            id: "thay-doi", sheetName: "Thay đổi so với lần trước", title: RevisedFigures.title(number).vi,
            subtitle: [basis.periodLine(.vi)],
            columns: RevisedFigures.figureColumns(number, .vi) + [
                .init("Đơn vị", kind: .code), .init("Tệp, dòng làm thay đổi", kind: .prose),
                .init("Tệp đó làm thay đổi", kind: .number), .init("Thuyết minh của đơn vị", kind: .prose),
            ], rows: rows, isForOffice: true)
    }
}

private enum Words {
    static let scope =
        "Số liệu của chính kỳ này; kỳ trước, cùng kỳ và lũy kế xem tệp truy nguồn của từng tháng. Tỷ lệ có cả dòng của tử số và mẫu số."
    static let bound =
        "Lọc theo chỉ tiêu, địa bàn, đơn vị ở dòng tiêu đề. Tệp trên 5.000 dòng được cộng gộp theo xã; kỳ nhiều tháng chỉ nêu từng tệp."
}
