import Domain

/// What the lines above the header say is understood.
enum UnreadWitness: FileRule {
    static let code = "unread-witness"
    static let page = Bilingual(
        vi: """
            Một dòng phía trên bảng (Biểu số, Kỳ báo cáo, Đơn vị gửi, Lần gửi, Ô trống…) có nội dung không hiểu \
            được, ví dụ “Kỳ báo cáo: kỳ này”. Số liệu vẫn được tính theo các dấu hiệu khác (thư mục, tên tệp, tiêu \
            đề cột). Ghi lại dòng đó theo biểu mẫu để không nhầm.
            """,
        en: """
            A line above the table (form, period, department, number of sending, blanks) says something that is not \
            understood, as in “Kỳ báo cáo: kỳ này”. The figures count by what folder, file name and columns say. \
            Write the line as in the template.
            """)

    static let stage = FileStage.owner

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for entry in file.identity.unread {
            verdict.say(Self.self) { finding(at: entry.position, label: entry.label, value: entry.value) }
        }
    }

    static func finding(at position: Position, label: String, value: String) -> Finding {
        finding(
            .query, at: position, value: value, .unread(label, value),
            remedy: Bilingual(vi: "Ghi lại dòng này theo biểu mẫu.", en: "Write the line as in the template."))
    }
}

extension Bilingual {
    fileprivate static func unread(_ label: String, _ value: String) -> Self {
        value.isEmpty
            ? Self(vi: "dòng \(label.quoted) bỏ trống", en: "the line \(label.quoted) is empty")
            : Self(
                vi: "không hiểu \(value.quoted) ở dòng \(label.quoted)",
                en: "\(value.quoted) in the line \(label.quoted) is not understood")
    }
}
