import Foundation
import Testing

/// Polluted variants of clean tables, made by `Tests/Oracle/pollute.py`.
@Suite(.timeLimit(.minutes(5))) struct PollutedFileTests {
    @Test func `no value lands in another column without a word`() throws {
        let program = try #require(BuiltProgram())
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3",
            tests.appendingPathComponent("Oracle/pollute.py").path, "--binary", program.path, "--count", "204",
            "--seed",
            "7",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("silent misplacements: 0"), "\(said)")
    }
}
