import Domain

/// What stands above the columns speaks of the figures that the form asks for: of its period, as counted, each one by itself.
enum WordsAboveTable: FileRule {
    static let code = "words-above-table"
    static let page = Bilingual(
        vi: """
            Phía trên bảng có lời nói khác với số liệu mà biểu yêu cầu: kỳ khác (“Tháng 8”), số lũy kế, số kế hoạch, số \
            ước thực hiện, số của cùng kỳ, hoặc đơn vị tính theo nghìn, theo triệu; hoặc trang tính mang tên kỳ khác. Số liệu được đọc như biểu quy định: \
            số của kỳ báo cáo, ghi đủ, không theo nghìn. Nếu lời ấy còn lại từ biểu cũ thì xóa đi; nếu số liệu đúng là \
            như lời ấy thì ghi lại số của kỳ rồi gửi lại.
            """,
        en: """
            Words above the table speak of other figures than the form asks for: another period, sums since January, plans, \
            estimates, last year's, or thousands and millions; or the sheet is called after another period. The figures are read as the form has them: the period's own, \
            in full. If the words are left over from another form, delete them; if the figures are indeed such, write the \
            period's and send the form again.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let period = file.identity.period, let map = file.shape?.map,
            map.banners.isEmpty
        else { return }
        let words = WordsAbove(file.head, header: header, plan: file.plan, fields: map.fields, period: period)
        if let cell = words.contrary {
            verdict.say(Self.self) { finding(at: cell.position, value: cell.text) }
        } else if let field = words.contraryField {
            verdict.say(Self.self) { finding(at: file.position(header, field), value: header.texts[field]) }
        }
        if let name = file.sheet?.name, let other = PeriodText.banner(name, year: period.last.year), other != period {
            verdict.say(Self.self) { finding(in: file.path, sheet: name) }
        }
    }

    /// A sheet is called after another period than its figures are counted for.
    static func finding(in file: String, sheet name: String) -> Finding {
        finding(
            .query, at: Position(file: file), value: name,
            Bilingual(
                vi: "trang tính tên là \(name.quoted), khác với kỳ mà số liệu được tính",
                en: "the sheet is called \(name.quoted), which is not the period that its figures are counted for"),
            expected: Bilingual(vi: "số liệu của kỳ báo cáo", en: "the period's own figures"),
            remedy: Bilingual(
                vi: "Kiểm tra số liệu là của kỳ nào; gửi số liệu của kỳ này, hoặc đổi tên trang tính rồi gửi lại.",
                en: "Check which period's figures these are; send this period's, or rename the sheet and send it again."
            ))
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

    init(_ head: Head, header: TableHeader, plan: FormPlan?, fields: [Int?], period: Period) {
        let labelled = Set(head.entries.map(\.position.row))
        let isOfSums = plan?.form.columns.contains { Self.isSum($0.name) } ?? false
        contraryField = plan.flatMap { plan in
            plan.quantities.sorted().compactMap { column -> Int? in
                guard let field = fields[column] else { return nil }
                return Self.isContrary(header.texts[field], to: plan.form.columns[column], period) ? field : nil
            }.first
        }
        contrary = head.cells.first { cell in
            if Self.isInThousands(cell, in: head) { return true }
            guard !labelled.contains(cell.position.row), cell.text.utf8.count < Self.bytesMost else { return false }
            if let other = PeriodText.banner(Self.bare(cell.text), year: period.last.year), other != period {
                return true
            }
            let isBanner = header.spreadsheetRow - cell.position.row <= header.rows.count + 1
            if isBanner, Self.isOfOtherFigures(cell.text) {
                return !Self.standsOverSums(cell, head, header, plan, fields)
            }
            if period.first == period.last, Self.isTitleOfMonths(cell.text) { return true }
            return !isOfSums && (Self.isSum(cell.text) || period.first == period.last && Self.isOfMonths(cell.text))
        }
    }

    /// What is longer is a sentence.
    private static let bytesMost = 160

    /// Without the brackets around it.
    private static func bare(_ text: String) -> String {
        text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    }

    /// Whether a header says besides its column's name whose other figures these are.
    private static func isContrary(_ text: String, to column: Form.Column, _ period: Period) -> Bool {
        let key = Folding.key(text)
        let names = ([column.name, column.id] + column.aliases).map { Folding.key($0) }
        guard !names.contains(key), let name = names.filter({ key.contains($0) }).max(by: { $0.count < $1.count })
        else { return false }
        let rest = key.replacing(name, with: " ", maxReplacements: 1).split(separator: " ").joined(separator: " ")
        if let other = PeriodText.banner(rest, year: period.last.year), other != period { return true }
        return isOfOtherFigures(rest) || ScaleWords.stand(in: rest) && !ScaleWords.nameMoney(key)
    }

    /// «10 tháng đầu năm 2026»: of several months together.
    private static func isOfMonths(_ text: String) -> Bool {
        let words = Folding.words(bare(text))
        guard words.count > 1, words[1] == "thang", let count = Int(words[0]) else { return false }
        return (2...12).contains(count)
            && words.dropFirst(2).allSatisfy { furtherWords.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// «KẾT QUẢ … LŨY KẾ 10 THÁNG NĂM 2026», «Báo cáo 9 tháng đầu năm»: a title of several months together.
    private static func isTitleOfMonths(_ text: String) -> Bool {
        let words = Folding.words(text)
        return words.indices.dropFirst().dropLast().contains { at in
            guard words[at] == "thang", let count = Int(words[at - 1]), (2...12).contains(count) else { return false }
            let isSum = at > 2 && words[at - 3] == "luy" && words[at - 2] == "ke"
            return isSum || words[at + 1] == "dau" && at + 2 < words.count && words[at + 2] == "nam"
        }
    }

    private static func isSum(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        return key.holds(" luy ke ") || key.holds(" cong don ")
    }

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

    /// Whether a cell says nothing but whose other figures stand below it: «Ước thực hiện tháng 11», «Cùng kỳ năm trước».
    private static func isOfOtherFigures(_ text: String) -> Bool {
        let key = Folding.key(bare(text)) + " "
        guard let beginning = beginnings.first(where: { key.hasPrefix($0 + " ") }) else { return false }
        return key.dropFirst(beginning.count).split(separator: " ").allSatisfy { word in
            word.allSatisfy(\.isNumber) || furtherWords.contains(String(word))
        }
    }

    private static let beginnings = [
        "luy ke", "cong don", "ke hoach", "chi tieu", "uoc", "du kien", "thang truoc", "ky truoc", "cung ky",
        "nam truoc", "quy truoc", "so giao", "so lieu luy ke", "so luy ke", "so ke hoach", "so uoc",
    ]

    private static let furtherWords: Set<String> = [
        "nam", "thang", "quy", "ky", "tu", "dau", "den", "cuoi", "het", "nay", "truoc", "giao", "duoc", "thuc", "hien",
        "ngay", "ca", "i", "ii", "iii", "iv",
    ]

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
