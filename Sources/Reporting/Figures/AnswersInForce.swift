import Domain

/// The reasons that departments gave in returns they sent back, by the question that each answers.
///
/// A reason answers the same question of the same row: in the file that was asked about, and in a later one for the same
/// slice if nothing has changed there. Of several, the one that was received last stands.
struct AnswersInForce: Sendable {
    /// A reason, and the return in which it came.
    struct Given: Sendable {
        let answer: Answer
        let reading: Reading
        let receivedAt: Instant
        let key: Key
    }

    /// What a question is known by again.
    struct Key: Hashable, Sendable {
        let department: String
        let subject: Subject
        let rule: RuleName
        let row: Int
        let column: Int?
        /// Its words, the value among them.
        let question: String
    }

    enum Subject: Hashable, Sendable {
        case part(slice: Slice, label: String)
        case path(String)
    }

    /// In the order of receipt.
    let given: [Given]
    private let byKey: [Key: Given]
    private let subjects: [String: (department: String, subject: Subject)]

    /// - Parameters:
    ///   - readings: Those of returns among them count unless they were withdrawn.
    ///   - receivedAt: When a file counts as received.
    ///   - owner: The department that a reading counts for.
    init(
        _ readings: [Reading], withdrawn: Set<String>, receivedAt: (Receipt) -> Instant, owner: (Reading) -> String?
    ) {
        let returns = Evidence.newestByPath(readings.lazy.filter { $0.state == .answered }).values
            .filter {
                !withdrawn.contains($0.receipt.path) && !withdrawn.contains(SheetPath.file(of: $0.receipt.path))
            }
        guard !returns.isEmpty else {
            (given, byKey, subjects) = ([], [:], [:])
            return
        }
        var subjects: [String: (department: String, subject: Subject)] = [:]
        for reading in readings where reading.state != .answered {
            guard let owner = owner(reading) else { continue }
            subjects[reading.receipt.path] = (owner, Self.subject(of: reading))
        }
        var given: [Given] = []
        for reading in returns {
            guard let sender = owner(reading) else { continue }
            for answer in reading.answers {
                let asked = subjects[answer.file]
                // A department answers for its own files.
                guard asked == nil || asked?.department == sender else { continue }
                let key = Key(
                    department: sender, subject: asked?.subject ?? .path(answer.file), rule: answer.rule,
                    row: answer.row, column: answer.column, question: Folding.key(answer.question))
                given.append(
                    Given(answer: answer, reading: reading, receivedAt: receivedAt(reading.receipt), key: key))
            }
        }
        given.sort {
            ($0.receivedAt, $0.reading.receipt.path, $0.answer.position)
                < ($1.receivedAt, $1.reading.receipt.path, $1.answer.position)
        }
        self.given = given
        self.subjects = subjects
        byKey = Dictionary(given.map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
    }

    var isEmpty: Bool { given.isEmpty }

    private static func subject(of reading: Reading) -> Subject {
        reading.slice.map { .part(slice: $0, label: reading.part) } ?? .path(reading.receipt.path)
    }

    /// What the question of a finding is known by; `nil` where nobody was asked it.
    func key(of finding: Finding) -> Key? {
        guard let (department, subject) = subjects[finding.position.file] else { return nil }
        return Key(
            department: department, subject: subject, rule: finding.rule, row: finding.position.row,
            column: finding.position.column, question: Folding.key(ReturnSheet.question(finding)))
    }

    /// A query with its reason, where one was given; every other finding as it is.
    func applied(to finding: Finding) -> Finding {
        guard finding.level == .query, !isEmpty, let key = key(of: finding), let given = byKey[key] else {
            return finding
        }
        // Of blanks only the words that say what they are are an answer.
        if asksOfBlanks(finding), BlanksAnswer(given.answer.reason) == nil { return finding }
        return finding.answered(by: given.answer.reason)
    }

    private func asksOfBlanks(_ finding: Finding) -> Bool { finding.rule.text == BlanksAnswer.rule }

    func applied(to reading: Reading) -> Reading {
        guard !isEmpty, reading.findings.contains(where: { $0.level == .query }) else { return reading }
        let answered = reading.mappingFindings(applied)
        let blanks = answered.findings.first(where: asksOfBlanks)?.answer.flatMap(BlanksAnswer.init)
        return blanks.map(answered.stating) ?? answered
    }
}
