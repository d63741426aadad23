import Files
import Foundation
import Legibility

/// The names in a folder, as the system gives them: Foundation mends a name that is no UTF-8, and then nothing bears it.
struct FolderListing {
    /// In order.
    let names: [String]
    /// Names that are no UTF-8, as they may be shown, in order. By none of them can anything be opened.
    let unreadable: [String]

    /// No folder of files that people put there holds so many; each costs a look and a line of findings.
    static let most = 5_000

    /// Of a folder that can be entered too; a link is none.
    ///
    /// `E2BIG`: it holds more than `most`.
    init(_ path: String, most: Int = FolderListing.most) throws(FileFault) {
        let all = try Folder.rawNames(in: path, followingLinks: false, most: most)
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
