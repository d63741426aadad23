import Domain
import Foundation
import Office

/// Asks on a terminal for what no option has said.
struct Questions {
    let console: Console
    let isTerminal: Bool

    init(_ console: Console) {
        self.console = console
        isTerminal = isatty(0) == 1
    }

    /// Without a terminal nobody can be asked: names all that must be said by options and was not.
    func refuseUnanswerable(_ required: [(option: String, given: String?)]) throws {
        let missing = required.filter { $0.given == nil }.map(\.option).joined(separator: ", ")
        guard !isTerminal, !missing.isEmpty else { return }
        throw Failure(
            Bilingual(
                vi: "không có cửa sổ dòng lệnh để hỏi; còn thiếu: \(missing)",
                en: "there is no terminal to ask on; missing: \(missing)"), .wrongUsage)
    }

    /// The option's value, else what is answered, else what is usual.
    ///
    /// - Parameters:
    ///   - usual: what an empty answer means; `nil`: it must be answered.
    ///   - fault: what is wrong with an answer, if anything.
    func answer(
        _ given: String?, option: String, _ question: Bilingual, usual: String?,
        fault: (String) -> Bilingual? = { _ in nil }
    ) throws -> String {
        if let given { return try checked(given, option, fault) }
        if !isTerminal, let usual { return usual }
        while true {
            console.ask(question.map { $0 + (usual.map { " [\($0)]" } ?? "") + ": " })
            guard let line = readLine() else {
                throw Failure(
                    Bilingual(vi: "chưa trả lời hết, không lập gì", en: "not all was answered, and nothing made"),
                    .wrongUsage)
            }
            let text = Questions.clean(line)
            guard let answer = text.isEmpty ? usual : text else { continue }
            guard let wrong = fault(answer) else { return answer }
            console.warn(wrong)
        }
    }

    private func checked(_ given: String, _ option: String, _ fault: (String) -> Bilingual?) throws -> String {
        let text = Questions.clean(given)
        if text.isEmpty { throw Failure(Bilingual(vi: "\(option): để trống", en: "\(option): empty"), .wrongUsage) }
        if let wrong = fault(text) { throw Failure(wrong.map { "\(option): \($0)" }, .wrongUsage) }
        return text
    }

    /// Composed, on one line, without blanks around.
    private static func clean(_ text: String) -> String {
        String(
            text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        )
        .trimmingCharacters(in: .whitespaces)
    }

    /// What is wrong with a code: it goes into file names and keys.
    static func faultOfCode(_ text: String) -> Bilingual? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            ? nil
            : Bilingual(
                vi: "“\(text)”: chỉ dùng chữ không dấu và chữ số, viết liền",
                en: "“\(text)”: only letters without diacritics and digits")
    }
}
