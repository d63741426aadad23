import Domain

/// Every column of the file is one of the form.
enum KnownColumn: FileRule {
    static let code = "unknown-column"
    static let page = Bilingual(
        vi: """
            Cột không có trong biểu thì không được tính; nếu trong cột có số liệu, chương trình hỏi lại chứ không tự \
            chọn: có thể là một cột của biểu mang tên khác (ví dụ “TTXH” thay cho “Phạm tội về TTXH (vụ)”). Sửa tên \
            cột theo biểu mẫu rồi gửi lại, hoặc xác nhận là cột riêng của đơn vị. Cột ghi chú chỉ được lưu ý; không \
            được ghi tên người hay số giấy tờ.
            """,
        en: """
            A column that the form does not have is not counted. If anything stands in it, the program asks and does \
            not choose: it may be a column of the form under another name (“TTXH” for “Phạm tội về TTXH (vụ)”). \
            Correct the header as in the template and send the file again, or confirm that the column is your own. \
            Remarks are only noted; no names or numbers of persons.
            """)

    /// Headers of what is said beside the figures.
    private static let remarks = [
        "ghi chu", "chu thich", "chu giai", "nhan xet", "y kien", "dien giai", "dia chi", "can cu", "nguon so lieu",
        "noi dung khac", "remark", "note",
    ]

    /// Headers of the district that a row's commune lies in, which the register knows.
    private static let districts: Set<String> = [
        "huyen", "huyen cu", "dia ban", "dia ban huyen", "dia ban cap huyen", "cap huyen", "don vi cap huyen",
        "quan huyen", "huyen thanh pho", "huyen thi xa", "huyen thi xa thanh pho", "don vi hanh chinh", "district",
    ]

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let plan = file.plan, let map = file.shape?.map else { return }
        for field in map.unknown {
            let (text, here) = (header.texts[field], file.position(header, field))
            let isFilled = file.survey?.filledUnknown.contains(field) == true
            // What a script calls a column without a name.
            if text.isEmpty || text.hasPrefix("Unnamed: ") {
                guard isFilled else { continue }
                let isIndex = field == 0 && file.isNumbered(field)
                let mark = isIndex ? nil : file.strayMark(field)
                verdict.say(Self.self) {
                    mark.map { stray(at: $0.position, $0.text) } ?? (isIndex ? index(at: here) : unnamed(at: here))
                }
                continue
            }
            if districts.contains(Folding.key(text)), map.has(plan.unitCode) || map.has(plan.unitName) {
                verdict.say(Self.self) { district(at: here, header: text) }
                continue
            }
            if map.comparisons.contains(field) || ComparisonWords.nameColumn(Folding.key(text)) || text.contains("%") {
                verdict.say(Self.self) { comparison(at: here, header: text) }
                continue
            }
            let near = file.identity.form.flatMap { form in
                file.names.headers.nearest(to: text, in: form) { map.fields[$0] == nil }
            }.map { plan.form.columns[$0].name }
            let key = Folding.key(text)
            if let near, ScaleWords.stand(in: key), !ScaleWords.nameMoney(key) {
                verdict.say(Self.self) { scaled(at: here, header: text, column: near) }
                continue
            }
            if let near, let asked = ScaleWords.money(Folding.key(near)),
                ScaleWords.moneyOfColumn(key) ?? asked != asked
            {
                verdict.say(Self.self) { ofOtherMoney(at: here, header: text, column: near) }
                continue
            }
            verdict.say(Self.self) { finding(at: here, header: text, nearest: near, isFilled: isFilled) }
        }
        for field in (file.survey?.filledUnknown ?? []).sorted() where field >= header.texts.count {
            let mark = file.strayMark(field)
            let here = Position(
                file: file.path, line: header.line, row: header.spreadsheetRow, column: field + 1, header: "")
            verdict.say(Self.self) { mark.map { stray(at: $0.position, $0.text) } ?? unnamed(at: here) }
        }
    }

    static func finding(at position: Position, header: String, nearest: String?, isFilled: Bool) -> Finding {
        let key = Folding.key(header)
        let isRemark = remarks.contains { key == $0 || key.hasPrefix($0 + " ") }
        let asks = nearest != nil || isFilled && !isRemark
        return finding(
            asks ? .query : .note, at: position, value: header, .unknown(header, nearest),
            expected: nearest.map { Bilingual(vi: "“\($0)”", en: "“\($0)”") },
            remedy: .retyping(header, advice(nearest: nearest, asks: asks)))
    }

    private static func advice(nearest: String?, asks: Bool) -> Bilingual {
        if let nearest {
            return Bilingual(
                vi: "Nếu đúng là cột “\(nearest)”, sửa tên cột rồi gửi lại.",
                en: "If it is the column “\(nearest)”, correct the header and send the file again.")
        }
        return asks
            ? Bilingual(
                vi: "Nếu là một cột của biểu, sửa tên cột rồi gửi lại; nếu là cột riêng thì xác nhận.",
                en: "If it is a column of the form, correct the header and send the file again; else confirm.")
            : Bilingual(
                vi: "Không phải sửa nếu là cột riêng của đơn vị.",
                en: "Nothing to do if the column is your own.")
    }

    /// A column of the form, in another unit.
    static func scaled(at position: Position, header: String, column: String) -> Finding {
        finding(
            .query, at: position, value: header,
            Bilingual(
                vi: "cột \(header.quoted) ghi theo đơn vị khác với cột \(column.quoted) của biểu, không được tính",
                en: "the column \(header.quoted) is in another unit than the form's \(column.quoted) and is not counted"
            ),
            expected: Bilingual(vi: "“\(column)”, ghi đủ số", en: "“\(column)”, in full"),
            remedy: Bilingual(
                vi: "Ghi đủ số (không theo nghìn, trăm) ở cột “\(column)” rồi gửi lại.",
                en: "Write the numbers in full in the column “\(column)” and send the file again."))
    }

    /// A column of the form, in other units of money.
    static func ofOtherMoney(at position: Position, header: String, column: String) -> Finding {
        finding(
            .query, at: position, value: header,
            Bilingual(
                vi: "cột \(header.quoted) ghi theo đơn vị tiền khác với cột \(column.quoted) của biểu, không được tính",
                en:
                    "the column \(header.quoted) is in another unit of money than the form's \(column.quoted) and is not counted"
            ),
            expected: Bilingual(vi: "“\(column)”", en: "“\(column)”"),
            remedy: Bilingual(
                vi:
                    "Đổi các số sang đơn vị của biểu, sửa tên cột thành “\(column)” rồi gửi lại; không chỉ sửa tên cột.",
                en:
                    "Convert the numbers and name the column “\(column)”, then send the file again; the name alone is not enough."
            ))
    }

    static func comparison(at position: Position, header: String) -> Finding {
        finding(
            .note, at: position, value: header,
            Bilingual(
                vi: "cột \(header.quoted) chỉ để so sánh (kỳ trước, lũy kế, kế hoạch, tỷ lệ), không được tính",
                en:
                    "the column \(header.quoted) only compares (period before, sum of the year, plan, share) and is not counted"
            ),
            remedy: Bilingual(
                vi: "Không phải sửa; nếu đó là số liệu của kỳ này thì ghi tên cột theo biểu mẫu rồi gửi lại.",
                en:
                    "Nothing to do; if these are the period's own figures, name the column as the form does and send it again."
            ))
    }

    static func district(at position: Position, header: String) -> Finding {
        finding(
            .note, at: position, value: header,
            Bilingual(
                vi: "cột \(header.quoted) nêu địa bàn của từng dòng, được bỏ qua: địa bàn lấy theo danh mục",
                en: "the column \(header.quoted) names each row's district and is left out: the register knows it"
            ),
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }

    /// The numbers of rows that a script writes in front of them.
    static func index(at position: Position) -> Finding {
        finding(
            .note, at: position,
            Bilingual(
                vi: "cột đầu không có tên chỉ là số thứ tự do phần mềm ghi, được bỏ qua",
                en: "the first column, without a name, only numbers the rows and is left out"),
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }

    /// One mark far from the table.
    static func stray(at position: Position, _ text: String) -> Finding {
        let cell = "\(position.columnLetters ?? "")\(position.row)"
        return finding(
            .note, at: position, value: text,
            Bilingual(
                vi: "ô \(cell) ngoài bảng chỉ có \(text.quoted), được bỏ qua",
                en: "cell \(cell) outside the table holds nothing but \(text.quoted) and is left out"),
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }

    /// A column without a name in which something stands.
    static func unnamed(at position: Position) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "cột có số liệu nhưng không có tên, không được tính",
                en: "a column with contents has no name and is not counted"),
            remedy: Bilingual(
                vi: "Ghi tên cột theo biểu mẫu, hoặc xóa cột.", en: "Name the column as in the template, or delete it.")
        )
    }
}

