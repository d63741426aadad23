/// Which encoding a file was read in, and what speaks for it.
package struct EncodingDecision: Sendable, Hashable {
    package enum Basis: String, Sendable, Hashable {
        case byteOrderMark
        /// The bytes are UTF-8, but for the places listed as doubts, and nothing speaks for letters of an old font in it.
        case validUTF8
        /// Nearly all words beyond ASCII are possible Vietnamese syllables, and in no other encoding.
        case syllables
        /// Few words, but among them those that the caller named.
        case witnesses
        /// Nothing proves an encoding.
        case none
    }

    /// One way to read the file and how it fares.
    package struct Candidate: Sendable, Hashable {
        package let encoding: Encoding
        /// The old font whose letters stand in the Unicode text as Latin ones; nil where the text is as it reads.
        package let font: Encoding?
        /// Different runs of letters beyond ASCII that prove something, in the evidence read.
        package let words: Int
        /// Those of them that are possible Vietnamese syllables.
        package let possible: Int
        /// Different words among those the caller named.
        package let witnesses: Int

        package var score: Double { words == 0 ? 0 : Double(possible) / Double(words) }

        /// `TCVN3`, or `UTF-8/TCVN3` for a font's letters in Unicode.
        package var name: String {
            guard let font else { return encoding.name }
            return encoding.name + "/" + font.name
        }
    }

    package let encoding: Encoding
    /// The old font whose letters were found in the Unicode text and turned into Vietnamese ones.
    package let font: Encoding?
    package let basis: Basis
    /// What was weighed, the best first; empty where no word went beyond ASCII.
    package let candidates: [Candidate]
    /// No candidate is proven; the text is read as `encoding` to show what is there.
    package let isDoubtful: Bool
    /// The text was taken for another code page once and saved so.
    package let misreading: Misreading?

    init(
        _ encoding: Encoding, font: Encoding? = nil, basis: Basis, candidates: [Candidate] = [],
        isDoubtful: Bool = false, misreading: Misreading? = nil
    ) {
        self.misreading = misreading
        self.encoding = encoding
        self.font = font
        self.basis = basis
        self.candidates = candidates
        self.isDoubtful = isDoubtful
    }

    /// The candidates with their counts, as `windows-1258 4/4; TCVN3 0/4`.
    var summary: String {
        candidates.map { "\($0.name) \($0.possible)/\($0.words)" }.joined(separator: "; ")
    }
}
