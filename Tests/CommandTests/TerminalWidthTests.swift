import Foundation
import Testing

/// On a terminal lines are no wider than it is; in a file they are as they are.
struct TerminalWidthTests {
    /// What a command writes to a terminal of so many columns.
    private func output(_ arguments: [String], columns: UInt16, in office: SmallOffice) throws -> [String] {
        var (primary, secondary) = (Int32(0), Int32(0))
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&primary, &secondary, nil, nil, &size) == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(BuiltProgram(), "the program is not built").path)
        process.arguments = arguments
        process.currentDirectoryURL = office.root
        let terminal = FileHandle(fileDescriptor: secondary, closeOnDealloc: true)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = terminal
        process.standardError = FileHandle.nullDevice
        defer { close(primary) }
        try process.run()
        try terminal.close()
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        // A terminal whose other end is closed says so by a fault.
        while case let count = read(primary, &part, part.count), count > 0 { bytes += part[..<count] }
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
            .split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ["status", "2026-10"], ["trace", "2026-10", "TT02"], ["check", "inputs/submissions/2026-10/CA-03-an.csv"],
        ["explain"], ["inspect", "inputs/submissions/2026-10/CA-03-an.csv"],
    ])
    func `of eighty columns no line is wider`(_ command: [String]) throws {
        let office = try SmallOffice()
        _ = try office.run(["run", "2026-10"])
        let lines = try output(command + ["--now", "2026-10-17T09:00+07:00"], columns: 80, in: office)
        #expect(!lines.isEmpty)
        for line in lines { #expect(line.count <= 80, "\(line)") }
        let wide = try office.run(command).output.split(separator: "\n")
        #expect(wide.contains { $0.count > 80 }, "nothing would have been too wide")
    }
}
