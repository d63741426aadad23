import Domain
import Files
import Glibc
import Office

/// A log file that is put aside once it is full: `tonghop.log`, `tonghop.log.1`, `tonghop.log.2` …, the oldest goes.
///
/// Several programs may write at once: each line is one write to the file's end, and one of them puts it aside. Files that are no
/// logs are neither written to nor put aside nor replaced.
struct RotatingFile: LogDestination {
    let path: String
    /// A line that would pass this begins a new file.
    let bytesMax: Int
    /// Files put aside that are kept.
    let keptMax: Int

    func write(_ line: String, isUrgent: Bool) throws {
        let bytes = Array((line + "\n").utf8)
        // Another may put the file aside between its opening and its locking.
        for _ in 0..<8 where try append(bytes) { return }
    }

    /// Adds bytes to the file of that name; false where there is another by now.
    private func append(_ bytes: [UInt8]) throws -> Bool {
        let file = try OpenFile(path, .appending, rights: 0o640)
        _ = try file.lock(isPatient: true)
        let entry = try file.entry()
        guard entry.isNamed, let there = try? Entry(at: path), there.isSame(as: entry) else { return false }
        var stranger: ForeignFile?
        if entry.size > 0, entry.kind == .file {
            guard try Self.isLog(path) else { throw ForeignFile(path: path) }
            if entry.size + bytes.count > bytesMax {
                stranger = try strangerAside()
                if stranger == nil {
                    try putAside()
                    return false
                }
            }
        }
        guard try file.writeAtOnce(bytes) else { throw FileFault("write", path, code: ENOSPC) }
        // The line is kept where it stands; what hinders is said.
        if let stranger { throw stranger }
        return true
    }

    private func putAside() throws {
        for number in stride(from: keptMax - 1, through: 1, by: -1) where Entry.isThere("\(path).\(number)") {
            try Entry.rename("\(path).\(number)", to: "\(path).\(number + 1)")
        }
        try Entry.rename(path, to: "\(path).1")
    }

    /// A file in the place of one put aside that is no log: it would be renamed, and in the end replaced.
    private func strangerAside() throws -> ForeignFile? {
        for number in 1...keptMax {
            let aside = "\(path).\(number)"
            guard let entry = try? Entry(at: aside) else { continue }
            let isOurs = try entry.kind == .file && (entry.size == 0 || Self.isLog(aside))
            if !isOurs { return ForeignFile(path: aside) }
        }
        return nil
    }

    /// Whether a file begins as one of ours does.
    private static func isLog(_ path: String) throws -> Bool {
        LogText.begins(String(decoding: try OpenFile(path, .readingNoLink).read(upTo: firstBytes), as: UTF8.self))
    }

    /// A line's time, level and event stand within them.
    private static let firstBytes = 4_096
}

/// A file that lies where a log would be written, and is none.
struct ForeignFile: Error {
    let path: String

    var message: Bilingual {
        Bilingual(
            vi: "“\(path)” là tệp khác, không phải nhật ký; chỉ chỗ khác bằng --log",
            en: "“\(path)” is another file and no log; name another with --log")
    }
}
