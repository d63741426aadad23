import Foundation
import TestSupport
import Testing

/// The commands that documents show are understood: verbs and options are those of the program's own help.
struct DocumentedCommandTests {
    private static let documents = [
        "README.md", "README.vi.md", "ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "inputs/README.md",
        "HUONG-DAN.md",
    ]

    private struct Command: Hashable, CustomStringConvertible {
        let verb: String
        let option: String

        var description: String { "tonghop \(verb) … \(option)" }
    }

    /// What a program says of a verb, as far as it has that verb.
    private final class Help {
        private let program: BuiltProgram
        private var known: [String: String] = [:]

        init() throws { program = try #require(BuiltProgram(), "the program is not built") }

        /// `nil`: no verb of the program.
        func text(_ verb: String) throws -> String? {
            if known[verb] == nil { known[verb] = try Ending(of: program.path, ["help", verb]).output }
            return known[verb].flatMap { $0.contains("USAGE: tonghop \(verb) ") ? $0 : nil }
        }
    }

    /// Options behind a verb, up to the end of what is shown.
    private func commands(_ text: String) -> [Command] {
        text.matches(of: /tonghop ([a-z]+)([^`\n“”|·;]*)/).flatMap { match in
            match.2.matches(of: /--[a-z-]+/).map { Command(verb: String(match.1), option: String($0.0)) }
        }
    }

    /// Those of which the program's help knows nothing; words behind the program's name that are no verb are prose.
    private func unknown(_ text: String, _ help: Help) throws -> [String] {
        try Set(commands(text)).filter { command in
            try help.text(command.verb).map { !$0.contains(command.option) } ?? false
        }.map(\.description).sorted()
    }

    @Test func `every option that a document shows is one of its command's`() throws {
        let help = try Help()
        var count = 0
        for document in Self.documents {
            let text = try String(contentsOfFile: "\(Repository.root)/\(document)", encoding: .utf8)
            count += commands(text).count
            let found = try unknown(text, help)
            #expect(found == [], "\(document)")
        }
        #expect(count > 50)
    }

    @Test func `control: an option that a command does not have is seen`() throws {
        let found = try unknown("`tonghop status 2026-10 --audience public`; tonghop makes --nothing", Help())
        #expect(found == ["tonghop status … --audience"])
    }
}
