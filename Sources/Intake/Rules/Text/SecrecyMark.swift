import Domain

/// Nothing in a file marks it as secret.
enum SecrecyMark: FileRule {
    static let code = "secrecy-mark"
    static let page = Bilingual(
        vi: """
            Tệp có dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT, ở trên, trong hay dưới bảng hoặc trong tên tệp. Hệ thống này không \
            được nhận tài liệu mật: tệp bị từ chối và không lưu lại, chỉ giữ mã băm, kích thước và thời điểm. Gửi tài \
            liệu mật theo đường văn thư mật; nếu dấu mật để nhầm, xóa dòng đó rồi gửi lại.
            """,
        en: """
            The file reads MẬT, TỐI MẬT or TUYỆT MẬT above, in or below its table, or in its name. This system may \
            not take secret documents: the file is refused and not kept, save its hash, size and time. Send it through \
            the channel for secret documents; if the mark is there by mistake, delete the line and send the file again.
            """)

    static let stage = FileStage.protection

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for (position, found) in file.forbidden.found where found.isMark {
            verdict.forbid(Self.self) { found.finding(at: position) }
        }
    }

    static func finding(at position: Position, mark: String) -> Finding {
        finding(
            .error, at: position, value: mark.masked, .marked,
            remedy: Bilingual(
                vi: "Không gửi tài liệu mật qua hệ thống này; gửi theo đường văn thư mật.",
                en: "Send secret documents through their own channel, not through this system."))
    }
}

extension Bilingual {
    fileprivate static var marked: Self {
        Self(
            vi: "tệp có dấu chỉ độ mật; tệp không được nhận và không lưu lại",
            en: "the file bears a secrecy mark; it is refused and not kept")
    }
}
