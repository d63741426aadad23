import Domain

/// One thing that is no longer as it was written.
package struct Mismatch: Hashable, Sendable {
    /// Where it is.
    package enum Subject: Hashable, Sendable {
        /// The database as a whole: its pages, indexes and references.
        case database
        /// A table, index or trigger, by name.
        case schema(String)
        /// An entry, or a row that hangs on it, by number.
        case entry(Int)
        /// Bytes of the archive, by their SHA-256.
        case blob(String)
        /// The head beside the database.
        case head
    }

    package let subject: Subject
    package let message: Bilingual

    package init(_ subject: Subject, _ message: Bilingual) {
        self.subject = subject
        self.message = message
    }
}

extension Mismatch {
    static func database(_ detail: String) -> Mismatch {
        Mismatch(
            .database,
            Bilingual(vi: "cơ sở dữ liệu bị hỏng: \(detail)", en: "the database is damaged: \(detail)"))
    }

    static func schema(_ name: String) -> Mismatch {
        Mismatch(
            .schema(name),
            Bilingual(
                vi: "cấu trúc sổ không còn như đã tạo: “\(name)”", en: "the ledger's make-up has changed: “\(name)”"))
    }

    static func rows(_ seq: Int, about what: String) -> Mismatch {
        Mismatch(
            .entry(seq),
            Bilingual(
                vi: "mục \(seq) (\(what)): nội dung không khớp với mã băm đã ghi",
                en: "entry \(seq) (\(what)): its rows do not have the hash that was written"))
    }

    static func pack(_ seq: Int, about what: String) -> Mismatch {
        Mismatch(
            .entry(seq),
            Bilingual(
                vi: "mục \(seq) (\(what)): bản gói số liệu không khớp với các dòng của mục",
                en: "entry \(seq) (\(what)): the pack of its figures does not say what its rows say"))
    }

    static func link(_ seq: Int) -> Mismatch {
        Mismatch(
            .entry(seq),
            Bilingual(
                vi: "mục \(seq): không nối tiếp mục trước", en: "entry \(seq): does not follow the one before it"))
    }

    static func unreadable(_ seq: Int, _ detail: String) -> Mismatch {
        Mismatch(
            .entry(seq),
            Bilingual(vi: "mục \(seq): không đọc được: \(detail)", en: "entry \(seq): cannot be read: \(detail)"))
    }

    static func blob(_ sha256: String, _ error: LedgerError) -> Mismatch {
        Mismatch(
            .blob(sha256),
            Bilingual(
                vi: "tệp lưu trữ “\(error.place)” không khớp với nội dung đã ghi (\(error.detail))",
                en: "archived file “\(error.place)” is not what was written (\(error.detail))"))
    }

    static func head(_ error: LedgerError) -> Mismatch {
        Mismatch(
            .head,
            Bilingual(
                vi: "mục cuối của sổ không khớp với “\(error.place)” (\(error.detail))",
                en: "the last entry does not fit “\(error.place)” (\(error.detail))"))
    }
}
