import Domain

/// What goes back to each department: what to correct or confirm, or a confirmation that all is well.
enum Returns {
    /// One for each department that owed or sent something, by code.
    static func all(_ basis: Basis) -> [Return] {
        var codes = Set(basis.roll.owed.map(\.key.department))
        var readings: [String: [Reading]] = [:]
        for reading in basis.readings {
            guard let code = basis.evidence.owner(of: reading) else { continue }
            codes.insert(code)
            readings[code, default: []].append(reading)
        }
        return ParallelMap.map(codes.sorted().map { ($0, readings[$0] ?? []) }) { make($0, $1, basis) }
    }

    private static func make(_ code: String, _ readings: [Reading], _ basis: Basis) -> Return {
        let superseded = basis.supersededPaths
        let current = readings.filter { !superseded.contains($0.receipt.path) }
        let own = Set(current.map(\.receipt.path))
        let findings =
            (current.filter { !basis.isHeld($0) }.flatMap(\.findings)
            + basis.ledgerFindings.filter { own.contains($0.position.file) }).filter { $0.level != .note }
        let unlisted = current.filter { !basis.isHeld($0) }.flatMap(\.findings).compactMap(\.unlisted)
        let owed = basis.roll.owed.filter { $0.key.department == code }
        let missing = owed.filter { !$0.isReceived }
        let asks = findings.contains(where: \.needsPerson) || !missing.isEmpty
        let department = basis.departmentName(code, basis.period.last, .vi)
        let title = asks ? ReturnSheet.request : ReturnSheet.confirmation
        let addressee = "\(ReturnSheet.addressee): \(department)"
        let newest = readings.map { basis.evidence.receivedAt($0.receipt) }.max()
        // Nothing of what others sent.
        let heads = ReturnHead(basis, owed: owed, findings: findings, missing: missing, asOf: newest)
        let subtitle = [addressee, basis.periodLine(.vi)] + heads.lines
        let superseding = readings.filter { superseded.contains($0.receipt.path) }
        let tables: [Table]
        if asks {
            let most = basis.organisation.thresholds.findingsShown
            let cap = capped(min(findings.count, most), of: findings.count + count(unlisted)).map { [$0] } ?? []
            tables = [
                ReturnQuestions.table(
                    findings, missing.filter { $0.state != .held }, shown: most, notes: cap, title: title,
                    subtitle: subtitle + [heads.whatToDo].compactMap(\.self), basis),
                byRule(
                    findings, unlisted, subtitle: subtitle,
                    notes: fileLines(current, superseding, basis) + [nextDeadline(basis)]),
            ]
        } else {
            tables = [
                received(
                    current, superseded: superseding, title: title, subtitle: subtitle,
                    notes: answeredLines(findings), basis),
                totals(current, subtitle: subtitle, basis),
            ]
        }
        let report = Report(
            title: "\(title) – \(department)", subject: basis.period.name(in: .vi),
            author: basis.organisation.agencyName.vi, language: .vi, tables: tables)
        let head = Document.Block.title([
            basis.organisation.agency.vi, title.uppercased(), addressee,
        ])
        var blocks = [head, .paragraph(basis.periodLine(.vi))] + heads.lines.map { .paragraph($0) }
        blocks += text(findings, unlisted, owed, current, asks: asks, basis)
        return Return(
            name: code.lowercased(), asOf: basis.wallClock(at: newest), report: report, text: Document(blocks))
    }

    /// Findings that a reading counted and did not list.
    typealias Unlisted = (rule: RuleName, count: Int)

    private static func count(_ unlisted: [Unlisted]) -> Int { unlisted.reduce(0) { $0 + $1.count } }

    /// What a cap leaves out is said; `nil` where nothing is.
    private static func capped(_ shown: Int, of total: Int) -> String? {
        shown < total ? "Hiển thị \(Language.vi.count(shown)) trong tổng số \(Language.vi.count(total))." : nil
    }

    private static func byRule(
        _ findings: [Finding], _ unlisted: [Unlisted], subtitle: [String], notes: [String]
    ) -> Table {
        let groups = Dictionary(grouping: findings, by: \.rule).sorted { $0.key < $1.key }
        var rows = groups.map { rule, findings in
            let more = count(unlisted.filter { $0.rule == rule })
            return Table.Row(
                .plain,
                [
                    .text(findings[0].remedy.vi), .text(rule.text), .text(findings[0].level.words.vi),
                    .count(findings.count + more), .count(findings.count { $0.needsPerson } + more),
                ])
        }
        if rows.isEmpty {
            rows = [
                Table.Row(
                    .plain, [.text("Chưa nhận được tệp để kiểm tra"), .text("–"), .text("–"), .count(0), .count(0)])
            ]
        }
        return Table(
            id: "theo-quy-tac", sheetName: "Tổng hợp theo quy tắc", title: "Tổng hợp theo quy tắc kiểm tra",
            subtitle: subtitle,
            columns: [
                .init("Đề nghị", kind: .label), .init("Mã quy tắc", kind: .code), .init("Mức", kind: .code),
                .init("Số lượng", kind: .number), .init("Còn phải xử lý", kind: .number),
            ],
            rows: rows, notes: notes)
    }

