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
        guard let bytes = try settledBytes(of: path) else {
            throw Failure(
                Bilingual(
                    vi: "tệp “\(path)” đang được ghi; chờ ghi xong rồi chạy lại",
                    en: "“\(path)” is being written; wait until that is over and run again"))
        }
        return bytes
    }

    /// The bytes of a file that nobody wrote while it was read; `nil` where its size, time or self changed meanwhile, or
    /// it went away. `meanwhile` runs between the first look and the last.
    static func settledBytes(of path: String, meanwhile: () throws -> Void = {}) throws -> [UInt8]? {
        guard let before = Look(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            guard Look(path) == before else { return nil }
            throw Failure(
                Bilingual(
                    vi: "không đọc được tệp “\(path)”; kiểm tra quyền truy cập",
                    en: "cannot read “\(path)”; check its rights"))
        }
        try meanwhile()
        return Look(path) == before && data.count == before.size ? [UInt8](data) : nil
    }

    /// What tells whether a file is still the same.
    private struct Look: Equatable {
        let size: Int
        private let inode: UInt64
        private let seconds: Int
        private let nanoseconds: Int

        init?(_ path: String) {
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            size = Int(status.st_size)
            inode = UInt64(status.st_ino)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
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

extension Finding {
    /// A file that somebody is still copying in.
    static func stillBeingWritten(_ path: String) -> Finding {
        Finding(
            rule: "still-being-written", level: .note, position: Position(file: path), value: path,
            message: Bilingual(
                vi: "“\(path)” thay đổi trong khi được đọc; để lần chạy sau",
                en: "“\(path)” changed while it was read; left to the next run"),
            remedy: Bilingual(vi: "Chạy lại khi đã chép xong.", en: "Run again once it has been copied."))
    }
}
