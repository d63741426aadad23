import Domain
import Files

/// A folder that a ledger is being copied into. A file in it says so until the copy is whole: what lies there then was made
/// by this program, and may be made again.
final class UnfinishedCopy {
    static let fileName = ".tonghop.dang-sao-luu"

    /// Holds the lock for as long as it is open.
    private let file: OpenFile

    static func isMarked(_ folder: String) -> Bool { InputFile.isRegular("\(folder)/\(fileName)") }

    /// What is said of reports that are not whole yet.
    static func ofReports(_ reports: String) -> Bilingual {
        Bilingual(
            vi:
                "“\(reports)” mới khôi phục được một phần; chạy lại “tonghop restore” với chính bản sao lưu đó cho xong rồi mới làm việc "
                + "khác",
            en: "“\(reports)” is restored in part only; run “tonghop restore” of that backup again before anything else"
        )
    }

    /// Marks a folder, or takes over one that is marked; throws where another copying is going on in it.
    init(in folder: TargetFolder) throws {
        let path = "\(folder.place)/\(UnfinishedCopy.fileName)"
        do throws(FileFault) {
            file = try OpenFile(path, .holding(followingLinks: false), rights: 0o666)
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không ghi được vào “\(folder.path)”; kiểm tra ổ đĩa và quyền truy cập",
                    en: "cannot write into “\(folder.path)”; check the disk and its rights"))
        }
        guard (try? file.lock()) == true else {
            throw Failure(
                Bilingual(
                    vi: "một lần sao lưu khác đang ghi vào “\(folder.path)”",
                    en: "another backup is being written into “\(folder.path)”"))
        }
    }

    /// The copy is whole; throws where its mark cannot be taken away for good, for then it is made once more.
    func finish() throws {
        do throws(FileFault) {
            try Entry.remove(file.path)
            try Folder.sync(Folder.above(file.path))
        } catch {
            let (path, why) = (ShownPath(file.path).text, Bilingual.reason(error.code))
            throw Failure(
                Bilingual(
                    vi: "đã sao xong nhưng không bỏ được tệp “\(path)” (\(why.vi)); kiểm tra ổ đĩa rồi chạy lại",
                    en: "all is copied, but “\(path)” cannot be taken away (\(why.en)); check the disk and run it again"
                ))
        }
    }
}
