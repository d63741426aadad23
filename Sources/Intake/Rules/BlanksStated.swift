import Domain

/// A sheet with blanks says what they mean.
enum BlanksStated: Rule {
    static let code = "blanks-unstated"
    static let page = Bilingual(
        vi: """
            Biểu có ô trống hoặc không ghi tên một số xã, phường, mà không nói ô trống là “không phát sinh” hay \
            “chưa có số liệu”. Hai điều này khác nhau, nên chỗ trống được coi là chưa báo cáo. Ghi một dòng phía \
            trên bảng: “Ô trống và xã, phường không ghi tên: không phát sinh” (hoặc “chưa có số liệu”) rồi gửi lại.
            """,
        en: """
            The sheet has empty cells, or leaves communes out, without saying whether that means “nothing occurred” \
            or “no figures yet”. The two differ, so blanks are taken as not reported. Write one line above the \
            table: “Ô trống và xã, phường không ghi tên: không phát sinh” (or “chưa có số liệu”), and send it again.
            """)

    static func finding(in file: String, hasEmptyCell: Bool, unlisted: Int) -> Finding {
        finding(
            .query, at: Position(file: file), .unstated(hasEmptyCell, unlisted),
            expected: Bilingual(
                vi: "dòng “Ô trống và xã, phường không ghi tên: không phát sinh” hoặc “… chưa có số liệu”",
                en: "the line “Ô trống và xã, phường không ghi tên: không phát sinh” or “… chưa có số liệu”"),
            remedy: Bilingual(
                vi:
                    "Ghi phía trên bảng dòng “Ô trống và xã, phường không ghi tên: không phát sinh” (hoặc “chưa có số liệu”) "
                    + "rồi gửi lại; đến khi đó chỗ trống được coi là chưa báo cáo.",
                en:
                    "Write above the table the line “Ô trống và xã, phường không ghi tên: không phát sinh” (or “chưa có số "
                    + "liệu”) and send the file again; until then blanks are not reported."))
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
