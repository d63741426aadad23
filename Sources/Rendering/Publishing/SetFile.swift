import Digest

/// A file of a set, as it was written.
package struct SetFile: Hashable, Sendable {
    /// Below the set's folder, with `/`: `phieu-phan-hoi/ca.txt`.
    package let name: String
    /// 64 hexadecimal digits.
    package let sha256: String
    package let size: Int

    package init(name: String, sha256: String, size: Int) {
        self.name = name
        self.sha256 = sha256
        self.size = size
    }
}

extension Sequence<SetFile> {
    /// SHA-256 over the names and digests of a set's files, whatever their order.
    package var digest: String {
        SHA256Digest.of(sorted { $0.name < $1.name }.map { "\($0.name) \($0.sha256)\n" }.joined()).hex
    }
}
