import Domain

/// Việc cần quyết: the decisions that wait, as lines of the list of decisions that are copied there and completed.
enum DecisionsToTake {
    static func table(_ basis: Basis) -> Table {
        Table(
            id: "viec-can-quyet", sheetName: "Việc cần quyết", title: "Việc cần quyết", columns: columns(basis.level),
            rows: basis.awaitedDecisions.flatMap { rows($0, basis) }, isForOffice: true)
    }

    /// The first nine are those of `xu-ly.csv`.
    private static func columns(_ level: OfficeLevel) -> [Table.Column] {
        [
            .init("Ngày", kind: .code), .init("Kỳ", kind: .code), .init("Đơn vị", kind: .code),
            .init("Biểu", kind: .code),
            .init("Tệp", kind: .code), .init("Việc", kind: .code), .init("Giá trị", kind: .code),
            .init("Lý do", kind: .prose), .init("Chức danh người duyệt", kind: .prose),
            .init("Vì sao", kind: .prose), .init("Chỉ tiêu \(level.wholeInText.vi) sẽ khác", kind: .prose),
            .init("Hiện nay", kind: .prose), .init("Nếu quyết định", kind: .prose),
        ]
    }

    /// The lines by which the draft of this code is issued; none where the newest edition has its figures, or nothing came.
    static func orders(_ basis: Basis, _ code: DraftCode) -> [Table.Row] {
        guard basis.standing == .draft, !basis.readings.isEmpty else { return [] }
        if let changes = basis.changes, changes.isEmpty { return [] }
        let moves = basis.changes.map { changed($0, basis) } ?? issuedFirst(basis)
        func listed(_ text: (AwaitedDecision.Move) -> String) -> String { moves.map(text).joined(separator: "; ") }
        let moved = listed { "\($0.indicator.code) \($0.indicator.name.vi)" }
        let completeness = "đã nhận \(basis.roll.received)/\(basis.roll.owed.count) báo cáo"
        let why =
            basis.earlier.map { "số liệu khác bản tổng hợp lần \($0.number); \(completeness)" }
            ?? "chưa phát hành lần nào; \(completeness)"
        let words = basis.organisation.needsApproval ? ["duyệt", "phát hành"] : ["phát hành"]
        // In words, which a spreadsheet takes for no date.
        let period = basis.period.monthCount == 1 ? basis.period.name(in: .vi) : basis.period.description
        return words.map { word in
            Table.Row(
                .plain,
                [
                    .blank, .text(period), .blank, .blank, .blank, .text(word),
                    .text(code.description), .blank, .blank, .text(why),
                    .text(moved.isEmpty ? Decision.noFiguresMove : moved),
                    .text(basis.earlier == nil ? "chưa phát hành" : listed { $0.words(.vi).now }),
                    .text(listed { $0.words(.vi).taken }),
                ])
        }
    }

    /// The province's figures that the edition before has otherwise.
    private static func changed(_ changes: FigureChanges, _ basis: Basis) -> [AwaitedDecision.Move] {
        (changes.definitions + changes.data).filter { $0.place == PlaceIndex.province && $0.span == basis.period }
            .map { AwaitedDecision.Move(indicator: $0.indicator, now: $0.before, taken: $0.after) }
    }

    /// A first edition has nothing before it: the leading figures of the province are what it gives out.
    private static func issuedFirst(_ basis: Basis) -> [AwaitedDecision.Move] {
        basis.leadingIndicators.map { indicator in
            let figure = basis.figure(indicator)
            return AwaitedDecision.Move(indicator: indicator, now: figure, taken: figure)
        }
    }

    /// One line for each way to decide. The period is written in words, which a spreadsheet takes for no date.
    private static func rows(_ awaited: AwaitedDecision, _ basis: Basis) -> [Table.Row] {
        let reading = awaited.reading
        let why = awaited.doubts.map(\.message.vi).joined(separator: "; ")
        func listed(_ text: (AwaitedDecision.Move) -> String) -> String {
            awaited.moves.map(text).joined(separator: "; ")
        }
        let moved = listed { "\($0.indicator.code) \($0.indicator.name.vi)" }
        let before: [Table.Cell] = [
            .blank, .text(reading.period?.name(in: .vi) ?? ""), .text(reading.department ?? ""),
            .text(reading.form ?? ""), .text(reading.receipt.path),
        ]
        func row(_ action: String, moved: String, _ now: Table.Cell, _ then: Table.Cell) -> Table.Row {
            Table.Row(
                .plain,
                before + [
                    .text(action), .blank, .blank, .blank, .text(why),
                    .text(moved.isEmpty ? Decision.noFiguresMove : moved), now, then,
                ])
        }
        return [
            row("nhận tệp", moved: moved, .text(listed { $0.words(.vi).now }), .text(listed { $0.words(.vi).taken })),
            // What is held counts nothing: without it the figures stay as they are.
            row("rút tệp", moved: "", .blank, .blank),
        ]
    }
}

extension AwaitedDecision.Move {
    /// Both figures, or their marks.
    package func words(_ language: Language) -> (now: String, taken: String) {
        func word(_ figure: Figure) -> String {
            guard let amount = figure.amount else { return figure.absence?.mark(in: language) ?? "" }
            return language.amount(amount, decimals: indicator.decimals)
        }
        return (word(now), word(taken))
    }
}

extension Basis {
    /// What is held, whose it is and why, in a sentence each; what waits for the office and what the department may do.
    func heldLines(_ language: Language) -> [String] {
        heldReadings.filter(\.isWaiting).map { held in
            let why = held.doubts.map { $0.message[language] }.joined(separator: "; ")
            return "\(held.reading.receipt.path): \(why)"
        }
    }

    /// Queries about a file as a whole: a column that nobody knows, what its blanks mean.
    func fileWideLines(_ language: Language) -> [String] {
        let standing = Set(roll.entries.flatMap(\.readings).map(\.receipt))
        return readings.filter { standing.contains($0.receipt) }.flatMap { reading in
            reading.findings.filter { $0.isFileWide && $0.needsPerson && !$0.holds }.map { finding in
                let column = finding.position.header.map { " “\($0)”" } ?? ""
                return "\(reading.receipt.path)\(column): \(finding.message[language])"
            }
        }
    }
}

extension Finding {
    /// Whether a query speaks of a file or one of its headings, and of no cell below them.
    fileprivate var isFileWide: Bool {
        level == .query && (position.row == 0 || position.column == nil || value == position.header)
    }
}
