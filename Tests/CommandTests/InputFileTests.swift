import Foundation
import Testing

@testable import Office

struct InputFileTests {
    private func withFile(_ body: (_ path: String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)").path
        try Data("một".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test func `a file that nobody writes is read whole`() throws {
        try withFile { path in
            let bytes = try InputFile.settledBytes(of: path)
            #expect(bytes == Array("một".utf8))
        }
    }

    @Test func `a file that grows meanwhile waits`() throws {
        try withFile { path in
            let bytes = try InputFile.settledBytes(of: path) {
                let handle = try #require(FileHandle(forWritingAtPath: path))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data(" hai".utf8))
                try handle.close()
            }
            #expect(bytes == nil)
        }
    }

    @Test func `a file of the same size with another time waits`() throws {
        try withFile { path in
            let bytes = try InputFile.settledBytes(of: path) {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1_792_000_000)], ofItemAtPath: path)
            }
            #expect(bytes == nil)
        }
    }

    @Test func `a file that another takes the place of, or that goes away, waits`() throws {
        try withFile { path in
            let replaced = try InputFile.settledBytes(of: path) {
                try Data("một".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            }
            #expect(replaced == nil)
            let removed = try InputFile.settledBytes(of: path) { try FileManager.default.removeItem(atPath: path) }
            #expect(removed == nil)
            let absent = try InputFile.settledBytes(of: path)
            #expect(absent == nil)
        }
    }
}
