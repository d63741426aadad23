import Domain

/// No column and no cell identifies a person.
enum PersonalData: FileRule {
    static let code = "personal-data"
    static let page = Bilingual(
        vi: """
            Biểu báo cáo chỉ có số lượng. Tệp có cột họ tên, số CCCD, số điện thoại, ngày sinh, địa chỉ của người, có \
            danh sách người kèm theo, một ô của bảng chỉ ghi họ tên người, hoặc có số giấy tờ, số điện thoại, thư điện tử, \
            họ tên kèm ngày sinh ở bất cứ đâu (trong ô, phía trên, phía dưới bảng, trong tên tệp) thì bị từ chối và không \
            lưu lại (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15), kể cả khi tệp có lỗi khác; trong thông báo các số và tên \
            đó được che. Xóa chúng trong biểu gốc rồi gửi lại. Tên người ký dưới bảng, số điện thoại của cơ quan ở đầu \
            biểu, địa chỉ lớp học thì không sao.
            """,
        en: """
            Forms hold counts only. A file with a column of names, identity numbers, telephone numbers, birth dates \
            or addresses of persons, with a list of persons, with a cell of the table that is a person's name alone, or \
            with such a number, an e-mail address or a name with a date of birth anywhere (in a cell, above or below the \
            table, in its name) is refused and not kept (Law 91/2025/QH15 on personal data), whatever else is wrong with \
            it; numbers and names are masked wherever they are mentioned. Delete them and send the file again. Names of \
            who signs, an office's own telephone number above the table and the address of a class do no harm.
            """)

    static let stage = FileStage.protection

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        if file.forbidden.isInName { verdict.forbid(Self.self) { finding(inNameOf: file.path) } }
        for (position, found) in file.forbidden.found where !found.isMark {
            verdict.forbid(Self.self) { found.finding(at: position) }
        }
    }

    /// A name, or when somebody was born; nothing of it is shown.
    static func finding(at position: Position, person: String) -> Finding {
        finding(
            .error, at: position, value: person.wiped, .person(person.wiped), expected: .counts,
            remedy: Bilingual(
                vi: "Xóa họ tên, ngày sinh trong biểu gốc rồi gửi lại.",
                en: "Delete names and dates of birth and send the file again."))
    }

    /// Only the words that ask for a person are shown: behind them somebody may stand.
    static func finding(at position: Position, header text: String) -> Finding {
        let header = text.contains(":") || PersonName.isNamed(in: text) ? text.wiped : text.withoutNumbers
        return finding(
            .error, at: position, value: header, .column(header), expected: .counts,
            remedy: Bilingual(
                vi: "Xóa cột này trong biểu gốc, chỉ gửi số lượng.", en: "Delete the column; send counts only."))
    }

    /// The number stands in the file's name, which is shown without it.
    static func finding(inNameOf file: String) -> Finding {
        finding(
            .error, at: Position(file: file), .inName, expected: .counts,
            remedy: Bilingual(
                vi: "Đổi tên tệp rồi gửi lại.", en: "Give the file another name and send it again."))
    }

    static func finding(at position: Position, identifier: String) -> Finding {
        let masked = identifier.masked
        return finding(
            .error, at: position, value: masked, .identifier(masked), expected: .counts,
            remedy: Bilingual(
                vi: "Xóa số này trong biểu gốc rồi gửi lại.", en: "Delete the number and send the file again."))
    }
}

extension Bilingual {
    fileprivate static var counts: Self {
        Self(vi: "chỉ số lượng, không có dữ liệu cá nhân", en: "counts, no personal data")
    }

    fileprivate static var inName: Self {
        Self(
            vi: "tên tệp có số giấy tờ, số điện thoại hoặc tên người; tệp không được nhận và không lưu lại",
            en: "the file's name holds an identity or telephone number or names a person; it is refused and not kept")
    }

    fileprivate static func person(_ wiped: String) -> Self {
        Self(
            vi: "có họ tên hoặc ngày sinh của người “\(wiped)”; tệp không được nhận và không lưu lại",
            en: "a person's name or date of birth “\(wiped)”; the file is refused and not kept")
    }

    fileprivate static func column(_ header: String) -> Self {
        Self(
            vi: "cột \(header.quoted) là dữ liệu cá nhân; tệp không được nhận và không lưu lại",
            en: "column \(header.quoted) is personal data; the file is refused and not kept")
    }

    fileprivate static func identifier(_ masked: String) -> Self {
        Self(
            vi: "ô có số giấy tờ hoặc số điện thoại “\(masked)”; tệp không được nhận và không lưu lại",
            en: "the cell holds an identity or telephone number “\(masked)”; the file is refused and not kept")
    }
}

extension String {
    /// As many marks as a name has letters, ten at most, and nothing of it.
    fileprivate var wiped: String { String(repeating: "*", count: min(10, max(3, trimmedCell.count))) }

    /// Digits hidden.
    fileprivate var withoutNumbers: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.numericType == nil ? $0 : "*" }))
    }
}