extension FileInHand {
    /// The only cell of a field, where it holds neither a letter nor a digit.
    fileprivate func strayMark(_ field: Int) -> (position: Position, text: String)? {
        guard let shape else { return nil }
        var marks: [(position: Position, text: String)] = []
        document.forEachBlock { block in
            for row in 0..<block.rowCount where marks.count < 2 {
                guard block.spreadsheetRow(of: row) > shape.headerRow, field < block.fieldCount(row) else { continue }
                let text = block.text(row, field).trimmedCell
                if text.isEmpty { continue }
                let position = Position(
                    file: path, line: block.line(of: row), row: block.spreadsheetRow(of: row), column: field + 1)
                marks.append((position, text))
            }
        }
        guard marks.count == 1, !marks[0].text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return marks[0]
    }

    /// Whether a field holds nothing but the numbers of the rows, from 0 or 1 on.
    fileprivate func isNumbered(_ field: Int) -> Bool {
        guard let shape, let survey else { return false }
        var next: Int?
        var isNumbered = true
        document.forEachBlock { block in
            for row in 0..<block.rowCount where isNumbered {
                let number = block.spreadsheetRow(of: row)
                guard number > shape.headerRow, number < survey.footerStart, field < block.fieldCount(row) else {
                    continue
                }
                let text = block.text(row, field).trimmedCell
                if text.isEmpty { continue }
                let value = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
                isNumbered = value != nil && value == (next ?? (value == 0 ? 0 : 1))
                next = value.map { $0 + 1 }
            }
        }
        return isNumbered && next != nil
    }
}

extension Bilingual {
    fileprivate static func unknown(_ header: String, _ nearest: String?) -> Self {
        guard let nearest else {
            return Self(
                vi: "cột \(header.quoted) không có trong biểu, không được tính",
                en: "column \(header.quoted) is not in the form and is not counted")
        }
        return Self(
            vi: "không có cột \(header.quoted); có phải: \(nearest)?",
            en: "there is no column \(header.quoted); is it \(nearest)?")
    }
}
