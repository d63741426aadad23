import Foundation

/// What a program that a test ran ended with, and what it said.
struct Ending {
    /// 128 and the signal's number where one ended it.
    let exit: Int32
    let output: String
    let errors: String

    /// Runs a program to its end. Outputs go to files: a pipe that nobody reads would stop the program.
    ///
    /// - Parameter environment: `nil`: that of the test.
    init(
        of program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil,
        input: String = ""
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if let environment { process.environment = environment }
        let files = ["stdin", "stdout", "stderr"].map {
            FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\($0)-\(UUID().uuidString)")
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        for file in files { try Data(input.utf8).write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try Self.sink(files[1])
        process.standardError = try Self.sink(files[2])
        try process.run()
        process.waitUntilExit()
        exit = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    }

    init(exit: Int32, output: String, errors: String) {
        self.exit = exit
        self.output = output
        self.errors = errors
    }

    private static func sink(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
