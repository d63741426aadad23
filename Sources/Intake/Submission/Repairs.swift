import Domain

/// What was read of a file although it is written in another way than it is meant, since only one reading is possible: of
/// each kind the first few spellings, and how many there are.
struct Repairs {
    enum Kind: Hashable {
        /// `Ðoàn Kết`
        case foreignD
        /// `Mộс Châu`, with a letter of Cyrillic; `ТА НОС`, of nothing else
        case foreignLetter
        case hiddenMarks
        /// `3646`, `="03646"`
        case code
        /// `'120`
        case textNumber
        /// `nan`
        case emptyInWords
        /// `đang cập nhật`
        case awaited
        /// `20/9`
        case dateWithoutYear
        /// The header again, as on each page of a print.
        case header
    }

    struct Spelling {
        let written: String
        let meant: String
        let position: Position
    }

    private static let spellingsMax = 3

    private(set) var spellings: [Kind: [Spelling]] = [:]
    private(set) var counts: [Kind: Int] = [:]

    mutating func note(_ kind: Kind, _ written: String, as meant: String, at position: Position) {
        counts[kind, default: 0] += 1
        if spellings[kind, default: []].count < Self.spellingsMax {
            spellings[kind, default: []].append(Spelling(written: written, meant: meant, position: position))
        }
    }

    /// Letters that look like others, and marks without width, in a name that was understood.
    mutating func noteLetters(_ written: String, as meant: String, at position: Position) {
        if LetterLikeness.hasForeignD(written) { note(.foreignD, written, as: meant, at: position) }
        if LetterLikeness.foreignLetter(inKnown: written) != nil {
            note(.foreignLetter, written, as: meant, at: position)
        }
        if HiddenMark.stand(in: written) {
            note(.hiddenMarks, HiddenMark.removed(from: written), as: meant, at: position)
        }
    }

    /// With those of other kinds.
    func merging(_ other: Repairs) -> Repairs {
        var all = self
        all.spellings.merge(other.spellings) { own, _ in own }
        all.counts.merge(other.counts, uniquingKeysWith: +)
        return all
    }

    func first(_ kind: Kind) -> Spelling? { spellings[kind]?.first }

    func count(_ kind: Kind) -> Int { counts[kind] ?? 0 }

    /// `“3646” là 03646, “4105.0” là 04105, …`
    func shown(_ kind: Kind) -> Bilingual {
        func list(_ verb: String) -> String {
            let known = spellings[kind] ?? []
            let listed = known.map { "\($0.written.quoted) \(verb) \($0.meant)" }.joined(separator: ", ")
            return count(kind) > known.count ? listed + ", …" : listed
        }
        return Bilingual(vi: list("là"), en: list("is"))
    }
}
