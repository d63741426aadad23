import Domain
import Files
import Foundation

/// What stands at a path, which is never followed where it is a link.
enum EntryKind: Hashable {
    case file, folder, link
    /// A pipe, a socket or a device.
    case special
    /// Nothing.
    case absent
    /// The system does not say, for this reason.
    case unknown(Int32)

    init(at path: String) {
        do throws(FileFault) {
            self =
                switch try Entry(at: path).kind {
                case .file: .file
                case .folder: .folder
                case .link: .link
                case .special: .special
                }
        } catch {
            self = error.isOfAbsence ? .absent : .unknown(error.code)
        }
    }

    /// What it is called in a sentence.
    var words: Bilingual {
        switch self {
        case .file: Bilingual(vi: "tệp", en: "a file")
        case .folder: Bilingual(vi: "thư mục", en: "a folder")
        case .link: Bilingual(vi: "liên kết", en: "a link")
        case .special: Bilingual(vi: "ống dẫn, socket hoặc thiết bị", en: "a pipe, a socket or a device")
        case .absent: Bilingual(vi: "không có gì", en: "nothing")
        case .unknown: Bilingual(vi: "mục không xem được", en: "something that cannot be looked at")
        }
    }
}

extension Bilingual {
    /// Why something cannot be read, in words where they are known: no right is what an office meets.
    static func reason(_ code: Int32) -> Bilingual {
        switch code {
        case EACCES, EPERM: Bilingual(vi: "không có quyền đọc", en: "no right to read it")
        case ELOOP: Bilingual(vi: "là liên kết", en: "it is a link")
        case ENOTDIR: Bilingual(vi: "không phải là thư mục", en: "it is no folder")
        case E2BIG:
            Bilingual(
                vi: "có quá nhiều mục, hơn \(Language.vi.count(FolderListing.most))",
                en: "it holds too many things, over \(Language.en.count(FolderListing.most))")
        case EIO: Bilingual(vi: "ổ đĩa báo lỗi", en: "the disk fails")
        default:
            Bilingual(vi: FileFault("", "", code: code).reason, en: FileFault("", "", code: code).reason)
        }
    }
}
