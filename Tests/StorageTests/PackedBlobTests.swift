import Digest
import Domain
import Storage
import Testing

/// Bytes that are packed for the archive, and read again, without being held.
struct PackedBlobTests {
    private let place = Workplace()

    /// More than three blocks, in parts that pack well and parts that do not.
    private static let bytes: [UInt8] = {
        var generator = Generator(seed: 70)
        var bytes: [UInt8] = []
        while bytes.count < 3_400_000 {
            bytes += [UInt8](repeating: UInt8.random(in: 0...255, using: &generator), count: 150_000)
            bytes += (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        return bytes
    }()

    private static let receipt = Receipt(
        path: "lớn.csv", sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)

    private static func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let length = min(buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + length])
        return length
    }

    private func archived(in folder: String) throws -> [UInt8] {
        let sha256 = Self.receipt.sha256
        return try contents(of: "\(folder)/archive/\(sha256.prefix(2))/\(sha256).lz4")
    }

    @Test func `packed on all cores and held come to the same bytes of the archive`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let packed = try #require(try ledger.pack(size: Self.bytes.count, Self.read))
        #expect(packed.sha256 == Self.receipt.sha256)
        try ledger.write(recordedAt: now) { try $0.record(receipt: Self.receipt, packed: packed) }
        let held = try Ledger.forWriting("\(place.path)/held")
        try held.write(recordedAt: now) { try $0.record(receipt: Self.receipt, bytes: Self.bytes) }
        #expect(try archived(in: place.ledger) == archived(in: "\(place.path)/held"))
        #expect(try ledger.head == held.head)
        #expect(try ledger.read { try $0.blob(sha256: packed.sha256) } == Self.bytes)
        #expect(try ledger.verify() == [])
    }

    @Test func `what is not recorded goes away, and a file that ends before its size comes to nothing`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let names = place.names
        var packed = try ledger.pack(size: Self.bytes.count, Self.read)
        #expect(place.names.count == names.count + 1)
        packed = nil
        #expect(packed == nil && place.names == names)
        #expect(try ledger.pack(size: Self.bytes.count + 1, Self.read) == nil)
        #expect(place.names == names)
    }

    @Test func `what a killed run has packed is swept away`() throws {
        _ = try Ledger.forWriting(place.ledger)
        let names = place.names
        try write(Array("phần đầu".utf8), to: "\(place.ledger)/archive/.writing/1.lz4")
        _ = try Ledger.forWriting(place.ledger)
        #expect(place.names == names)
    }

    @Test func `bytes that another receipt brought are kept once`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let again = Receipt(path: "lại.csv", sha256: Self.receipt.sha256, size: Self.bytes.count, receivedAt: now)
        for receipt in [Self.receipt, again] {
            let packed = try #require(try ledger.pack(size: Self.bytes.count, Self.read))
            try ledger.write(recordedAt: now) { try $0.record(receipt: receipt, packed: packed) }
        }
        #expect(place.names.count { $0.hasSuffix(".lz4") } == 1)
        #expect(try ledger.verify() == [])
    }

    @Test func `other bytes than the receipt's are not taken`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        let packed = try #require(try ledger.pack(size: Self.bytes.count, Self.read))
        let other = Receipt(path: "khác.csv", sha256: catalogueDigest, size: Self.bytes.count, receivedAt: now)
        #expect(throws: LedgerError.self) {
            try ledger.write(recordedAt: now) { try $0.record(receipt: other, packed: packed) }
        }
        #expect(try ledger.read { try $0.receipts() } == [])
    }

    @Test func `a file of the archive gives any of its bytes without being held`() throws {
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.write(recordedAt: now) { try $0.record(receipt: Self.receipt, bytes: Self.bytes) }
        let sha256 = Self.receipt.sha256
        #expect(try ledger.read { try $0.streamedBlob(sha256: sha256, from: Self.bytes.count + 1) } == nil)
        let blob = try #require(try ledger.read { try $0.streamedBlob(sha256: sha256, from: 1) })
        var generator = Generator(seed: 71)
        for _ in 0..<60 {
            let offset = Int.random(in: 0..<Self.bytes.count, using: &generator)
            var buffer = [UInt8](repeating: 0, count: Int.random(in: 0...1_500_000, using: &generator))
            let got = buffer.withUnsafeMutableBytes { blob.read(at: offset, into: $0) }
            #expect(got == min(buffer.count, Self.bytes.count - offset))
            #expect(buffer[..<got] == Self.bytes[offset..<offset + got])
        }
        #expect(blob.isWhole)
    }

    @Test func `what an earlier version packed is read, but held`() throws {
        // Blocks that lean on one another, and one checksum of the content.
        let frame: [UInt8] = [
            0x04, 0x22, 0x4d, 0x18, 0x64, 0x40, 0xa7, 0x28, 0x00, 0x00, 0x00, 0xdf, 0x6d, 0xe1, 0xbb, 0x99, 0x74, 0x20,
            0x68, 0x61, 0x69, 0x20, 0x62, 0x61, 0x20, 0x0d, 0x00, 0x07, 0x6f, 0x62, 0xe1, 0xbb, 0x91, 0x6e, 0x0a, 0x20,
            0x00, 0x07, 0x09, 0x1a, 0x00, 0x0f, 0x2d, 0x00, 0xa2, 0x50, 0xe1, 0xbb, 0x91, 0x6e, 0x0a, 0x00, 0x00, 0x00,
            0x00, 0x42, 0x3b, 0x87, 0xed,
        ]
        let bytes = Array(String(repeating: "một hai ba một hai ba một hai ba bốn\n", count: 6).utf8)
        let receipt = Receipt(
            path: "cũ.csv", sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.write(recordedAt: now) { try $0.record(receipt: receipt, bytes: bytes) }
        try write(frame, to: "\(place.ledger)/archive/\(receipt.sha256.prefix(2))/\(receipt.sha256).lz4")
        #expect(try ledger.verify() == [])
        #expect(try ledger.read { try $0.blob(sha256: receipt.sha256) } == bytes)
        #expect(try ledger.read { try $0.streamedBlob(sha256: receipt.sha256, from: 1) } == nil)
    }
}
