import Digest
import Domain

/// A file of a set, as it was written and as the ledger keeps it of an edition.
package typealias SetFile = Edition.File

extension Sequence<SetFile> {
    /// SHA-256 over the names and digests of a set's files, whatever their order.
    package var digest: String {
        SHA256Digest.of(sorted { $0.name < $1.name }.map { "\($0.name) \($0.sha256)\n" }.joined()).hex
    }
}
