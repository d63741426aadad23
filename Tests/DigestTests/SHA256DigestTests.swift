import Digest
import Testing

struct SHA256DigestTests {
    /// The examples of FIPS 180-4, and the empty text.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `known texts have their published digests`(text: String, hex: String) {
        #expect(SHA256Digest.of(text).hex == hex)
    }

    @Test func `a million letters have their published digest`() {
        let digest = SHA256Digest.of([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `hexadecimal digits are read back in either case`() throws {
        let digest = SHA256Digest.of("abc")
        #expect(SHA256Digest(hex: digest.hex) == digest)
        #expect(SHA256Digest(hex: digest.hex.uppercased()) == digest)
        #expect(digest.description == digest.hex)
    }

    @Test(arguments: [
        "", "ba78", String(repeating: "g", count: 64), String(repeating: "0", count: 65),
        " " + String(repeating: "0", count: 63), String(repeating: "٠", count: 32),
    ])
    func `what is not 64 digits is refused`(hex: String) {
        #expect(SHA256Digest(hex: hex) == nil)
    }

    @Test func `another number of bytes is refused`() {
        #expect(SHA256Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(SHA256Digest(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    }

    @Test func `digests sort as their texts do`() {
        let digests = (0..<50).map { SHA256Digest.of("\($0)") }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }
}
