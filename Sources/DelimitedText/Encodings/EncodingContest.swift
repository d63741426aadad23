/// Weighs the ways to read a text against each other, by what each makes of the same words.
struct EncodingContest {
    /// Fewer different words than this prove nothing by themselves.
    private static let wordsMin = 8
    static let scoreMin = 0.8
    /// How far the next best must be behind.
    private static let leadMin = 0.3
    /// With witnesses, that a few words are initials or foreign matters less.
    private static let witnessedScoreMin = 0.7
    /// So large a part of other words in a text is not an accident but a mixture.
    private static let mixedPart = 20

    struct Contender {
        let table: LegacyTable?
        let verdicts: [WordReading.Verdict]
        let candidate: EncodingDecision.Candidate
    }

    /// In the order in which they were entered.
    private(set) var contenders: [Contender] = []
    private let runs: WordRuns
    private let vocabulary: Set<UInt64>

    init(_ runs: WordRuns, witnesses: Witnesses) {
        self.runs = runs
        vocabulary = witnesses.keys
    }

    /// - Parameter read: A run of letters as UTF-8; nil if it cannot be one in this encoding.
    mutating func enter(
        _ encoding: Encoding, font: Encoding? = nil, table: LegacyTable? = nil, _ read: ([UInt8]) -> [UInt8]?
    ) {
        var witnesses: Set<UInt64> = []
        let verdicts: [WordReading.Verdict] = runs.runs.map { run in
            guard let text = read(run) else { return .counterproof }
            let reading = WordReading(text)
            for key in reading.keys where vocabulary.contains(key) { witnesses.insert(key) }
            return reading.verdict
        }
        let possible = verdicts.count { $0 == .proof }
        let candidate = EncodingDecision.Candidate(
            encoding: encoding, font: font, words: possible + verdicts.count { $0 == .counterproof },
            possible: possible, witnesses: witnesses.count)
        contenders.append(Contender(table: table, verdicts: verdicts, candidate: candidate))
    }

    var candidates: [EncodingDecision.Candidate] {
        contenders.map(\.candidate).enumerated().sorted { left, right in
            (left.element.witnesses, left.element.score) != (right.element.witnesses, right.element.score)
                ? (left.element.witnesses, left.element.score) > (right.element.witnesses, right.element.score)
                : left.offset < right.offset
        }.map(\.element)
    }

    /// The one that is proven against all others, and by what.
    var winner: (contender: Contender, basis: EncodingDecision.Basis)? {
        for contender in contenders {
            let candidate = contender.candidate
            let others = contenders.map(\.candidate).filter { $0 != candidate }
            let isOutwitnessed = others.contains { $0.witnesses > candidate.witnesses }
            if !isOutwitnessed, candidate.words >= Self.wordsMin, candidate.score >= Self.scoreMin,
                others.allSatisfy({ candidate.score - $0.score >= Self.leadMin })
            {
                return (contender, .syllables)
            }
            if candidate.witnesses > 0, candidate.score >= Self.witnessedScoreMin || candidate.words == 0,
                others.allSatisfy({ $0.witnesses * 3 <= candidate.witnesses && $0.score <= candidate.score })
            {
                return (contender, .witnesses)
            }
        }
        return nil
    }

    /// Words that the one explains and the other does not.
    static func count(of one: Contender, without other: Contender) -> Int {
        zip(one.verdicts, other.verdicts).count { $0 == .proof && $1 == .counterproof }
    }

    /// So many words that they are neither misspelt nor foreign.
    static func isPart(_ count: Int, of whole: Int) -> Bool {
        count > 1 && count * mixedPart >= whole
    }

    /// Of what makes no sense in the one, a part and most of it make sense in the other.
    static func isMixed(_ one: Contender, with other: Contender) -> Bool {
        let explained = count(of: other, without: one)
        return isPart(explained, of: one.candidate.words)
            && explained * 2 >= one.candidate.words - one.candidate.possible
    }
}
