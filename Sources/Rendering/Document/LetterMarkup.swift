import Digest
import Domain
import Reporting
import WordProcessing

/// A report's text as the markup of a document's body, every sentence and every figure in a control with its name.
///
/// The elements stand in the order in which the standard's schema has them: Word refuses a document where they do not.
struct LetterMarkup {
    let language: Language
    /// By the styles' names, how the document calls them.
    let styles: [String: String]
    /// What figures are called, by the names of their places.
    let titles: [String: String]

    /// Columns of 70 and 95 mm.
    private static let columns = [3969, 5386]

    func body(_ layout: LetterLayout) -> String {
        (layout.top + layout.items + layout.bottom).map(markup).joined() + paragraph(.small, "")
    }

    func markup(_ item: LetterLayout.Item) -> String {
        switch item {
        case .letterhead(let left, let right): letterhead(left, right)
        case .signature(let left, let right): signature(left, right)
        case .rule: paragraph(.subjectRule, "")
        case .paragraph(let style, let passage): paragraph(style, passage.pieces.map { markup($0) }.joined())
        }
    }

    private func paragraph(_ style: LetterStyle, _ content: String) -> String {
        let name = styles[style.rawValue] ?? style.id
        return "<w:p><w:pPr><w:pStyle w:val=\"\(XMLText.escaped(name))\"/></w:pPr>\(content)</w:p>"
    }

    private func plain(_ style: LetterStyle, _ text: String) -> String { paragraph(style, run(text.onOneLine)) }

    /// - Parameter settings: The run properties as markup; those of the language where there are none.
    private func run(_ text: String, _ settings: String = "") -> String {
        guard !text.isEmpty else { return "" }
        let own = settings.isEmpty && language == .en ? "<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr>" : settings
        return "<w:r>\(own)<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
    }

    private func markup(_ piece: Passage.Piece) -> String {
        switch piece {
        case .words(let words): run(words)
        case .sentence(let sentence):
            control(
                LetterTag.sentence(sentence.id, shape: sentence.shape), title: Words.sentence[language], lock: false,
                content(of: sentence))
        }
    }

    /// What stands in the control of a sentence.
    ///
    /// - Parameter settings: How its letters are set, as an officer has set them; empty: as the style does.
    func content(of sentence: Passage.Sentence, _ settings: String = "") -> String {
        sentence.parts.map { part in
            switch part {
            case .words(let words): run(words, settings)
            case .figure(let figure):
                control(
                    LetterTag.figure(figure.key), title: title(of: figure.key), lock: true,
                    run(figure.text, settings))
            }
        }.joined()
    }

    /// What a figure's control is called; Word has room for no more.
    func title(of key: String) -> String {
        let title = titles[key] ?? key
        guard title.count > 60 else { return title.onOneLine }
        return "\(title.prefix(60 - key.count - 2))… \(key)".onOneLine
    }

    /// - Parameter lock: Whether only the program writes there; whoever wants to write himself takes the control away.
    private func control(_ tag: String, title: String, lock: Bool, _ content: String) -> String {
        return
            "<w:sdt><w:sdtPr><w:alias w:val=\"\(XMLText.escaped(title))\"/><w:tag w:val=\"\(XMLText.escaped(tag))\"/>"
            + (lock ? "<w:lock w:val=\"contentLocked\"/><w:text/>" : "")
            + "</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    private func letterhead(_ left: [String], _ right: [String]) -> String {
        let agencies = left.dropLast()
        let names = agencies.enumerated().map { place, name in
            plain(place == agencies.count - 1 ? .agency : .parentAgency, name)
        }
        let words = right.dropLast().enumerated().map { plain($0.offset == 0 ? .country : .motto, $0.element) }
        return table(
            Words.letterhead[language],
            rows: [
                [names.joined() + paragraph(.agencyRule, ""), words.joined() + paragraph(.mottoRule, "")],
                [plain(.number, left.last ?? ""), plain(.date, right.last ?? "")],
            ])
    }

    private func signature(_ left: [String], _ right: [String]) -> String {
        let recipients = left.enumerated().map { plain($0.offset == 0 ? .recipientsHead : .recipients, $0.element) }
        return paragraph(.small, "")
            + table(
                Words.signature[language],
                rows: [[recipients.joined(), right.map { plain(.signer, $0) }.joined()]])
    }

    private func table(_ description: String, rows: [[String]]) -> String {
        let grid = LetterMarkup.columns.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let drawn = rows.map { cells in
            let markup = zip(cells, LetterMarkup.columns).map { cell, width in
                let content = cell.isEmpty ? paragraph(.small, "") : cell
                return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(content)</w:tc>"
            }
            return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(markup.joined())</w:tr>"
        }
        let width = LetterMarkup.columns.reduce(0, +)
        return "<w:tbl><w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
            + "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
            + "<w:tblDescription w:val=\"\(XMLText.escaped(description))\"/></w:tblPr>"
            + "<w:tblGrid>\(grid)</w:tblGrid>\(drawn.joined())</w:tbl>"
    }
}

/// The tags of the program's controls.
enum LetterTag: Hashable {
    case figure(key: String)
    /// With the digest of what the program wrote, its figures aside.
    case sentence(id: String, shape: String)

    /// `nil` for controls of somebody else.
    init?(_ tag: String) {
        let parts = tag.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("so", 2): self = .figure(key: parts[1])
        case ("cau", 3): self = .sentence(id: parts[1], shape: parts[2])
        default: return nil
        }
    }

    static func figure(_ key: String) -> String { "so|\(key)" }

    static func sentence(_ id: String, shape: String) -> String { "cau|\(id)|\(digest(of: shape))" }

    /// Eight digits are enough to see that somebody has written in a sentence.
    static func digest(of shape: String) -> String { String(SHA256Digest.of(shape).hex.prefix(8)) }
}

private enum Words {
    static let sentence = Bilingual(vi: "Câu do chương trình viết", en: "Written by the program")
    static let letterhead = Bilingual(
        vi: "Cơ quan ban hành, Quốc hiệu, số và ngày", en: "Agency, country, number and date")
    static let signature = Bilingual(vi: "Nơi nhận và chữ ký", en: "Recipients and signature")
}
