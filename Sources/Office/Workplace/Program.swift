import Foundation

/// What the program says of itself.
package enum Program {
    package static let version = "0.1.0"

    /// Which file this program was started from: another build may draw another set.
    static var build: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "\(version) \(UUID())" }
        return "\(version) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
