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
            finding(conflict.paths)
        }
    }

    fileprivate static func finding(_ paths: [String]) -> Finding {
        let isWorkbook = Set(paths.map { SheetPath.file(of: $0) }).count == 1
        return Finding(
            rule: self, level: .error, position: Position(file: paths[0]),
            message: isWorkbook ? .sheets(paths) : .tied(paths),
            remedy: isWorkbook
                ? Bilingual(
                    vi:
                        "Xóa trang chỉ cộng lại số của trang khác (tổng theo huyện); các trang còn lại gộp thành một (số của các tuần "
                        + "cộng lại, các xã nối tiếp nhau), rồi gửi lại; hoặc quyết định “thay tệp” trong xu-ly.csv.",
                    en:
                        "Delete a sheet that only adds up another (totals of districts); put the others into one (weeks added up, "
                        + "communes one below the other) and send it again; or decide “thay tệp” in xu-ly.csv.")
                : Bilingual(
                    vi: "Ghi “Lần gửi” cao hơn ở tệp đúng, hoặc quyết định “thay tệp” trong xu-ly.csv.",
                    en: "Give the right file a higher “Lần gửi”, or decide “thay tệp” in xu-ly.csv."))
    }
}

/// Sheets of one workbook that are for one slice: looked at one by one each seems right, and taken in together none counts.
package enum SheetsTogether {
    /// Of each such slice the paths of its sheets, in the order of the workbook.
    package static func slices(among readings: [Reading]) -> [[String]] {
        let counted = readings.filter { $0.isCounted && SheetPath.sheet(of: $0.receipt.path) != nil }
        let slices = Dictionary(grouping: counted) { reading in
            [
                reading.department ?? "", reading.form ?? "", reading.period.map { "\($0)" } ?? "", reading.part,
                String(reading.sequence),
            ]
        }
        return slices.values.filter { $0.count > 1 }.map { $0.map(\.receipt.path) }.sorted { $0[0] < $1[0] }
    }

    package static func finding(_ paths: [String]) -> Finding { ConflictingFiles.finding(paths) }
}

extension Bilingual {
    fileprivate static func sheets(_ paths: [String]) -> Bilingual {
        let list = paths.map { "“\(SheetPath.sheet(of: $0) ?? $0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "các trang \(list) là cùng một biểu, cùng kỳ; chưa trang nào được tính",
            en: "the sheets \(list) are of one form and period; none is counted")
    }

    fileprivate static func tied(_ paths: [String]) -> Bilingual {
        let list = paths.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(
            vi: "không rõ tệp nào thay tệp nào: \(list); chưa tệp nào được tính",
            en: "it is not clear which file replaces which: \(list); none is counted")
    }
}
