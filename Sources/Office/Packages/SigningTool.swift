import Domain
import Files
import Foundation

/// The office's own signing tool, a shell command: the manifest goes to its standard input, its standard output is the
/// signature.
struct SigningTool {
    let command: String

    /// The manifest's path, for a tool that wants to be told.
    static let pathVariable = "TONGHOP_MANIFEST"
    /// A signature with its certificates is some kilobytes long.
    private static let bytesMax = 1 << 20

    /// Has a file signed, and puts what comes back at `signature`.
    func sign(_ manifest: String, to signature: String) throws {
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: "/bin/sh")
        tool.arguments = ["-c", command]
        var environment = ProcessInfo.processInfo.environment
        environment[SigningTool.pathVariable] = URL(fileURLWithPath: manifest).path
        tool.environment = environment
        // Files and not pipes: a tool that reads or writes nothing must not stop us.
        do {
            var input = try OpenFile(manifest, .reading)
            var output = try OpenFile(signature, .replacing, rights: 0o666)
            tool.standardInput = FileHandle(fileDescriptor: input.number)
            tool.standardOutput = FileHandle(fileDescriptor: output.number)
            try tool.run()
            tool.waitUntilExit()
            try input.close()
            try output.close()
        } catch let fault as FileFault {
            throw SigningError(.notStarted(fault.reason), command)
        } catch {
            throw SigningError(.notStarted("\(error)"), command)
        }
        guard tool.terminationReason == .exit else { throw SigningError(.killed(tool.terminationStatus), command) }
        guard tool.terminationStatus == 0 else { throw SigningError(.refused(tool.terminationStatus), command) }
        let size = try Entry(at: signature).size
        guard size > 0 else { throw SigningError(.returnedNothing, command) }
        guard size <= SigningTool.bytesMax else { throw SigningError(.returnedTooMuch(size), command) }
    }
}

/// Why there is no signature.
struct SigningError: Error {
    enum Reason {
        case notStarted(String)
        case refused(Int32)
        case killed(Int32)
        case returnedNothing
        case returnedTooMuch(Int)
    }

    let reason: Reason
    let command: String

    init(_ reason: Reason, _ command: String) {
        self.reason = reason
        self.command = command
    }

    var message: Bilingual {
        Bilingual(
            vi: "công cụ ký “\(command)” \(fault.vi); gói chưa được xuất, kiểm tra công cụ ký rồi chạy lại",
            en: "the signing tool “\(command)” \(fault.en); no package was made, check the tool and run again")
    }

    private var fault: Bilingual {
        switch reason {
        case .notStarted(let detail): Bilingual(vi: "không chạy được (\(detail))", en: "could not be run (\(detail))")
        case .refused(let code): Bilingual(vi: "kết thúc với mã \(code)", en: "ended with \(code)")
        case .killed(let signal): Bilingual(vi: "bị dừng bởi tín hiệu \(signal)", en: "was stopped by signal \(signal)")
        case .returnedNothing: Bilingual(vi: "không trả về chữ ký", en: "returned no signature")
        case .returnedTooMuch(let size):
            Bilingual(
                vi: "trả về \(size) byte, nhiều hơn một chữ ký", en: "returned \(size) bytes, more than a signature")
        }
    }
}