    private static func received(
        _ readings: [Reading], superseded: [Reading], title: String, subtitle: [String], notes: [String],
        _ basis: Basis
    ) -> Table {
        func row(_ reading: Reading, state: String, counted: Int) -> Table.Row {
            Table.Row(
                .plain,
                [
                    .text(reading.receipt.path),
                    .text(reading.form.flatMap { basis.catalogue.form($0)?.number } ?? "–"),
                    .text(time(reading.receipt, basis)), .text(state), .count(reading.rowsRead),
                    .count(counted), .text(reading.receipt.sha256),
                ])
        }
        var rows =
            readings.map { row($0, state: basis.words($0).vi, counted: basis.rowsCounted($0)) }
            + superseded.map { row($0, state: supersededWords($0, basis), counted: 0) }
        if rows.isEmpty {
            rows = [
                Table.Row(
                    .plain,
                    [
                        .text("Chưa nhận được tệp nào"), .text("–"), .text("–"), .text("–"), .count(0), .count(0),
                        .text("–"),
                    ])
            ]
        }
        return Table(
            id: "da-nhan", sheetName: "Tệp đã nhận", title: title, subtitle: subtitle,
            columns: [
                .init("Tệp", kind: .label), .init("Biểu", kind: .code), .init("Thời điểm nhận", kind: .code),
                .init("Tình trạng", kind: .prose), .init("Số dòng đã đọc", kind: .number),
                .init("Số dòng được tính", kind: .number), .init("Mã SHA-256 của tệp", kind: .prose),
            ],
            rows: rows, notes: notes + [nextDeadline(basis)])
    }

    private static func totals(_ readings: [Reading], subtitle: [String], _ basis: Basis) -> Table {
        let rows = ReturnTotals(readings, basis).lines.map { line in
            Table.Row(
                .plain,
                [
                    .text(line.name), .text(basis.catalogue.form(line.form)?.number ?? "–"),
                    .figure(Figure(.known(.quantity(line.sum), .reported)), decimals: line.sum.isWhole ? 0 : 1),
                ])
        }
        return Table(
            id: "tong-so", sheetName: "Tổng số đã tiếp nhận", title: "Tổng số đã tiếp nhận theo cột",
            subtitle: subtitle,
            columns: [.init("Cột", kind: .label), .init("Biểu", kind: .code), .init("Tổng số", kind: .number)],
            rows: rows.isEmpty
                ? [Table.Row(.plain, [.text("Không phát sinh"), .text("–"), .count(0)])] : rows)
    }

    /// `08:30 ngày 15/10/2026`, as laid down or as the clock said.
    private static func time(_ receipt: Receipt, _ basis: Basis) -> String {
        let local = basis.evidence.receivedAt(receipt).local(in: basis.organisation.timeZone)
        return "\(padded(local.hour, 2)):\(padded(local.minute, 2)) ngày \(Language.vi.date(local.day))"
    }

    private static func nextDeadline(_ basis: Basis) -> String {
        let next = Period(basis.period.last.adding(months: 1))
        return "Hạn gửi kỳ tiếp theo (\(next.name(in: .vi))): \(Language.vi.date(basis.catalogue.deadline(for: next)))."
    }

