import Foundation

/// A folder of a test's own, gone with the value; its path holds a space and Vietnamese letters.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        let name = "tổng hợp \(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
