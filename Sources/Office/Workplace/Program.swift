import Files
import Foundation

/// What the program says of itself.
package enum Program {
    package static let version = "0.1.0"

    /// Which file this program was started from: another build may draw another set.
    static var build: String {
        guard let own = try? Entry(at: "/proc/self/exe", followingLinks: true) else { return "\(version) \(UUID())" }
        return "\(version) \(own.inode) \(own.size) \(own.modified.seconds).\(own.modified.nanoseconds)"
    }
}
