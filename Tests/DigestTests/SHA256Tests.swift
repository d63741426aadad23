import Digest
import Testing

struct SHA256Tests {
    @Test(arguments: [1, 7, 64, 65, 4096])
    func `blocks of any size give the digest of the whole`(size: Int) {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hasher = SHA256()
        for start in stride(from: 0, to: bytes.count, by: size) {
            hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        let digest = hasher.finalize()
        #expect(digest == SHA256Digest.of(bytes))
    }

    @Test func `nothing added is the digest of nothing`() {
        var hasher = SHA256()
        hasher.update([])
        let digest = hasher.finalize()
        #expect(digest == SHA256Digest.of(""))
    }
}
