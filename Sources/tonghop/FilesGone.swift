import Domain
import Intake
import Reporting
import Storage

/// A file that counts lies in its folder.
enum FileGone: Rule {
    static let code = "file-gone"
    static let page = Bilingual(
        vi:
            "Tệp đã nhận không còn trong thư mục số liệu nhưng vẫn được tính, vì sổ tiếp nhận giữ bản lưu. Nếu xóa là đúng, thêm dòng «rút "
            + "tệp» vào xu-ly.csv để không tính nữa; nếu chỉ dọn thư mục, thêm dòng «nhận tệp» để xác nhận vẫn tính; nếu xóa nhầm, chép "
            + "tệp trở lại. Mỗi lần chạy còn nhắc cho đến khi có một trong các cách đó.",
        en:
            "A file that was received lies in its folder no more and still counts, for the ledger has kept it. If it was to be taken out, "
            + "add a «rút tệp» line to xu-ly.csv; if the folder was only tidied, add «nhận tệp» to confirm that it counts; if it was removed "
            + "by mistake, copy it back. Every run says so until then.")

    static func finding(_ path: String) -> Finding {
        finding(
            .query, at: Position(file: path), value: path,
            Bilingual(
                vi: "“\(path)” không còn trong thư mục nhưng vẫn được tính",
                en: "“\(path)” is gone from its folder and still counts"),
            remedy: Bilingual(
                vi: "Quyết định «rút tệp» hoặc «nhận tệp» trong xu-ly.csv, hoặc chép tệp trở lại.",
                en: "Decide «rút tệp» or «nhận tệp» in xu-ly.csv, or copy the file back."))
    }
}

/// Which files that count are gone from their folder.
struct FilesGone {
    /// Paths of the folder of submissions, as findings show them.
    private let present: Set<String>

    init(_ paths: [String]) { present = Set(paths.map { ShownPath($0).text }) }

    /// A query for each that nobody has decided on.
    func findings(_ basis: Basis) -> [Finding] {
        basis.filesThatCount(lyingIn: present).map(FileGone.finding)
    }

    /// Those of the months that the reports of a period rest on; asked of the ledger only where a known path is gone.
    func findings(_ period: Period, _ consolidation: Consolidation) throws -> [Finding] {
        let heads = try consolidation.ledger.read { try $0.readingHeads() }
        guard heads.contains(where: { $0.reading.isCounted && !present.contains($0.reading.receipt.path) }) else {
            return []
        }
        return findings(try consolidation.submissions(period))
    }
}
