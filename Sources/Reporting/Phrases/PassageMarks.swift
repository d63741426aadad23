/// Marks around figures and sentences while a text is put together; `Passage` reads them, and no text is shown with them.
///
/// They are scalars of the last private plane, which no keyboard and no font has.
enum PassageMarks {
    private static let sentence: Character = "\u{10F7A0}"
    private static let figure: Character = "\u{10F7A1}"
    private static let named: Character = "\u{10F7A2}"
    private static let end: Character = "\u{10F7A3}"

    static func figure(_ key: String, _ text: String) -> String { "\(figure)\(key)\(named)\(text)\(end)" }

    static func sentence(_ id: String, _ text: String) -> String { "\(sentence)\(id)\(named)\(text)\(end)" }

    /// The paragraph that a marked text is.
    static func passage(_ marked: String) -> Passage {
        var pieces: [Passage.Piece] = []
        var rest = marked[...]
        while let start = rest.firstIndex(of: sentence) {
            if start > rest.startIndex { pieces.append(.words(String(rest[..<start]))) }
            rest = rest[rest.index(after: start)...]
            let id = name(&rest)
            pieces.append(.sentence(Passage.Sentence(id: id, parts: parts(&rest))))
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return Passage(pieces)
    }

    private static func name(_ rest: inout Substring) -> String {
        let name = rest.prefix { $0 != named }
        rest = rest[name.endIndex...].dropFirst()
        return String(name)
    }

    /// What stands before the end of a sentence.
    private static func parts(_ rest: inout Substring) -> [Passage.Part] {
        var parts: [Passage.Part] = []
        while let next = rest.first, next != end {
            if next == figure {
                rest = rest.dropFirst()
                let key = name(&rest)
                let text = rest.prefix { $0 != end }
                parts.append(.figure(Passage.NamedFigure(key: key, text: String(text))))
                rest = rest[text.endIndex...].dropFirst()
            } else {
                let words = rest.prefix { $0 != figure && $0 != end }
                parts.append(.words(String(words)))
                rest = rest[words.endIndex...]
            }
        }
        rest = rest.dropFirst()
        return parts
    }
}

extension Document {
    /// Of a text whose paragraphs are marked: the same without marks, and what stands in the marked ones.
    init(marked blocks: [Block]) {
        var passages: [Passage] = []
        let plain: [Block] = blocks.map { block in
            guard case .paragraph(let text) = block else { return block }
            let passage = PassageMarks.passage(text)
            if !passage.sentences.isEmpty { passages.append(passage) }
            return .paragraph(passage.text)
        }
        self.init(plain, passages: passages)
    }
}
