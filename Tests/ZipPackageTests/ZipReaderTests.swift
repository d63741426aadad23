import Testing
import ZipPackage

struct ZipReaderTests {
    private let entries = [
        ZipWriter.Entry(name: "tóm tắt/một.txt", bytes: Array("số liệu\n".utf8)),
        ZipWriter.Entry(name: "b.bin", bytes: (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }),
        ZipWriter.Entry(name: "a/empty", bytes: []),
    ]

    @Test func `what was written is read back, in the order given`() throws {
        let folder = try PrivateFolder()
        let path = try folder.file("x.zip", ZipWriter.zip(entries))
        let reader = try ZipReader(path: path)
        #expect(reader.entries.map(\.name) == entries.map(\.name))
        #expect(reader.entries.map(\.size) == entries.map(\.bytes.count))
        for entry in entries {
            #expect(try reader.bytes(of: entry.name) == entry.bytes)
        }
    }

    @Test func `a name that is not there is named`() throws {
        let folder = try PrivateFolder()
        let path = try folder.file("x.zip", ZipWriter.zip(entries))
        let error = #expect(throws: ZipError.self) {
            let reader = try ZipReader(path: path)
            _ = try reader.bytes(of: "c")
        }
        #expect(error?.reason == .missingEntry)
        #expect(error?.entry == "c")
    }

    @Test func `an entry beyond the limit is not inflated`() throws {
        let folder = try PrivateFolder()
        let path = try folder.file("x.zip", ZipWriter.zip(entries))
        let error = #expect(throws: ZipError.self) {
            let reader = try ZipReader(path: path, entrySizeMax: 49_999)
            _ = try reader.bytes(of: "b.bin")
        }
        #expect(error?.reason == .tooLarge)
    }

    @Test func `a changed byte of an entry is found by its checksum`() throws {
        let folder = try PrivateFolder()
        var bytes = try ZipWriter.zip(entries)
        bytes[bytes.count / 2] ^= 0x10
        let path = try folder.file("x.zip", bytes)
        let error = #expect(throws: ZipError.self) {
            let reader = try ZipReader(path: path)
            for entry in reader.entries {
                _ = try reader.bytes(of: entry.name)
            }
        }
        #expect(error?.reason == .damaged)
    }

    @Test(arguments: [1, 30, 200])
    func `a zip without its tail is not opened`(cut: Int) throws {
        let folder = try PrivateFolder()
        let path = try folder.file("x.zip", ZipWriter.zip(entries).dropLast(cut))
        let error = #expect(throws: ZipError.self) { _ = try ZipReader(path: path) }
        #expect(error?.reason == .damaged)
    }

    @Test func `a missing file is another error than a damaged one`() {
        let error = #expect(throws: ZipError.self) { _ = try ZipReader(path: "/nonexistent/x.zip") }
        #expect(error?.reason == .unreachable)
        #expect(error?.inVietnamese.contains("không mở được") == true)
    }
}
