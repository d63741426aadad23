import Domain
import Foundation

/// A folder that a ledger is being copied into. A file in it says so until the copy is whole: what lies there then was made
/// by this program, and may be made again.
final class UnfinishedCopy {
    static let fileName = ".tonghop.dang-sao-luu"

    private let path: String
    /// Holds the lock for as long as it is open.
    private let descriptor: Int32

    static func isMarked(_ folder: String) -> Bool { InputFile.isRegular("\(folder)/\(fileName)") }

    /// Marks a folder, or takes over one that is marked; throws where another copying is going on in it.
    init(in folder: TargetFolder) throws {
        path = "\(folder.place)/\(UnfinishedCopy.fileName)"
        descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Failure(
                Bilingual(
                    vi: "không ghi được vào “\(folder.path)”; kiểm tra ổ đĩa và quyền truy cập",
                    en: "cannot write into “\(folder.path)”; check the disk and its rights"))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(
                Bilingual(
                    vi: "một lần sao lưu khác đang ghi vào “\(folder.path)”",
                    en: "another backup is being written into “\(folder.path)”"))
        }
    }

    deinit { close(descriptor) }

    /// The copy is whole.
    func finish() { unlink(path) }
}
