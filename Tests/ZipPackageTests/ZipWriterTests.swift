import Foundation
import Testing
import ZipPackage

struct ZipWriterTests {
    @Test func `the same entries give the same bytes, dated 1980-01-01`() throws {
        let entries = [ZipWriter.Entry(name: "a", bytes: Array("abc".utf8))]
        let first = try ZipWriter.zip(entries)
        #expect(try ZipWriter.zip(entries) == first)
        // Time and date stand at 10 and 12 of the first local header.
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test func `a zip is taken over with other bytes for one of its entries`() throws {
        let folder = try PrivateFolder()
        let old = ["a", "b/c", "d"].map { name in
            ZipWriter.Entry(name: name, bytes: Array(String(repeating: "số liệu \(name) ", count: 500).utf8))
        }
        let reader = try ZipReader(path: folder.file("x.zip", ZipWriter.zip(old)))
        let copied = try ZipWriter.zip(reader, replacing: [:])
        #expect(try copied == ZipWriter.zip(old))
        let changed = try ZipReader(
            path: folder.file("y.zip", ZipWriter.zip(reader, replacing: ["b/c": Array("khác".utf8)])))
        #expect(changed.entries.map(\.name) == ["a", "b/c", "d"])
        #expect(try changed.bytes(of: "a") == old[0].bytes)
        #expect(try changed.bytes(of: "b/c") == Array("khác".utf8))
        #expect(try changed.bytes(of: "d") == old[2].bytes)
    }

    @Test func `no entries give a zip that opens`() throws {
        let folder = try PrivateFolder()
        let reader = try ZipReader(path: folder.file("x.zip", ZipWriter.zip([])))
        #expect(reader.entries.isEmpty)
    }

    @Test(arguments: ["/a", "a//b", "../a", "a/..", "./a", "", "a/"])
    func `a name that leaves its folder is refused`(name: String) {
        #expect(throws: ZipError.self) { try ZipWriter.zip([ZipWriter.Entry(name: name, bytes: [])]) }
    }

    @Test func `a name given twice is refused`() {
        let entry = ZipWriter.Entry(name: "a", bytes: [])
        let error = #expect(throws: ZipError.self) { try ZipWriter.zip([entry, entry]) }
        #expect(error?.reason == .duplicateEntry)
    }
}

/// A folder of one test's own, gone with it.
final class PrivateFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tonghop-zip-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file into the folder, and gives its path.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }
}
