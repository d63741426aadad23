import Digest
import Reporting
import Storage

/// By what figures are rounded: laid down with the first package that is, and kept in the ledger ever since, so that a figure is
/// rounded the same way in all of them. It is never given out.
struct RoundingKey {
    let bytes: [UInt8]

    init(_ ledger: Ledger) throws {
        bytes = try ledger.read { reader in
            if let kept = try reader.releases().flatMap({ $0.files(.key) }).first {
                return try reader.blob(sha256: kept.sha256)
            }
            // The chain's head hangs on every byte that the office ever received, and stands in no output.
            let head = try reader.head.hash
            return Array(SHA256Digest.of(Array("tonghop rounding key 1\n\(head)\n".utf8)).hex.utf8)
        }
    }

    var rounding: Rounding {
        Rounding { [bytes] text in
            SHA256Digest.of(bytes + [0x0A] + Array(text.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
