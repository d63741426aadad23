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
