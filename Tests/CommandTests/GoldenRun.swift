import Foundation

/// One run of a case in a private folder whose path holds a space and Vietnamese letters.
struct GoldenRun {
    let golden: GoldenCase
    let program: BuiltProgram

    func outcome() throws -> GoldenOutcome {
        let manager = FileManager.default
        let root = manager.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        let folder = root.appendingPathComponent("thư mục Sở Dân tộc")
        let scratch = root.appendingPathComponent("tmp")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try manager.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: root) }

        try golden.layOut(in: folder)
        let before = try FileTree.read(folder)
        let exit = try execute(in: folder, scratch: scratch, root: root)
        let after = try FileTree.read(folder)
        let ignored = try golden.ignored()
        let written = after.filter { path, bytes in
            before[path] != bytes && !ignored.contains { path.hasPrefix($0) }
        }
        return GoldenOutcome(
            exit: exit, output: try printed("stdout", in: root, folder: folder),
            errors: try printed("stderr", in: root, folder: folder), files: written)
    }

    /// Outputs go to files: a pipe that nobody reads would stop the program.
    private func execute(in folder: URL, scratch: URL, root: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let quoted = "'" + program.path.replacingOccurrences(of: "'", with: "'\\''") + "'"
        process.arguments = ["-c", try golden.command().replacingOccurrences(of: "{{BINARY}}", with: quoted)]
        process.currentDirectoryURL = folder
        process.environment = environment(home: root, scratch: scratch)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.sink(root.appendingPathComponent("stdout"))
        process.standardError = try Self.sink(root.appendingPathComponent("stderr"))
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }

    private static func sink(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    /// Nothing of the machine but what sanitizers and coverage need; zone and locale vary with the case.
    private func environment(home: URL, scratch: URL) -> [String: String] {
        let zones = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"]
        let locales = ["C", "C.UTF-8", "vi_VN.UTF-8", "tr_TR.UTF-8", "POSIX"]
        let number = golden.name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 9_973 }
        var result = [
            "PATH": "/usr/bin:/bin", "HOME": home.path, "TMPDIR": scratch.path,
            "TZ": zones[number % zones.count], "LC_ALL": locales[number % locales.count],
        ]
        let inherited = ProcessInfo.processInfo.environment
        for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"] {
            result[name] = inherited[name]
        }
        return result
    }

    /// What was printed, with the private folder's path taken out; other bytes stay as they are.
    private func printed(_ name: String, in root: URL, folder: URL) throws -> Data {
        var bytes = try Data(contentsOf: root.appendingPathComponent(name))
        while let range = bytes.range(of: Data(folder.path.utf8)) {
            bytes.replaceSubrange(range, with: Data("{{FOLDER}}".utf8))
        }
        // The ledger's code depends on every byte that was ever recorded.
        guard let text = String(data: bytes, encoding: .utf8) else { return bytes }
        return Data(text.replacing(/[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/, with: "{{CODE}}").utf8)
    }
}
