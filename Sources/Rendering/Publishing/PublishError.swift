import Domain
import Files
import Glibc
import Spreadsheet

/// Why a set could not be put in its place, where, and what to do about it. What was there before is still there.
package struct PublishError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// The operating system refused, with this number.
        case system(Int32)
        /// The file system cannot exchange two folders in one step.
        case noExchange
        /// A workbook could not be made, or did not hold what was written into it.
        case workbook(SpreadsheetError)
        /// What the set holds cannot be written: two files of one name, or a name that leaves the folder.
        case name
        /// A file of the set is missing, is not as long as it was written, or there is another beside them.
        case incomplete
    }

    package let reason: Reason
    package let path: String

    package init(_ reason: Reason, _ path: String) {
        self.reason = reason
        self.path = path
    }

    init(_ fault: FileFault) { self.init(.system(fault.code), fault.path) }

    /// The fault and the remedy.
    package var text: Bilingual {
        if case .workbook(let error) = reason { return Bilingual(vi: error.inVietnamese, en: error.inEnglish) }
        let (fault, remedy) = (fault, remedy)
        return Bilingual(
            vi: "chưa công bố được bộ báo cáo, “\(path)”: \(fault.vi); \(remedy.vi); bộ báo cáo trước vẫn giữ nguyên",
            en: "the set was not published, “\(path)”: \(fault.en); \(remedy.en); the set before is as it was")
    }

    package var description: String { text.en }

    private var fault: Bilingual {
        switch reason {
        case .system(let code):
            let message = FileFault("", path, code: code).reason
            let known: [Int32: Bilingual] = [
                ENOSPC: Bilingual(vi: "ổ đĩa đã đầy", en: "the disk is full"),
                EDQUOT: Bilingual(vi: "đã hết hạn mức lưu trữ", en: "the quota is used up"),
                EACCES: Bilingual(vi: "không có quyền ghi", en: "no right to write"),
                EPERM: Bilingual(vi: "không có quyền ghi", en: "no right to write"),
                EROFS: Bilingual(vi: "ổ đĩa chỉ cho đọc", en: "the disk can only be read"),
                ENOENT: Bilingual(vi: "không có thư mục", en: "there is no such folder"),
                ENOTEMPTY: Bilingual(vi: "thư mục không trống", en: "the folder is not empty"),
                EEXIST: Bilingual(vi: "thư mục không trống", en: "the folder is not empty"),
            ]
            return known[code] ?? Bilingual(vi: "hệ điều hành báo “\(message)”", en: message)
        case .noExchange:
            return Bilingual(
                vi: "hệ thống tệp không đổi chỗ được hai thư mục", en: "the file system cannot exchange two folders")
        case .incomplete:
            return Bilingual(
                vi: "các tệp trong thư mục không đủ như đã ghi", en: "the files in the folder are not those written")
        case .name: return Bilingual(vi: "tên tệp không dùng được", en: "not a usable file name")
        case .workbook(let error): return Bilingual(vi: error.inVietnamese, en: error.inEnglish)
        }
    }

    private var remedy: Bilingual {
        switch reason {
        case .system(ENOSPC), .system(EDQUOT):
            Bilingual(vi: "giải phóng dung lượng rồi chạy lại", en: "free some space and run again")
        case .system(EACCES), .system(EPERM), .system(EROFS):
            Bilingual(
                vi: "cấp quyền ghi vào thư mục này cho tài khoản chạy chương trình rồi chạy lại",
                en: "let the account that runs the program write there, and run again")
        case .noExchange:
            Bilingual(
                vi: "đặt thư mục reports trên ổ đĩa ext4, xfs hoặc btrfs", en: "keep reports on ext4, xfs or btrfs")
        case .name:
            Bilingual(
                vi: "kiểm tra mã đơn vị trong departments.csv", en: "check the codes of departments in departments.csv")
        case .system, .workbook, .incomplete:
            Bilingual(vi: "kiểm tra ổ đĩa và thư mục rồi chạy lại", en: "check the disk and the folder, and run again")
        }
    }
}

/// Does something on the disk; what the system refuses keeps the set from being published.
func onDisk<Value: ~Copyable>(
    _ work: @autoclosure () throws(FileFault) -> Value
) throws(PublishError) -> Value {
    do throws(FileFault) {
        return try work()
    } catch {
        throw PublishError(error)
    }
}
