import Domain
import Foundation

/// Bytes of files that people put there.
enum InputFile {
    /// The bytes of a regular file; a symbolic link, a pipe or a folder is refused and never opened.
    static func bytes(of path: String) throws -> [UInt8] {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            throw Failure(
                Bilingual(
                    vi: "không có tệp “\(path)”; kiểm tra lại đường dẫn",
                    en: "there is no file “\(path)”; check the path"))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(
                Bilingual(
                    vi: "“\(path)” không phải tệp thường (thư mục, liên kết hoặc thiết bị)",
                    en: "“\(path)” is not a regular file (a folder, a link or a device)"))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                Bilingual(
                    vi: "không đọc được tệp “\(path)”; kiểm tra quyền truy cập",
                    en: "cannot read “\(path)”; check its rights"))
        }
        return [UInt8](data)
    }

    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
