import Files
import Foundation

/// A log file that is put aside once it is full: `tonghop.log`, `tonghop.log.1`, `tonghop.log.2` …, the oldest goes.
///
/// Several programs may write at once: each line is one write to the file's end, and one of them puts it aside.
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
        if entry.size > 0, entry.size + bytes.count > bytesMax, entry.kind == .file {
            try putAside()
            return false
        }
        guard try file.writeAtOnce(bytes) else { throw FileFault("write", path, code: ENOSPC) }
        return true
    }

    private func putAside() throws {
        for number in stride(from: keptMax - 1, through: 1, by: -1) where Entry.isThere("\(path).\(number)") {
            try Entry.rename("\(path).\(number)", to: "\(path).\(number + 1)")
        }
        try Entry.rename(path, to: "\(path).1")
    }
}
