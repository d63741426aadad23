import Foundation
import Testing

/// Polluted and odd files, made and judged by the scripts of `Tests/Oracle`.
struct PollutedFileTests {
    /// Runs a script on the program; what it printed, and whether it was content.
    private func judge(_ script: String, _ arguments: [String]) throws -> (said: String, isContent: Bool) {
        let program = try #require(BuiltProgram())
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        let ending = try Ending(
            of: "/usr/bin/env",
            [python, tests.appendingPathComponent("Oracle/\(script)").path, "--binary", program.path] + arguments)
        return (ending.output, ending.exit == 0)
    }

    @Test func `no value lands in another column without a word`() throws {
        let (said, isContent) = try judge("pollute.py", ["--count", "204", "--seed", "7"])
        #expect(isContent && said.contains("silent misplacements: 0"), "\(said)")
    }

    @Test func `polluted files are loaded nearly whole, and none moves a value in silence`() throws {
        let (said, isContent) = try judge("loading.py", ["--sample", "3", "--least", "9.9"])
        #expect(isContent && said.contains("silent misplacements: 0"), "\(said)")
    }

    @Test func `delimiters and quotation marks of odd files are known`() throws {
        let (said, isContent) = try judge("dialects.py", ["--count", "120", "--seed", "5", "--least", "0.96"])
        #expect(isContent, "\(said)")
    }
}
