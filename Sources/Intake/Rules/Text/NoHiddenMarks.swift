import Domain

/// No marks without width stand in names, headers and numbers.
enum NoHiddenMarks: FileRule {
    static let code = "hidden-mark"
    static let page = Bilingual(
        vi: """
            Trong tên, tiêu đề hoặc số có ký tự không nhìn thấy (dấu nối từ, dấu cách rộng 0, dấu chiều chữ…), do chép \
            từ trang web, Zalo hay Word. Các ký tự đó không có nghĩa, nên chương trình bỏ qua và số liệu vẫn được \
            tính. Không phải sửa; khi chép nên dùng “Dán giá trị”.
            """,
        en: """
            Names, headers or numbers hold marks that nobody sees (soft hyphens, joiners, spaces without width, marks \
            of direction), copied from a web page, a chat or a text. They mean nothing, so they are passed over and \
            the figures count. Nothing has to be done.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        let texts = file.writtenAround.filter { HiddenMark.stand(in: $0.text) }
        let spelling = file.rows?.repairs.first(.hiddenMarks)
        guard
            let first = texts.first.map({ (HiddenMark.removed(from: $0.text), $0.position) })
                ?? spelling.map({ ($0.written, $0.position) })
        else { return }
        let count = texts.count + (file.rows?.repairs.count(.hiddenMarks) ?? 0)
        verdict.say(Self.self) { finding(at: first.1, value: first.0, count: count) }
    }

    static func finding(at position: Position, value: String, count: Int) -> Finding {
        finding(
            .note, at: position, value: value, .passedOver(value, count),
            remedy: Bilingual(
                vi: "Không phải sửa; khi chép từ nơi khác nên dùng “Dán giá trị”.",
                en: "Nothing to do; paste values only next time."))
    }
}

extension Bilingual {
    fileprivate static func passedOver(_ value: String, _ count: Int) -> Self {
        Self(
            vi: "ký tự không nhìn thấy được bỏ qua ở \(Language.vi.count(count)) chỗ, ví dụ trong \(value.quoted)",
            en: "marks that nobody sees are passed over in \(Language.en.count(count)) places, as in \(value.quoted)")
    }
}

extension FileInHand {
    /// What stands above the rows: lines and headers, each with its place.
    var writtenAround: [(text: String, position: Position)] {
        let headers = (head.header?.texts ?? []).enumerated().map { field, text in
            (text, head.header.map { position($0, field) } ?? position)
        }
        return head.cells.map { ($0.text, $0.position) } + headers
    }
}
