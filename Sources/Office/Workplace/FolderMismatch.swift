import Domain
import Files
import Foundation
import Storage

/// Something in the folder of reports that is not as the ledger has it, and what to do about it.
struct FolderMismatch: Hashable {
    enum Kind: String, Hashable {
        /// It was there, and is not.
        case lost
        /// It is not what was written.
        case changed
        /// Nobody knows it who should: it was put beside what belongs there.
        case unknown
    }

    let kind: Kind
    let path: String
    let message: Bilingual
}

/// All that lies below a folder, with the kind of each; links are not followed.
struct FolderContent {
    /// The paths of the files, links and other things below the folder, and those of folders that hold nothing.
    let names: [String]
    private let regular: Set<String>

    init(_ path: String) {
        var (found, files): ([String], Set<String>) = ([], [])
        var waiting = [""]
        while let folder = waiting.popLast() {
            // What cannot be listed has its own name, as a folder that holds nothing does.
            let inside = (try? Folder.names(in: folder.isEmpty ? path : "\(path)/\(folder)")) ?? []
            if inside.isEmpty, !folder.isEmpty { found.append(folder) }
            for name in inside {
                let below = folder.isEmpty ? name : "\(folder)/\(name)"
                let kind = (try? Entry(at: "\(path)/\(below)"))?.kind
                if kind == .folder {
                    waiting.append(below)
                    continue
                }
                found.append(below)
                if kind == .file { files.insert(below) }
            }
        }
        names = found.sorted()
        regular = files
    }

    /// Whether all of it can be read like a file: links, pipes and sockets cannot.
    var isReadable: Bool { names.allSatisfy(regular.contains) }

    func isRegular(_ name: String) -> Bool { regular.contains(name) }

    /// What is in a folder, by name, hidden things too.
    static func entries(of path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Whether a file can be read and has these bytes.
    static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
        InputFile.isRegular(path) && InputFile.size(of: path) == bytes.count
            && FileManager.default.contents(atPath: path).map { [UInt8]($0) == bytes } ?? false
    }

    /// Whether anything bears the name, be it a link that leads nowhere.
    static func isThere(_ path: String) -> Bool { Entry.isThere(path) }
}
