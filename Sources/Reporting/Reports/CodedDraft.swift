import Domain

extension ReportSet {
    /// The draft with its code wherever it says that it is a draft, and the lines ready to be copied by which it is issued.
    ///
    /// What goes back to departments bears no code: it changes with what others send.
    package func bearing(_ code: DraftCode, _ basis: Basis) -> ReportSet {
        var coded = self
        coded.editions = editions.map { $0.bearing(code) }
        coded.status = status.bearing(code)
        coded.sources = sources?.bearing(code)
        coded.decisions.rows += DecisionsToTake.orders(basis, code)
        return coded
    }
}

extension ReportSet.LanguageEdition {
    fileprivate func bearing(_ code: DraftCode) -> ReportSet.LanguageEdition {
        var coded = self
        coded.workbook = workbook.bearing(code)
        coded.data = data.bearing(code)
        coded.summary = summary.bearing(code)
        coded.letter = letter.bearing(code)
        coded.page?.lines = page?.lines.map { $0.bearing(code) } ?? []
        return coded
    }
}

extension Report {
    fileprivate func bearing(_ code: DraftCode) -> Report {
        var coded = self
        for at in coded.tables.indices {
            coded.tables[at].subtitle = coded.tables[at].subtitle.map { $0.bearing(code) }
        }
        coded.details = details.map { Detail($0.name, $0.words.bearing(code)) }
        return coded
    }
}

extension Document {
    fileprivate func bearing(_ code: DraftCode) -> Document {
        Document(
            blocks.map { block in
                guard case .paragraph(let text) = block else { return block }
                return .paragraph(text.bearing(code))
            }, passages: passages.map { $0.bearing(code) })
    }
}

extension Passage {
    fileprivate func bearing(_ code: DraftCode) -> Passage {
        Passage(
            pieces.map { piece in
                switch piece {
                case .words: piece
                case .sentence(let sentence):
                    .sentence(
                        Sentence(
                            id: sentence.id,
                            parts: sentence.parts.map { part in
                                if case .words(let words) = part { .words(words.bearing(code)) } else { part }
                            }))
                }
            })
    }
}

extension String {
    /// `DỰ THẢO – …` as `DỰ THẢO mã 1a2b-3c4d – …`, at the beginning of a line or of a sentence of it.
    fileprivate func bearing(_ code: DraftCode) -> String {
        for (language, word) in [(Language.vi, "mã "), (.en, "")] {
            let head = Phrase.draft[language]
            let coded = "\(head) \(word)\(code) – "
            if hasPrefix("\(head) – ") { return coded + dropFirst(head.count + 3) }
            if contains(". \(head) – ") { return replacing(". \(head) – ", with: ". \(coded)", maxReplacements: 1) }
        }
        return self
    }
}
