import Domain
import Foundation

/// Where words go: results to standard output, all else to standard error.
struct Console: Sendable {
    let language: Language
    let isQuiet: Bool

    /// A result.
    func result(_ text: String) { write(text, to: .standardOutput) }

    /// A result that is bytes.
    func raw(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    /// Something that a person should know, but need not act on.
    func say(_ text: Bilingual) {
        if !isQuiet { write(text[language], to: .standardError) }
    }

    /// Something that needs a person.
    func warn(_ text: Bilingual) { write(text[language], to: .standardError) }

    func warn(line: String) { write(line, to: .standardError) }

    /// Replaces one line on a terminal; nothing elsewhere.
    func progress(_ text: Bilingual) {
        guard !isQuiet, Console.hasTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text[language])".utf8))
    }

    func endProgress() {
        guard !isQuiet, Console.hasTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    private func write(_ text: String, to handle: FileHandle) {
        handle.write(Data((text + "\n").utf8))
    }

    private static var hasTerminal: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(2) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }
}
