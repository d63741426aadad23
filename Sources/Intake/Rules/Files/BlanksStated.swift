import Domain

/// A sheet with blanks says what they mean.
enum BlanksStated: FileRule {
    static let code = BlanksAnswer.rule
    static let page = Bilingual(
        vi: """
            Biểu có ô trống hoặc không ghi tên một số xã, phường, mà không nói ô trống là “không phát sinh” hay \
            “chưa có số liệu”. Hai điều này khác nhau, nên chỗ trống được coi là chưa báo cáo. Ghi một dòng phía \
            trên bảng: “Ô trống và xã, phường không ghi tên: không phát sinh” (hoặc “chưa có số liệu”) rồi gửi lại; hoặc \
            ghi đúng mấy chữ “không phát sinh” hoặc “chưa có số liệu” vào ô vàng của phiếu phản hồi. Chữ khác ở ô đó \
            không trả lời được câu hỏi này.
            """,
        en: """
            The sheet has empty cells, or leaves communes out, without saying whether that means “nothing occurred” \
            or “no figures yet”. The two differ, so blanks are taken as not reported. Write one line above the \
            table: “Ô trống và xã, phường không ghi tên: không phát sinh” (or “chưa có số liệu”), and send it again; or write \
            just “không phát sinh” or “chưa có số liệu” in the return's yellow cell. Other words there do not answer \
            this question.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, rows.table.plan.form.layout == .sheet, file.identity.unlisted == nil,
            !rows.isNilReport, !rows.isEmptyForm, verdict.state == nil
        else { return }
        // What a supplement does not list stands.
        let unlisted = file.identity.isSupplement ? 0 : unlistedPlaces(rows)
        let hasEmptyCell = rows.counter.hasEmptyCell
        guard hasEmptyCell || unlisted > 0 else { return }
        verdict.say(Self.self) { finding(in: file.path, hasEmptyCell: hasEmptyCell, unlisted: unlisted) }
    }

    /// Places of the department's area without a row: communes, or districts where only districts have rows.
    private static func unlistedPlaces(_ rows: RowsInHand) -> Int {
        let (listed, levels, context) = (rows.counter.listed, rows.table.plan.levels, rows.table.context)
        let day = context.days.upperBound
        let communes = context.geography.units(.commune, on: day).filter(context.isInArea)
        let districts = context.geography.units(.district, on: day).filter(context.isInArea)
        let named = districts.count { listed.contains($0.code) }
        let isByDistrict =
            levels.contains(.district) && named > 0 && !communes.contains { listed.contains($0.code) }
        let places = isByDistrict || !levels.contains(.commune) ? districts : communes
        return places.count { commune in
            !listed.contains(commune.code) && !(commune.district.map { listed.contains($0) } ?? false)
        }
    }

    static func finding(in file: String, hasEmptyCell: Bool, unlisted: Int) -> Finding {
        finding(
            .query, at: Position(file: file), .unstated(hasEmptyCell, unlisted),
            expected: Bilingual(
                vi: "dòng “Ô trống và xã, phường không ghi tên: không phát sinh” hoặc “… chưa có số liệu”",
                en: "the line “Ô trống và xã, phường không ghi tên: không phát sinh” or “… chưa có số liệu”"),
            remedy: Bilingual(
                vi:
                    "Ghi phía trên bảng dòng “Ô trống và xã, phường không ghi tên: không phát sinh” (hoặc “chưa có số liệu”) "
                    + "rồi gửi lại, hoặc ghi “không phát sinh” hay “chưa có số liệu” vào ô vàng của phiếu; đến khi đó chỗ trống được coi là chưa báo cáo.",
                en:
                    "Write above the table the line “Ô trống và xã, phường không ghi tên: không phát sinh” (or “chưa có số "
                    + "liệu”) and send the file again, or write “không phát sinh” or “chưa có số liệu” in the return's yellow cell; until then blanks are not "
                    + "reported."))
    }
}

extension Bilingual {
    fileprivate static func unstated(_ hasEmptyCell: Bool, _ unlisted: Int) -> Self {
        let vi = [
            hasEmptyCell ? "có ô trống" : nil, unlisted > 0 ? "\(unlisted) xã, phường hoặc địa bàn không ghi tên" : nil,
        ]
        let en = [hasEmptyCell ? "there are empty cells" : nil, unlisted > 0 ? "\(unlisted) places have no row" : nil]
        return Self(
            vi: vi.compactMap(\.self).joined(separator: ", ") + "; là không phát sinh hay chưa có số liệu?",
            en: en.compactMap(\.self).joined(separator: ", ") + "; did nothing occur, or are there no figures yet?")
    }
}
