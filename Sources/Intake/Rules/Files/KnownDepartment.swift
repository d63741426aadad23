import Domain

/// Who sent a file can be told.
enum KnownDepartment: FileRule {
    static let code = "unknown-department"
    static let page = Bilingual(
        vi: """
            Dòng “Đơn vị gửi” và tên tệp không nói rõ đơn vị nào gửi, hoặc tên đó trùng với nhiều đơn vị. Ghi đủ tên \
            đơn vị ở dòng “Đơn vị gửi”, ví dụ “Đơn vị gửi: Công an tỉnh”, hoặc đặt mã đơn vị ở đầu tên tệp, ví dụ \
            “CAT-03-an.csv”.
            """,
        en: """
            Neither the line “Đơn vị gửi” nor the file's name says who sent it, or the name fits several \
            departments. Write the full name, as in “Đơn vị gửi: Công an tỉnh”, or begin the file's name with the \
            code, as in “CAT-03-an.csv”.
            """)

    static let stage = FileStage.owner

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard file.identity.department == nil else { return }
        verdict.refuse(Self.self) { finding(in: file.path, candidates: file.identity.departmentsOpen) }
    }

    static func finding(in file: String, candidates: [Department]) -> Finding {
        finding(
            .error, at: Position(file: file), .unknown(candidates),
            expected: Bilingual(
                vi: "dòng “Đơn vị gửi: …” phía trên bảng", en: "a line “Đơn vị gửi: …” above the table"),
            remedy: Bilingual(
                vi: "Ghi đủ tên đơn vị ở dòng “Đơn vị gửi”, hoặc đặt mã đơn vị ở đầu tên tệp.",
                en:
                    "Write the department's full name in the line “Đơn vị gửi”, or its code at the head of the "
                    + "file's name."
            ))
    }
}

extension Bilingual {
    fileprivate static func unknown(_ candidates: [Department]) -> Self {
        var seen: Set<String> = []
        let names = candidates.filter { seen.insert($0.code).inserted }.prefix(4).map { "\($0.name) (\($0.code))" }
        guard !names.isEmpty else {
            return Self(vi: "không rõ đơn vị nào gửi", en: "who sent it is not clear")
        }
        let list = names.joined(separator: ", ")
        return Self(
            vi: "không rõ đơn vị nào gửi; có phải: \(list)?", en: "who sent it is not clear; one of these: \(list)?")
    }
}
