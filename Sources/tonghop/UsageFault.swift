import ArgumentParser
import Domain
import Foundation
import Intake
import Office

/// A command line that is not understood, in the language that it asks for.
///
/// The parser says what is wrong in one language, and its faults are its own: they are known by their words, which a test holds
/// against the parser that is built in. What is not known is shown as the parser says it.
struct UsageFault {
    private let message: Bilingual
    private let usage: String
    private let command: String

    /// `nil` for all but wrong usage, and for what was said already.
    init?(_ error: any Error) {
        let said = Tonghop.message(for: error)
        guard Tonghop.exitCode(for: error) == .validationFailure, !said.isEmpty else { return nil }
        let lines = Tonghop.fullMessage(for: error).split(separator: "\n").map(String.init)
        let first = lines.firstIndex { $0.hasPrefix(Self.usageMark) } ?? lines.endIndex
        let last = lines.firstIndex { $0.hasPrefix("  See '") } ?? lines.endIndex
        usage = first < last ? lines[first..<last].joined(separator: "\n").dropping(Self.usageMark) : ""
        // «tonghop trace [<options>] <period> …»
        command = usage.split(separator: " ").prefix { !$0.hasPrefix("<") && !$0.hasPrefix("[") && !$0.hasPrefix("-") }
            .joined(separator: " ")
        let isOfVerb = command == Tonghop.configuration.commandName
        // An unknown verb is looked past for its options.
        message = Self.strangeVerb.flatMap { isOfVerb ? Self.unknownVerb($0) : nil } ?? Self.translated(said)
    }

    private static let usageMark = "Usage: "

    /// Says it, and ends the program.
    func end() -> Never {
        let console = Console(language: Self.language, isQuiet: false)
        console.warn(message.map { "tonghop: \($0)" })
        if !usage.isEmpty { console.warn(Bilingual(vi: "Cách dùng: \(usage)", en: "Usage: \(usage)")) }
        let help = "\(command.isEmpty ? "tonghop" : command) --help"
        console.warn(Bilingual(vi: "Xem thêm: \(help)", en: "See: \(help)"))
        exit(Outcome.wrongUsage.code)
    }

    /// What `--lang` asks for, wherever it stands on a line that could not be read.
    private static var language: Language {
        let words = CommandLine.arguments
        let beside = words.indices.dropLast().last { words[$0] == "--lang" }.map { words[$0 + 1] }
        let joined = words.last { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
        return (beside ?? joined).flatMap(Language.init) ?? .vi
    }

    /// The first word of the line, where it is no command.
    private static var strangeVerb: String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        return verbs.contains(word) ? nil : word
    }

