import Domain
import Files
import Foundation
import Legibility
import Office
import Rendering
import Synchronization

/// Where words go: results to standard output, all else to standard error. Whatever a text is made of, it is shown as text.
struct Console: Sendable {
    let language: Language
    let isQuiet: Bool
    /// What writes down all that is said, but for questions, progress and bytes.
    var transcript: Transcript?

    /// A result, within the width of the terminal that it goes to.
    func result(_ text: String) {
        transcript?.add(.result, text)
        write(Terminal.fitted(text, to: 1) + "\n", to: 1)
    }

    /// A result that a program reads: as it stands.
    func json(_ text: String) {
        transcript?.add(.json, text)
        write(text + "\n", to: 1)
    }

    /// How wide tables may be drawn; `nil`: as they are for paper, for no terminal shows them.
    var columns: Int? { Terminal.columns(of: 1) }

    /// A result that ends in a line feed, unless it is empty.
    func result(lines text: String) { result(text.hasSuffix("\n") ? String(text.dropLast()) : text) }

    /// A result that is bytes, as they stand.
    func raw(_ bytes: [UInt8]) { write(bytes, to: 1) }

    /// Something that a person should know, but need not act on.
    func say(_ text: Bilingual) {
        if !isQuiet { warn(line: text[language]) }
    }

    /// Something that needs a person.
    func warn(_ text: Bilingual) { warn(line: text[language]) }

    func warn(line: String) {
        transcript?.add(.warning, line)
        write(Terminal.fitted(line, to: 2) + "\n", to: 2)
    }

    /// Says again what was said before.
    func say(again lines: [RunAsBefore.Line]) {
        for line in lines {
            switch line.kind {
            case .result: result(line.text)
            case .json: json(line.text)
            case .warning: warn(line: line.text)
            }
        }
    }

    /// A question, after which the answer is typed.
    func ask(_ text: Bilingual) { write(text[language], to: 2) }

    /// Replaces one line on a terminal; nothing elsewhere.
    func progress(_ text: Bilingual) {
        guard !isQuiet, Console.hasTerminal else { return }
        write(Array("\r\u{1B}[K\(ShownText.line(text[language]))".utf8), to: 2)
    }

    func endProgress() {
        guard !isQuiet, Console.hasTerminal else { return }
        write(Array("\r\u{1B}[K".utf8), to: 2)
    }

    private func write(_ text: String, to descriptor: Int32) {
        write(Array(ShownText.lines(text).utf8), to: descriptor)
    }

    /// A result that cannot be written ends the program: whoever waits for it must not take it for whole.
    private func write(_ bytes: [UInt8], to descriptor: Int32) {
        do throws(FileFault) {
            try OpenFile.write(bytes, toStandard: descriptor)
        } catch {
            if descriptor == 1 { failed(error.reason) }
        }
    }

    private func failed(_ reason: String) -> Never {
        warn(
            Bilingual(
                vi: "tonghop: không ghi được kết quả ra đầu ra chuẩn: \(reason)",
                en: "tonghop: cannot write the result to standard output: \(reason)"))
        exit(Outcome.failed.code)
    }

    private static var hasTerminal: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(2) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }
}

/// What a command has said, and what it wrote into the log.
final class Transcript: Sendable {
    private let kept = Mutex(RunAsBefore.Saying())

    var saying: RunAsBefore.Saying { kept.withLock { $0 } }

    func add(_ kind: RunAsBefore.Line.Kind, _ text: String) {
        kept.withLock { $0.lines.append(RunAsBefore.Line(kind, text)) }
    }

    func add(_ entry: LogEntry) { kept.withLock { $0.entries.append(entry) } }
}

/// How wide the terminal is that words go to. Elsewhere lines are as long as they are.
enum Terminal {
    /// `nil` where a file or a program reads it, or the terminal does not say.
    static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= narrowest else { return nil }
        return Int(size.ws_col)
    }

    /// A terminal that is narrower shows nothing that can be read.
    private static let narrowest = 40

    /// Lines that are too long are broken at spaces; what follows keeps their indent.
    static func fitted(_ text: String, to descriptor: Int32) -> String {
        columns(of: descriptor).map { TextWrapping.wrapped(text, columns: $0) } ?? text
    }
}
