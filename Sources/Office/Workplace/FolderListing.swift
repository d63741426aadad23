import Files
import Foundation
import Legibility

/// The names in a folder, as the system gives them: Foundation mends a name that is no UTF-8, and then nothing bears it.
struct FolderListing {
    /// In order.
    let names: [String]
    /// Names that are no UTF-8, as they may be shown, in order. By none of them can anything be opened.
    let unreadable: [String]

    /// Of a folder that can be entered too; a link is none.
    init(_ path: String) throws(FileFault) {
        let all = try Folder.rawNames(in: path, followingLinks: false)
        guard access(path, X_OK) == 0 else { throw FileFault("access", path, code: errno) }
        var (names, unreadable): ([String], [String]) = ([], [])
        for bytes in all {
            if let name = String(validating: bytes, as: UTF8.self) {
                names.append(name)
            } else {
                unreadable.append(ShownText.name(String(decoding: bytes, as: UTF8.self)))
            }
        }
        self.names = names.sorted()
        self.unreadable = unreadable.sorted()
    }
}
