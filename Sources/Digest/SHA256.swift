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
    /// Owned here alone, and freed by `deinit`.
    private let context: OpaquePointer

    package init() {
        guard let context = EVP_MD_CTX_new() else {
            preconditionFailure("libcrypto has no memory for a digest")
        }
        self.context = context
        let status = EVP_DigestInit_ex(context, EVP_sha256(), nil)
        precondition(status == 1, "libcrypto offers no SHA-256; see its openssl.cnf")
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds bytes to what is digested.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        let status = EVP_DigestUpdate(context, start, bytes.count)
        precondition(status == 1, "libcrypto could not go on with a SHA-256")
    }

    /// Adds bytes to what is digested.
    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of everything added.
    package consuming func finalize() -> SHA256Digest {
        var length: UInt32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            let status = EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
            precondition(status == 1, "libcrypto could not finish a SHA-256")
            count = Int(length)
        }
        guard let digest = SHA256Digest(bytes: bytes) else {
            preconditionFailure("a SHA-256 of \(bytes.count) bytes")
        }
        return digest
    }
}
