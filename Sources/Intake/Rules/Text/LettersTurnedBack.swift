import DelimitedText
import Domain

/// No program has taken the file's letters for those of another code page.
enum LettersTurnedBack: FileRule {
    static let code = "letters-turned-back"
    static let page = Bilingual(
        vi: """
            Tệp là UTF-8 nhưng đã bị một phần mềm mở nhầm bảng mã (cp437, windows-1252…) rồi lưu lại, nên “Sơn” thành \
            “S╞ín” hoặc “SÆ¡n”. Mọi chữ trong tệp khôi phục được và các từ khôi phục là tiếng Việt, nên tệp được đọc \
            theo chữ đã khôi phục và số liệu vẫn được tính. Chỉ khôi phục khi được cả tệp; nếu chỉ được một phần thì tệp \
            không được tính và được báo lỗi. Lần sau mở bằng Dữ liệu > Từ Văn bản/CSV, chọn 65001: Unicode (UTF-8).
            """,
        en: """
            The file is UTF-8, but a program opened it as another code page (cp437, windows-1252) and saved it, so “Sơn” \
            became “S╞ín” or “SÆ¡n”. Every letter can be turned back and the words then are Vietnamese, so it is read so \
            and the figures count. A file is turned back whole or not at all; of which only a part can be, nothing \
            counts and an error says so. Next time open it by Data > From Text/CSV with 65001: Unicode (UTF-8).
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let misreading = file.document.decision.misreading, misreading.isTurnedBack else { return }
        verdict.say(Self.self) { finding(in: file.path, misreading) }
    }

    static func finding(in file: String, _ misreading: Misreading) -> Finding {
        finding(
            .note, at: Position(file: file), value: misreading.written, .turnedBack(misreading),
            remedy: Bilingual(
                vi: "Không phải sửa nếu đúng; lần sau mở bằng Dữ liệu > Từ Văn bản/CSV, chọn 65001: Unicode (UTF-8).",
                en:
                    "Nothing to do if it is right; next time open it by Data > From Text/CSV with 65001: Unicode (UTF-8)."
            ))
    }
}

extension Bilingual {
    fileprivate static func turnedBack(_ found: Misreading) -> Self {
        let times = found.times
        return Self(
            vi: "chữ Việt (UTF-8) đã bị mở nhầm bảng mã \(found.codePage) rồi lưu lại"
                + (times > 1 ? " \(times) lần" : "")
                + "; đã khôi phục cả tệp, \(found.possible) trong \(found.words) từ có dấu là chữ Việt, ví dụ "
                + "\(found.written.quoted) là \(found.meant.quoted)",
            en: "Vietnamese letters (UTF-8) were opened as \(found.codePage) and saved"
                + (times > 1 ? " \(times) times" : "")
                + "; the whole file was turned back, \(found.possible) of \(found.words) words are Vietnamese, such as "
                + "\(found.written.quoted) for \(found.meant.quoted)")
    }
}
