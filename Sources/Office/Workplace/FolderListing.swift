import Foundation
import Legibility

/// The names in a folder, as the system gives them: Foundation mends a name that is no UTF-8, and then nothing bears it.
struct FolderListing {
    /// In order.
    let names: [String]
    /// Names that are no UTF-8, as they may be shown, in order. By none of them can anything be opened.
    let unreadable: [String]

    /// What the system says of a folder that cannot be listed.
    struct Fault: Error { let code: Int32 }

    /// Of a folder that can be entered too; a link is none.
    init(_ path: String) throws(Fault) {
        guard access(path, R_OK | X_OK) == 0 else { throw Fault(code: errno) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault(code: errno) }
        guard let folder = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw Fault(code: code)
        }
        defer { closedir(folder) }
        var (names, unreadable): ([String], [String]) = ([], [])
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw Fault(code: errno) }
                break
            }
            let bytes = FolderListing.name(of: entry)
            guard bytes != [UInt8(ascii: ".")], bytes != Array("..".utf8) else { continue }
            if let name = String(validating: bytes, as: UTF8.self) {
                names.append(name)
            } else {
                unreadable.append(ShownText.name(String(decoding: bytes, as: UTF8.self)))
            }
        }
        self.names = names.sorted()
        self.unreadable = unreadable.sorted()
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }
}
