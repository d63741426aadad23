import Files
import Foundation

/// The journal of systemd, by its own socket: `journalctl -t tonghop`.
struct Journal: LogDestination {
    static let socketPath = "/run/systemd/journal/socket"

    let path: String

    init(path: String = Journal.socketPath) { self.path = path }

    func write(_ line: String, isUrgent: Bool) throws {
        let priority = isUrgent ? 4 : 6
        try send(Array("PRIORITY=\(priority)\nSYSLOG_IDENTIFIER=tonghop\nMESSAGE=\(line)\n".utf8))
    }

    private func send(_ bytes: [UInt8]) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw FileFault("send", path, code: errno) }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { place in
            // One byte stays zero: the name's end.
            for (index, byte) in name.prefix(place.count - 1).enumerated() { place[index] = byte }
        }
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                bytes.withUnsafeBytes { buffer in
                    sendto(
                        descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL), target,
                        socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
        guard sent == bytes.count else { throw FileFault("send", path, code: errno) }
    }
}

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
