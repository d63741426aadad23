import Foundation

/// The PDF of a workbook, by LibreOffice where it is installed. It differs each time, so no package holds it.
struct PrintedPackage {
    private let program: String

    /// `nil` where there is no LibreOffice.
    init?() {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let paths = folders.map { "\($0)/soffice" }
        guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
        program = path
    }

    private static let secondsMax = 180.0

    /// Says whether there is a PDF now.
    func print(_ workbook: String, to target: String) -> Bool {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        guard (try? FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)) != nil else {
            return false
        }
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: program)
        tool.arguments = [
            "-env:UserInstallation=\(scratch.appendingPathComponent("profile").absoluteString)", "--headless",
            "--convert-to", "pdf", "--outdir", scratch.path, workbook,
        ]
        tool.standardInput = FileHandle.nullDevice
        tool.standardOutput = FileHandle.nullDevice
        tool.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        tool.terminationHandler = { _ in ended.signal() }
        guard (try? tool.run()) != nil else { return false }
        if ended.wait(timeout: .now() + PrintedPackage.secondsMax) == .timedOut {
            tool.terminate()
            return false
        }
        let name = URL(fileURLWithPath: workbook).deletingPathExtension().lastPathComponent
        let made = scratch.appendingPathComponent("\(name).pdf")
        guard let data = try? Data(contentsOf: made), data.starts(with: Data("%PDF".utf8)) else { return false }
        return (try? data.write(to: URL(fileURLWithPath: target))) != nil
    }
}