    private static var verbs: [String] { Tonghop.configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// What the parser says, in both languages.
    private static func translated(_ said: String) -> Bilingual {
        if let own = Bilingual(validation: said) { return own }
        if let parts = said.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/)?.output {
            return unknownOption(String(parts.1), nearest: parts.2.map(String.init))
        }
        if let parts = said.wholeMatch(of: /Unexpected argument '(.*)'/)?.output {
            return unexpected(String(parts.1))
        }
        if let parts = said.wholeMatch(of: /[0-9]+ unexpected arguments: '(.*)'/)?.output {
            return unexpected(String(parts.1).components(separatedBy: "', '").joined(separator: " "))
        }
        if let parts = said.wholeMatch(of: /Missing expected argument '(.+)'/)?.output {
            return Bilingual(vi: "còn thiếu \(parts.1)", en: "\(parts.1) is missing")
        }
        if let parts = said.wholeMatch(of: /Missing value for '(.+)'/)?.output {
            return Bilingual(vi: "thiếu giá trị sau \(parts.1)", en: "the value of \(parts.1) is missing")
        }
        if let parts = said.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)?
            .output
        {
            return Bilingual(
                vi: "\(parts.1) không kèm giá trị, nhưng ghi “\(parts.2)”",
                en: "\(parts.1) takes no value, and “\(parts.2)” was given")
        }
        if let parts = said.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(.+?)'(.*)/)?.output {
            return badValue(String(parts.1), of: String(parts.2), choices: String(parts.3))
        }
        return Bilingual(vi: said, en: said)
    }

    private static func unknownOption(_ option: String, nearest: String?) -> Bilingual {
        // The parser thinks nearly any short word near.
        let text = Bilingual(vi: "không có tùy chọn “\(option)”", en: "there is no option “\(option)”")
        return asked(text, Self.nearest(to: option, among: nearest.map { [$0] } ?? []))
    }

    private static func unknownVerb(_ verb: String) -> Bilingual {
        let near = nearest(to: verb.lowercased(), among: verbs)
        let none = Bilingual(vi: "không có lệnh “\(verb)”", en: "there is no command “\(verb)”")
        guard near.isEmpty else { return asked(none, near) }
        let all = verbs.joined(separator: ", ")
        return Bilingual(vi: "\(none.vi); các lệnh: \(all)", en: "\(none.en); the commands are: \(all)")
    }

    private static func unexpected(_ words: String) -> Bilingual {
        Bilingual(vi: "không hiểu “\(words)” ở cuối lệnh", en: "“\(words)” is not expected here")
    }

    /// The one word that was likely meant: two letters changed places, or one in three is wrong.
    private static func nearest(to word: String, among words: [String]) -> [String] {
        EditDistance.nearest(to: word, among: words, count: 1, within: min(3, max(1, (word.count + 2) / 3))) { [$0] }
    }

    private static func asked(_ text: Bilingual, _ near: [String]) -> Bilingual {
        guard let first = near.first else { return text }
        return Bilingual(vi: "\(text.vi); có phải “\(first)”?", en: "\(text.en); did you mean “\(first)”?")
    }

    /// - Parameter choices: `. Please provide one of 'vi' and 'en'.`, or nothing.
    private static func badValue(_ value: String, of name: String, choices: String) -> Bilingual {
        let listed = choices.matches(of: /'([^']+)'|- (\S+)/).compactMap { $0.output.1 ?? $0.output.2 }
        if !listed.isEmpty {
            let near = nearest(to: value.lowercased(), among: listed.map(String.init))
            let all = listed.joined(separator: ", ")
            let text = Bilingual(
                vi: "“\(value)” không dùng được cho \(name); chọn một trong: \(all)",
                en: "“\(value)” is no value of \(name); choose one of: \(all)")
            return asked(text, near)
        }
        if let example = examples.first(where: { name.hasSuffix($0.name) })?.text {
            return Bilingual(vi: "“\(value)” không phải \(example.vi)", en: "“\(value)” is not \(example.en)")
        }
        return Bilingual(
            vi: "“\(value)” không dùng được cho \(name)", en: "“\(value)” is no value of \(name)")
    }

    /// What is asked for, by the name of the value.
    private static let examples: [(name: String, text: Bilingual)] = [
        (
            "<period>",
            Bilingual(
                vi: "kỳ báo cáo; ghi như 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026 hoặc 2026-02..2026-05",
                en: "a period; write it as 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-02..2026-05")
        ),
        (
            "--as-of <time>",
            Bilingual(
                vi: "thời điểm; ghi như 2026-10-21 hoặc 2026-10-20T17:00+07:00",
                en: "a time; write it as 2026-10-21 or 2026-10-20T17:00+07:00")
        ),
        (
            "<time>",
            Bilingual(
                vi: "thời điểm; ghi như 2026-10-20T17:00+07:00", en: "a time; write it as 2026-10-20T17:00+07:00")
        ),
        ("<seconds>", Bilingual(vi: "số giây; ghi như 30", en: "a number of seconds; write it as 30")),
        ("<number>", Bilingual(vi: "số; ghi như 1", en: "a number; write it as 1")),
        ("<edition>", Bilingual(vi: "số của bản; ghi như 1", en: "the number of an edition; write it as 1")),
        (
            "<code>",
            Bilingual(
                vi: "mã xác nhận: từ 16 đến 64 chữ số hệ mười sáu", en: "a code: 16 to 64 hexadecimal digits")
        ),
    ]
}

extension ValidationError {
    /// A fault of a command's own, in both languages.
    init(_ text: Bilingual) { self.init("\(text.vi)\(Bilingual.validationMark)\(text.en)") }
}

extension Bilingual {
    /// Stands between the languages of a fault that goes through the parser, which knows one text.
    fileprivate static let validationMark = "\n\u{1E}"

    /// The two of a text that a command's own fault was made of.
    fileprivate init?(validation text: String) {
        guard let mark = text.range(of: Self.validationMark) else { return nil }
        self.init(vi: String(text[..<mark.lowerBound]), en: String(text[mark.upperBound...]))
    }
}

extension String {
    fileprivate func dropping(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
