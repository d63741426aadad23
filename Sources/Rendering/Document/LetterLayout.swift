import Reporting

/// A report's text as a document lays it out: every paragraph with its style, and with the places in it that have names.
struct LetterLayout {
    enum Item {
        case letterhead(left: [String], right: [String])
        case paragraph(LetterStyle, Passage)
        /// Below the title.
        case rule
        case signature(left: [String], right: [String])
    }

    let items: [Item]
    /// Above the letterhead: what every page of a package bears.
    let top: [Item]
    /// Below the signature: the ledger's entry, the meaning of a mark.
    let bottom: [Item]

    init(_ document: Document) {
        var passages = document.passages
        func passage(_ text: String, _ id: String?) -> Passage {
            if let known = passages.firstIndex(where: { $0.text == text }) { return passages.remove(at: known) }
            return Passage(id.map { [.sentence(Passage.Sentence(id: $0, parts: [.words(text)]))] } ?? [.words(text)])
        }
        let head = document.blocks.firstIndex { if case .letterhead = $0 { true } else { false } } ?? 0
        let foot = document.blocks.lastIndex { if case .signature = $0 { true } else { false } }
        var (items, top, bottom): ([Item], [Item], [Item]) = ([], [], [])
        for (place, block) in document.blocks.enumerated() {
            let isTop = place < head
            let isBottom = foot.map { place > $0 } ?? false
            var drawn: [Item] = []
            func add(_ style: LetterStyle, _ text: String) {
                let id = isTop ? "dau \(place)" : isBottom ? "cuoi \(place - (foot ?? 0))" : nil
                drawn.append(.paragraph(isTop ? .notice : isBottom ? .end : style, passage(text, id).shown))
            }
            switch block {
            case .letterhead(let left, let right): drawn = [.letterhead(left: left, right: right)]
            case .signature(let left, let right): drawn = [.signature(left: left, right: right)]
            case .title(let lines):
                for (line, text) in lines.enumerated() { add(line == 0 ? .kind : .subject, text) }
                if !isTop { drawn.append(.rule) }
            case .heading(let level, let text): add(level == 1 ? .part : .section, text)
            case .paragraph(let text): add(.text, text)
            case .list(let texts): for text in texts { add(.text, "- \(text)") }
            case .lines(let texts): for text in texts { add(.text, text) }
            case .table(let table): for line in LetterLayout.lines(of: table) { add(.text, line) }
            }
            if isTop { top += drawn } else if isBottom { bottom += drawn } else { items += drawn }
        }
        (self.items, self.top, self.bottom) = (items.map(LetterLayout.styled), top, bottom)
    }

    /// Every sentence that the program says, in order.
    var sentences: [Passage.Sentence] { (top + items + bottom).flatMap(\.sentences) }

    /// Whom it is for, and that it is a draft, are set in their own way.
    private static func styled(_ item: Item) -> Item {
        guard case .paragraph(_, let passage) = item, let sentence = passage.sentences.first else { return item }
        switch sentence.id {
        case "du-thao": return .paragraph(.draft, passage)
        case "kinh-gui": return .paragraph(.addressee, passage)
        default: return item
        }
    }

    /// A letter has no table; one that it gets is not lost.
    private static func lines(of table: Table) -> [String] {
        [table.title, table.columns.map { $0.joinedHeader }.joined(separator: "\t")]
            + table.rows.map { $0.cells.map { $0.text(in: .vi) }.joined(separator: "\t") } + table.notes
    }
}

extension Passage {
    /// As it may be shown: what is read back from a document is the same.
    fileprivate var shown: Passage {
        Passage(
            pieces.map { piece in
                switch piece {
                case .words(let words): .words(words.onOneLine)
                case .sentence(let sentence):
                    .sentence(Sentence(id: sentence.id.onOneLine, parts: sentence.parts.map(\.shown)))
                }
            })
    }
}

extension Passage.Part {
    fileprivate var shown: Passage.Part {
        switch self {
        case .words(let words): .words(words.onOneLine)
        case .figure(let figure): .figure(Passage.NamedFigure(key: figure.key.onOneLine, text: figure.text.onOneLine))
        }
    }
}
