import Domain

/// A figure comes from the form that owes it.
struct FromOwedForm: LedgerCheck {
    static let code = "figure-from-another-form"
    static let page = Bilingual(
        vi:
            "Chỉ tiêu có thể lấy từ nhiều biểu của cùng một đơn vị; biểu ghi trước trong indicators.csv là biểu chính. Khi biểu chính chưa "
            + "gửi, chưa được tiếp nhận, đang giữ lại hoặc không có cột của chỉ tiêu, số liệu được lấy tạm từ biểu khác, ghi là sơ bộ "
            + "và nêu rõ lấy từ biểu nào. Ví dụ: cột “Phạm tội về TTXH (vụ)” của biểu 03/AN bị đặt tên khác, nên số vụ lấy từ sổ 05/VỤ. "
            + "Cách xử lý: gửi biểu chính, hoặc gửi lại với đủ cột và đúng tên cột.",
        en:
            "An indicator may be taken from several forms of one department; the first that indicators.csv names owes it. Where that one "
            + "was not sent, not accepted, is held or has not the column, the figure is taken from another form, is provisional and says "
            + "so. Send the form, or send it again with all columns under their names.")

    private struct Key: Hashable, Comparable {
        let month: Month
        let department: String
        let owed: String
        let form: String

        static func < (left: Key, right: Key) -> Bool {
            (left.month, left.department, left.owed, left.form) < (
                right.month, right.department, right.owed, right.form
            )
        }
    }

    static func findings(_ scope: LedgerScope) -> [Finding] {
        let standIns = StandIns(scope.evidence, scope.slices, scope.cube, over: scope.period).all
        let groups = Dictionary(grouping: standIns.filter { !$0.isApart && !$0.indicator.isRatio }) {
            Key(month: $0.month, department: $0.department, owed: $0.owedForm, form: $0.form)
        }
        return groups.sorted { $0.key < $1.key }.compactMap { key, items in
            let given = SlicesInForce.Key(department: key.department, form: key.form, month: key.month)
            let owed = SlicesInForce.Key(department: key.department, form: key.owed, month: key.month)
            guard let reading = scope.slices.readings[owed]?.first ?? scope.slices.readings[given]?.first else {
                return nil
            }
            var seen: Set<String> = []
            let codes = items.map(\.indicator.code).filter { seen.insert($0).inserted }
            return finding(
                .query, at: Position(file: reading.receipt.path), value: codes.joined(separator: ", "),
                .taken(
                    codes, from: scope.number(key.form), for: scope.number(key.owed),
                    isSent: scope.slices.readings[owed] != nil),
                remedy: Bilingual(
                    vi: "Gửi biểu \(scope.number(key.owed)) với đủ các cột, đúng tên cột của biểu mẫu.",
                    en: "Send form \(scope.number(key.owed)) with all its columns under the names of the form."))
        }
    }
}

extension LedgerScope {
    fileprivate func number(_ form: String) -> String { catalogue.form(form)?.number ?? form }
}

extension Bilingual {
    fileprivate static func taken(_ codes: [String], from form: String, for owed: String, isSent: Bool) -> Bilingual {
        let list = codes.joined(separator: ", ")
        return Bilingual(
            vi: "chỉ tiêu “\(list)” phải lấy từ biểu \(form), vì biểu \(owed) "
                + (isSent ? "không có cột của chỉ tiêu" : "chưa được tiếp nhận") + "; số liệu sơ bộ",
            en: "“\(list)” had to be taken from form \(form), since form \(owed) "
                + (isSent ? "has not the column" : "was not accepted") + "; the figures are provisional")
    }
}