    private static func text(
        _ findings: [Finding], _ unlisted: [Unlisted], _ owed: [SubmissionRoll.Entry], _ readings: [Reading],
        asks: Bool, _ basis: Basis
    ) -> [Document.Block] {
        var blocks: [Document.Block] = []
        let missing = owed.filter { !$0.isReceived }.map { entry in
            "Biểu \(basis.formLabel(entry.key, .vi)): \(entry.state.words.vi.lowercased()); hạn gửi "
                + "\(Language.vi.date(entry.deadline))."
        }
        if !missing.isEmpty { blocks += [.heading(1, "CHƯA CÓ SỐ LIỆU"), .list(missing)] }
        let most = basis.organisation.thresholds.findingsShown
        for (heading, level) in [("ĐỀ NGHỊ SỬA", Finding.Level.error), ("CẦN XÁC NHẬN", .query)] {
            let selected = findings.filter { $0.level == level && $0.needsPerson }
            guard !selected.isEmpty else { continue }
            let rules = Set(selected.map(\.rule))
            let total = selected.count + count(unlisted.filter { rules.contains($0.rule) })
            blocks.append(.heading(1, "\(heading) (\(Language.vi.count(total)))"))
            blocks.append(.list(selected.prefix(most).map(line)))
            if let note = capped(min(selected.count, most), of: total) { blocks.append(.paragraph(note)) }
        }
        let answered = answeredLines(findings)
        if asks, findings.contains(where: { $0.level == .query && $0.needsPerson }) {
            blocks.append(
                .paragraph(
                    "Giữ nguyên số liệu cần xác nhận thì ghi lý do vào ô vàng ở cột “Thuyết minh” của phiếu .xlsx kèm theo, "
                        + "lưu lại và gửi trả chính phiếu đó."))
        }
        if !answered.isEmpty {
            blocks.append(.heading(1, "ĐÃ THUYẾT MINH (\(Language.vi.count(answered.count)))"))
            blocks.append(.list(Array(answered.prefix(most))))
            if let note = capped(min(answered.count, most), of: answered.count) { blocks.append(.paragraph(note)) }
        }
        blocks.append(.heading(1, "TỆP ĐÃ NHẬN"))
        let files = fileLines(readings, [], basis)
        blocks.append(.list(files.isEmpty ? ["Chưa nhận được tệp nào."] : files))
        if !asks {
            blocks.append(.heading(1, "TỔNG SỐ ĐÃ TIẾP NHẬN"))
            let lines = ReturnTotals(readings, basis).lines.map { "\($0.name): \(Language.vi.quantity($0.sum))" }
            blocks.append(.list(lines.isEmpty ? ["Không phát sinh."] : lines))
        }
        blocks.append(.paragraph(nextDeadline(basis)))
        return blocks
    }

    private static func supersededWords(_ reading: Reading, _ basis: Basis) -> String {
        basis.evidence.isWithdrawn(reading) ? "đã rút" : "đã được thay bằng lần gửi sau"
    }

    private static func fileLines(_ readings: [Reading], _ superseded: [Reading], _ basis: Basis) -> [String] {
        readings.map { reading in
            let counted =
                reading.state == .answered
                ? "\(Language.vi.count(reading.answers.count)) lý do"
                : "\(Language.vi.count(basis.rowsCounted(reading)))/\(Language.vi.count(reading.rowsRead)) dòng được tính"
            return "\(reading.receipt.path): \(basis.words(reading).vi), \(counted), nhận lúc "
                + "\(time(reading.receipt, basis)), mã SHA-256 \(reading.receipt.sha256)"
        } + superseded.map { "\($0.receipt.path): \(supersededWords($0, basis))" }
    }

    /// Queries that have their reason.
    private static func answeredLines(_ findings: [Finding]) -> [String] {
        findings.filter { $0.level == .query && !$0.needsPerson }.map(line)
    }

    /// `Dòng 14, cột C (Xã, phường): không có xã …; đề nghị: …`
    private static func line(_ finding: Finding) -> String {
        let position = finding.position
        var place = position.file
        if position.row > 0 { place += ", dòng \(position.row)" }
        if let letters = position.columnLetters {
            place += ", cột \(letters)" + (position.header.map { " (\($0))" } ?? "")
        }
        return "\(place): \(finding.text(in: .vi))"
    }
}

/// What the files of a return add up to, by measure, under the name of its column or indicator.
struct ReturnTotals {
    struct Line {
        let form: String
        let name: String
        fileprivate(set) var sum: Quantity
    }

    /// File by file; a file and what supplements it together.
    private(set) var lines: [Line] = []

    init(_ readings: [Reading], _ basis: Basis) {
        struct Key: Hashable {
            let form: String
            let period: Period?
            let measure: String
        }
        var places: [Key: Int] = [:]
        for reading in readings where !reading.supplementsNothing {
            guard let form = reading.form.flatMap(basis.catalogue.form) else { continue }
            let standing = basis.slices.supplemented[reading.receipt]
            for measure in reading.measures.compactMap(form.measure) {
                let indicator = basis.catalogue.indicators.first { $0.measures == [measure.code] }
                let column = measure.columns.count == 1 ? form.column(measure.columns[0])?.name : nil
                let name = form.layout == .register ? indicator?.name.vi ?? column : column ?? indicator?.name.vi
                guard let name else { continue }
                let sum = (standing ?? reading).tallies.sum(of: measure.code)
                let key = Key(form: form.code, period: reading.period, measure: measure.code)
                if standing != nil, let place = places[key] {
                    lines[place].sum = lines[place].sum.adding(sum) ?? sum
                } else {
                    places[key] = lines.count
                    lines.append(Line(form: form.code, name: name, sum: sum))
                }
            }
        }
    }
}
