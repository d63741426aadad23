import CLibCrypto

/// A SHA-256 in the making, for bytes that come block by block.
///
/// ```swift
/// var hasher = SHA256()
/// hasher.update(block)
/// let digest = hasher.finalize()
/// ```
///
/// A libcrypto that cannot do SHA-256 stops the process, as failed memory does: nothing could be kept or checked
/// without it.
package struct SHA256: ~Copyable {
    private var context = SHA256_CTX()

    package init() {
        let status = SHA256_Init(&context)
        precondition(status == 1, "libcrypto offers no SHA-256")
    }

    /// Adds bytes to what is digested.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        let status = SHA256_Update(&context, start, bytes.count)
        precondition(status == 1, "libcrypto could not go on with a SHA-256")
    }

    /// Adds bytes to what is digested.
    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of everything added.
    package consuming func finalize() -> SHA256Digest {
        let bytes = [UInt8](unsafeUninitializedCapacity: SHA256Digest.byteCount) { buffer, count in
            let status = SHA256_Final(buffer.baseAddress, &context)
            precondition(status == 1, "libcrypto could not finish a SHA-256")
            count = SHA256Digest.byteCount
        }
        guard let digest = SHA256Digest(bytes: bytes) else {
            preconditionFailure("a SHA-256 of \(bytes.count) bytes")
        }
        return digest
    }
}
