import Files
import Foundation
import TestSupport
import Testing

struct FolderTraceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["a", "b", "c/d", "c/e/f"] { try write("x", name) }
    }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: folder.path).appendingPathComponent(name) }

    private func write(_ text: String, _ name: String) throws {
        try FileManager.default.createDirectory(
            at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url(name))
    }

    private func trace(_ regards: [String: FolderTrace.Regard] = [:]) throws -> FolderTrace {
        try FolderTrace(of: folder.path, regards: regards)
    }

    @Test func `what nobody touches leaves the same trace`() throws {
        let first = try trace()
        let second = try trace()
        #expect(first == second && first.lastChange > 0 && !first.hasLink)
    }

    @Test func `every touch leaves another trace`() throws {
        let manager = FileManager.default
        var seen = [try trace()]
        let touches: [() throws -> Void] = [
            { try write("xy", "a") },
            { try write("", "c/e/g") },
            { try manager.removeItem(at: url("b")) },
            { try manager.moveItem(at: url("c/d"), to: url("c/d2")) },
            { try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url("c/e/f").path) },
            { try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url("c/e").path) },
            { try manager.createDirectory(at: url("c/h"), withIntermediateDirectories: false) },
            { try manager.moveItem(at: url("c/h"), to: url("c/e/h")) },
        ]
        for touch in touches {
            try touch()
            let after = try trace()
            #expect(!seen.contains { $0.bytes == after.bytes })
            seen.append(after)
        }
    }

    @Test func `what is regarded less may change so far`() throws {
        let regards: [String: FolderTrace.Regard] = ["a": .nothing, "z": .nothing, "b": .writing, "c": .outside]
        let before = try trace(regards)
        for name in ["a", "z", "c/d", "c/z"] { try write("xyz", name) }
        try FileManager.default.createSymbolicLink(atPath: url("c/l").path, withDestinationPath: "/")
        let time = Date(timeIntervalSince1970: 1)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: url("b").path)
        let dated = try trace(regards)
        #expect(dated != before)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: url("b").path)
        let again = try trace(regards)
        #expect(again == dated)
        // The same name elsewhere is not meant.
        let all = try trace(["a": .nothing])
        try write("xyz", "c/a")
        let more = try trace(["a": .nothing])
        #expect(more != all)
    }

    @Test func `a link is told of, and not followed`() throws {
        try FileManager.default.createSymbolicLink(atPath: url("c/l").path, withDestinationPath: "/")
        #expect(try trace().hasLink)
    }

    @Test func `a change is settled once another would bear another time`() throws {
        let trace = try trace()
        #expect(!trace.isSettled(before: trace.lastChange))
        #expect(trace.isSettled(before: trace.lastChange + 4_000_000_000))
    }

    @Test func `no folder leaves no trace`() {
        #expect(throws: FileFault.self) { try FolderTrace(of: url("a").path) }
        #expect(throws: FileFault.self) { try FolderTrace(of: url("nowhere").path) }
    }
}
