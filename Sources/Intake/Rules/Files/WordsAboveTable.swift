import Domain

/// What stands above the columns speaks of the figures that the form asks for: of its period, as counted, each one by itself.
enum WordsAboveTable: FileRule {
    static let code = "words-above-table"
    static let page = Bilingual(
        vi: """
            Phía trên bảng có lời nói khác với số liệu mà biểu yêu cầu: kỳ khác (“Tháng 8”), số lũy kế, số kế hoạch, số \
            ước thực hiện, số của cùng kỳ, hoặc đơn vị tính theo nghìn, theo triệu; hoặc trang tính mang tên kỳ khác; hoặc góc trên \
            chỉ ghi tên đơn vị khác. Số liệu được đọc như biểu quy định: số của đơn vị gửi, của kỳ báo cáo, ghi đủ, không theo nghìn. Nếu lời ấy còn lại từ biểu cũ thì xóa đi; nếu số liệu đúng là \
            như lời ấy thì ghi lại số của kỳ rồi gửi lại.
            """,
        en: """
            Words above the table speak of other figures than the form asks for: another period, sums since January, plans, \
            estimates, last year's, or thousands and millions; or the sheet is called after another period; or only another \
            department is named above it. The figures are read as the form has them: the sender's and the period's own, in full. If the words are left over from another form, delete them; if the figures are indeed such, write the \
            period's and send the form again.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let period = file.identity.period, let map = file.shape?.map,
            map.banners.isEmpty
        else { return }
        let days = file.names.catalogue.organisation.calendar.days(of: period)
        let words = WordsAbove(
            file.head, header: header, plan: file.plan, fields: map.fields, period: period, days: days)
        if let cell = words.contrary {
            verdict.say(Self.self) { finding(at: cell.position, value: cell.text) }
        } else if let field = words.contraryField {
            verdict.say(Self.self) { finding(at: file.position(header, field), value: header.texts[field]) }
        }
        if let sender = file.identity.department,
            let cell = Letterhead.other(than: sender, in: file.head, file.names, during: days)
        {
            verdict.say(Self.self) { finding(at: cell.position, value: cell.text, besides: sender) }
        }
        if let words = OtherFigures.words(inFileName: PathWitness(file.path).words) {
            verdict.say(Self.self) { finding(inNameOf: file.path, words: words) }
        }
        if let name = file.sheet?.name, Self.isOfOther(name, period) {
            verdict.say(Self.self) { finding(in: file.path, sheet: name) }
        }
    }

    private static func isOfOther(_ sheet: String, _ period: Period) -> Bool {
        if let other = PeriodText.banner(sheet, year: period.last.year) { return other != period }
        return OtherFigures.areNamed(in: sheet, besides: period)
    }

    /// A sheet is called after another period than its figures are counted for.
    static func finding(in file: String, sheet name: String) -> Finding {
        finding(
            .query, at: Position(file: file), value: name,
            Bilingual(
                vi: "trang tính tên là \(name.quoted), khác với số liệu được tính: số của kỳ báo cáo",
                en: "the sheet is called \(name.quoted), which is not what its figures are counted as: the period's own"
            ),
            expected: Bilingual(vi: "số liệu của kỳ báo cáo", en: "the period's own figures"),
            remedy: Bilingual(
                vi: "Kiểm tra số liệu là của kỳ nào; gửi số liệu của kỳ này, hoặc đổi tên trang tính rồi gửi lại.",
                en: "Check which period's figures these are; send this period's, or rename the sheet and send it again."
            ))
    }

    /// A file is called after other figures than its own.
    static func finding(inNameOf file: String, words: String) -> Finding {
        finding(
            .query, at: Position(file: file), value: words,
            Bilingual(
                vi: "tên tệp có “\(words)”, khác với số liệu được tính: số thực hiện của kỳ báo cáo",
                en: "the file's name has “\(words)”, which is not what its figures are counted as: the period's own"),
            expected: Bilingual(vi: "số liệu của kỳ báo cáo", en: "the period's own figures"),
            remedy: Bilingual(
                vi: "Kiểm tra số liệu trong tệp là số gì; gửi số của kỳ này, hoặc đổi tên tệp rồi gửi lại.",
                en: "Check what figures these are; send this period's, or rename the file and send it again."))
    }

    /// Another department is named where the sender should be.
    static func finding(at position: Position, value: String, besides sender: Department) -> Finding {
        let (vi, en) = (sender.name.quoted, sender.name(in: .en).quoted)
        return finding(
            .query, at: position, value: value,
            Bilingual(
                vi: "phía trên bảng ghi \(value.quoted), trong khi tệp gửi là của \(vi)",
                en: "above the table stands \(value.quoted), while the file was sent as that of \(en)"),
            expected: Bilingual(vi: "số liệu của đơn vị gửi", en: "the sender's own figures"),
            remedy: Bilingual(
                vi: "Kiểm tra số liệu là của đơn vị nào; gửi đúng số liệu của đơn vị, hoặc sửa tên đơn vị rồi gửi lại.",
                en: "Check whose figures these are; send the department's own, or mend the name and send it again."))
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .query, at: position, value: value,
            Bilingual(
                vi: "phía trên bảng ghi \(value.quoted), khác với số liệu mà biểu yêu cầu: số của kỳ, ghi đủ",
                en:
                    "above the table stands \(value.quoted), which is not what the form asks for: the period's own figures, "
                    + "in full"),
            expected: Bilingual(vi: "số liệu của kỳ báo cáo, ghi đủ", en: "the period's own figures, in full"),
            remedy: Bilingual(
                vi: "Kiểm tra số liệu là của kỳ nào, theo đơn vị nào; ghi lại số của kỳ, hoặc xóa lời này rồi gửi lại.",
                en:
                    "Check which figures these are; write the period's in full, or delete these words, and send it again."
            ))
    }
}

/// The cells above a table's header that say of what figures it is.
private struct WordsAbove {
    /// The first that does not agree with the form.
    let contrary: Head.Cell?
    /// The first column of figures whose header of several rows does not: «Kế hoạch» above «Số buổi».
    let contraryField: Int?

    init(
        _ head: Head, header: TableHeader, plan: FormPlan?, fields: [Int?], period: Period, days: ClosedRange<Day>
    ) {
        let labelled = Set(head.entries.map(\.position.row))
        let isOfSums = plan?.form.columns.contains { Self.isSum($0.name) } ?? false
        contraryField = plan.flatMap { plan in
            plan.quantities.sorted().compactMap { column -> Int? in
                guard let field = fields[column] else { return nil }
                return Self.isContrary(header.texts[field], to: plan.form.columns[column], period, days) ? field : nil
            }.first
        }
        let money = Set(
            plan.map { plan in plan.quantities.compactMap { ScaleWords.money(Folding.key(plan.form.columns[$0].name)) }
            }
                ?? [])
        contrary = head.cells.first { cell in
            if Self.isInThousands(cell, in: head) || Self.isOfOtherMoney(cell, than: money) { return true }
            guard !labelled.contains(cell.position.row), cell.text.utf8.count < Self.bytesMost else { return false }
            if let other = PeriodText.banner(OtherFigures.bare(cell.text), year: period.last.year), other != period {
                return true
            }
            if OtherFigures.areNamed(in: cell.text, besides: period) {
                let isBanner = header.spreadsheetRow - cell.position.row <= header.rows.count + 1
                return isBanner ? !Self.standsOverSums(cell, head, header, plan, fields) : !isOfSums
            }
            if OtherFigures.areTitled(cell.text, besides: period) || OtherFigures.areOfOtherDays(cell.text, than: days)
            {
                return true
            }
            return !isOfSums && Self.isSum(cell.text)
        }
    }

    /// What is longer is a sentence.
    private static let bytesMost = 160

    /// Whether a header says besides its column's name whose other figures these are.
    private static func isContrary(
        _ text: String, to column: Form.Column, _ period: Period, _ days: ClosedRange<Day>
    ) -> Bool {
        let key = Folding.key(text)
        let names = ([column.name, column.id] + column.aliases).map { Folding.key($0) }
        guard !names.contains(key), let name = names.filter({ key.contains($0) }).max(by: { $0.count < $1.count })
        else { return false }
        let rest = key.replacing(name, with: " ", maxReplacements: 1).split(separator: " ").joined(separator: " ")
        if let other = PeriodText.banner(rest, year: period.last.year), other != period { return true }
        return OtherFigures.areNamed(in: rest, besides: period) || OtherFigures.areOfOtherDays(text, than: days)
            || OtherFigures.areToCome(rest)
            || ScaleWords.stand(in: rest) && !ScaleWords.nameMoney(key)
    }

    private static func isSum(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        return key.holds(" luy ke ") || key.holds(" cong don ")
    }

    /// «Đơn vị tính: nghìn đồng» above a column that the form asks in millions.
    private static func isOfOtherMoney(_ cell: Head.Cell, than asked: Set<Int>) -> Bool {
        let key = Folding.key(cell.text)
        guard !asked.isEmpty, units.contains(where: { key.hasPrefix($0) }), let written = ScaleWords.money(key) else {
            return false
        }
        return !asked.contains(written)
    }

    private static let units = ["don vi tinh", "dvt", "don vi do", "don vi tien"]

    /// `ĐVT: nghìn lượt`. Money has its unit in the form.
    private static func isInThousands(_ cell: Head.Cell, in head: Head) -> Bool {
        let key = Folding.key(cell.text)
        guard key.hasPrefix("don vi tinh") || key.hasPrefix("dvt") || key.hasPrefix("don vi do") else {
            // «Đơn vị: nghìn lượt», and not «Đơn vị: Trạm …».
            return key.hasPrefix("don vi ") && ScaleWords.begin(String(key.dropFirst(7))) && !ScaleWords.nameMoney(key)
        }
        let row = head.cells.filter { $0.position.row == cell.position.row }.map(\.text).joined(separator: " ")
        let words = Folding.key(row)
        return ScaleWords.stand(in: words) && !ScaleWords.nameMoney(words)
    }

    private static func place(_ cell: Head.Cell) -> Int { cell.position.column ?? 0 }

    /// A banner above columns of sums since January, and above no others.
    private static func standsOverSums(
        _ cell: Head.Cell, _ head: Head, _ header: TableHeader, _ plan: FormPlan?, _ fields: [Int?]
    ) -> Bool {
        guard let plan else { return false }
        let next =
            head.cells.filter { $0.position.row == cell.position.row && place($0) > place(cell) }
            .map(place).min() ?? .max
        let covered = plan.quantities.filter { column in
            guard let field = fields[column] else { return false }
            return field + 1 >= place(cell) && field + 1 < next
        }
        return covered.allSatisfy { isSum(plan.form.columns[$0].name) }
    }
}
