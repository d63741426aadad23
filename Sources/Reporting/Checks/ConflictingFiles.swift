import Domain

/// Of two files for one slice it is clear which one counts.
struct ConflictingFiles: LedgerCheck {
    static let code = "conflicting-files"
    static let page = Bilingual(
        vi:
            "Hai tệp khác nội dung của cùng đơn vị, cùng biểu, cùng kỳ có cùng “Lần gửi” và cùng thời điểm nhận, nên không biết "
            + "tệp nào thay tệp nào. Cả hai chưa được tính; số liệu trước đó (nếu có) giữ nguyên. Cách xử lý: ghi “Lần gửi” cao hơn "
            + "ở tệp đúng, hoặc thêm dòng “thay tệp” vào xu-ly.csv.",
        en:
            "Two files with different contents for one department, form and period have the same “Lần gửi” and time of receipt, so "
            + "neither replaces the other. Neither counts; what preceded both stays. Give the right one a higher “Lần gửi”, or add a "
            + "“thay tệp” line to xu-ly.csv.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.slices.conflicts.filter { scope.period.contains($0.key.month) }.map { conflict in
            Finding(
                rule: self, level: .error, position: Position(file: conflict.paths[0]), message: .tied(conflict.paths),
                remedy: Bilingual(
                    vi: "Ghi “Lần gửi” cao hơn ở tệp đúng, hoặc quyết định “thay tệp” trong xu-ly.csv.",
                    en: "Give the right file a higher “Lần gửi”, or decide “thay tệp” in xu-ly.csv."))
        }
    }
}

extension Bilingual {
    fileprivate static func tied(_ paths: [String]) -> Bilingual {
        let list = paths.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "không rõ tệp nào thay tệp nào: \(list); chưa tệp nào được tính",
            en: "it is not clear which file replaces which: \(list); none is counted")
    }
}
