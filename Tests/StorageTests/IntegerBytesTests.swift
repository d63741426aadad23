import TestSupport
import Testing

@testable import Storage

struct IntegerBytesTests {
    private func read(_ bytes: [UInt8], _ body: (inout IntegerReader) throws -> Void) throws {
        try bytes.withUnsafeBytes { buffer in
            var reader = IntegerReader(buffer)
            try body(&reader)
        }
    }

    @Test func `every integer is read as it was written`() throws {
        var generator = Generator(seed: 71)
        var values = [0, 1, -1, 63, 64, -64, -65, .max, .min]
        values += (0..<1_000).map { _ in
            Int.random(in: .min ... .max, using: &generator) >> Int.random(in: 0...63, using: &generator)
        }
        var writer = IntegerWriter()
        for value in values { writer.append(value) }
        try read(writer.bytes) { reader in
            for value in values {
                let next = try reader.next()
                #expect(next == value)
            }
            let isAtEnd = reader.isAtEnd
            #expect(isAtEnd)
        }
    }

    @Test func `small integers of either sign take one byte`() {
        for value in -64...63 {
            var writer = IntegerWriter()
            writer.append(value)
            #expect(writer.bytes.count == 1)
        }
    }

    @Test(arguments: [[], [0x80], [0xFF, 0xFF], [UInt8](repeating: 0x80, count: 11)])
    func `bytes that end in the middle, or never end, are damage`(bytes: [UInt8]) {
        #expect(throws: IntegerReader.Damage.self) { try read(bytes) { _ = try $0.next() } }
    }

    @Test func `no list is longer than its bytes, and no place lies outside its list`() {
        #expect(throws: IntegerReader.Damage.self) { try read([0x7E, 0]) { _ = try $0.count() } }
        #expect(throws: IntegerReader.Damage.self) { try read([1]) { _ = try $0.count() } }
        #expect(throws: IntegerReader.Damage.self) { try read([4]) { _ = try $0.place(below: 2) } }
    }
}
