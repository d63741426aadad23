import Domain

/// No column and no cell identifies a person.
enum PersonalData: FileRule {
    static let code = "personal-data"
    static let page = Bilingual(
        vi: """
            Biểu báo cáo chỉ có số lượng. Tệp có cột họ tên, số CCCD, số điện thoại, ngày sinh, địa chỉ, hoặc ô có \
            số giấy tờ 9, 12 chữ số hay số điện thoại thì bị từ chối và không lưu lại (Luật Bảo vệ dữ liệu cá nhân \
            91/2025/QH15); trong thông báo các số đó được che. Xóa cột hoặc ô đó trong biểu gốc rồi gửi lại. Tên \
            người ký dưới bảng thì không sao.
            """,
        en: """
            Forms hold counts only. A file with a column of names, identity numbers, telephone numbers, birth dates \
            or addresses, or with such a number in a cell, is refused and not kept (Law 91/2025/QH15 on personal \
            data), and the number is masked wherever it is mentioned. Delete the column or cell and send the file \
            again. Signatures below the table do no harm.
            """)

    static let stage = FileStage.protection

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        if file.hasPersonalName { verdict.forbid(Self.self) { finding(inNameOf: file.path) } }
        for (position, text) in headerCells(file) where PersonalDataScan.isPersonal(header: text) {
            verdict.forbid(Self.self) { finding(at: position, header: text) }
        }
        for spot in file.survey?.identifiers ?? [] {
            verdict.forbid(Self.self) { finding(at: file.position(spot), identifier: spot.text) }
        }
    }

    /// Cells of the header that are no column of a form; without a header, all short cells of the first rows.
    private static func headerCells(_ file: FileInHand) -> [(Position, String)] {
        guard let header = file.head.header else {
            return file.head.cells.filter { !$0.text.contains(":") }.map { ($0.position, $0.text) }
        }
        return header.texts.enumerated().compactMap { field, text in
            header.columns[field].isEmpty && !text.isEmpty ? (file.position(header, field), text) : nil
        }
    }

    static func finding(at position: Position, header: String) -> Finding {
        finding(
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
            vi: "tên tệp có số giấy tờ hoặc số điện thoại; tệp không được nhận và không lưu lại",
            en: "the file's name holds an identity or telephone number; the file is refused and not kept")
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
