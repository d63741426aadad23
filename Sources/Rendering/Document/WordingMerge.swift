import Reporting
import WordProcessing

/// The officer's copy of a report's text with the figures of now.
///
/// All that she wrote stays byte for byte, and so does how it is set. A figure's control shows the figure of now. A sentence that she left
/// as the program wrote it becomes what the program writes now; one in which she wrote keeps her words. What she took away stays
/// away, and what the program would say and her copy does not is told to her.
struct WordingMerge {
    let copy: WordFile
    let layout: LetterLayout
    let figures: [String: String]
    let markup: LetterMarkup

    /// What comes of it: the part that holds the text, and what she should know.
    struct Result {
        let document: [UInt8]
        let remarks: WordingRemarks
    }

    private typealias Edit = (range: Range<Int>, bytes: [UInt8])

    func result() -> Result {
        let text = copy.document
        let controls = named
        let now = Dictionary(layout.sentences.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var remarks = WordingRemarks()
        remarks.isUnderReview = copy.hasRemarks
        remarks.hasLostNames = !controls.contains { if case .sentence = $0.tag { true } else { false } }
        remarks.hasNoFigures = controls.isEmpty
        var edits: [Edit] = []
        var (seen, removed): (Set<String>, [WordMarkup.Index]) = ([], [])
        var rewritten: [Range<Int>] = []
        for (control, tag) in controls {
            guard case .sentence(let id, let digest) = tag else { continue }
            let isFirst = control.isFallback || seen.insert(id).inserted
            if !isFirst { remarks.doubled.append(id) }
            switch fate(of: control, digest, now[id], isFirst: isFirst) {
            case .filled: break
            case .removed: removed.append(control.index)
            case .rewritten(let sentence):
                let inner = text.elements[control.content].inner
                edits.append((inner, Array(markup.content(of: sentence, text.runProperties(in: control.content)).utf8)))
                rewritten.append(inner)
                if let range = text.tagElement(of: control) {
                    let tag = LetterTag.sentence(id, shape: sentence.shape)
                    edits.append((range, Array("<w:tag w:val=\"\(XMLText.escaped(tag))\"/>".utf8)))
                }
            case .outOfStep:
                remarks.outOfStep.append(
                    WordingRemarks.Sentence(written: text.text(of: control), now: now[id]?.text))
            }
        }
        edits += removal(of: removed)
        let gone = edits.map(\.range)
        for (control, tag) in controls {
            guard case .figure(let key) = tag, !control.isPlaceholder else { continue }
            let place = text.elements[control.index].whole
            if gone.contains(where: { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }) {
                continue
            }
            guard let figure = figures[key] else {
                remarks.unknown.append(key)
                continue
            }
            edits += text.edits(showing: figure.onOneLine, in: control) ?? []
        }
        let ends = Set((layout.top + layout.bottom).flatMap(\.sentences).map(\.id))
        if !remarks.hasLostNames {
            let absent = layout.sentences.filter { !seen.contains($0.id) && !ends.contains($0.id) }
            remarks.absent = absent.filter { !$0.isCaveat }.map(\.text)
            remarks.unsaid = absent.filter(\.isCaveat).map(\.text)
        }
        edits += additions(besides: seen)
        return Result(document: text.replacing(edits), remarks: remarks)
    }

    /// The controls that the program has put there. A figure's is known by its title too, if no other figure bears it.
    private var named: [(control: ContentControl, tag: LetterTag)] {
        let keys = Dictionary(
            grouping: markup.titles.keys.filter { figures[$0] != nil }, by: { markup.title(of: $0) })
        return copy.document.contentControls.compactMap { control in
            if let tag = LetterTag(control.tag) { return (control, tag) }
            guard control.tag.isEmpty, let key = keys[control.title], key.count == 1 else { return nil }
            return (control, .figure(key: key[0]))
        }
    }

    private enum Fate {
        case filled, removed, outOfStep
        case rewritten(Passage.Sentence)
    }

    /// What becomes of a sentence of her copy.
    private func fate(
        of control: ContentControl, _ digest: String, _ now: Passage.Sentence?, isFirst: Bool
    ) -> Fate {
        let written = shape(of: control)
        if written == now?.shape { return .filled }
        guard isFirst else { return .filled }
        guard LetterTag.digest(of: written) == digest else {
            // She has written in it; while the program says the same as then, her words fit.
            return now.map { LetterTag.digest(of: $0.shape) } == digest ? .filled : .outOfStep
        }
        return now.map { .rewritten($0) } ?? .removed
    }

    /// What a control says, its figures aside.
    private func shape(of control: ContentControl) -> String {
        let text = copy.document
        var shape = ""
        var end = 0
        for index in text.elements[control.content].descendants where index >= end {
            if text.isNamed(index, "w:sdt"), let key = figureKey(of: index) {
                shape += Passage.Sentence.place(key)
                end = text.elements[index].descendants.upperBound
            } else if let said = text.said(index) {
                shape += said
            }
        }
        return shape
    }

    private func figureKey(of index: WordMarkup.Index) -> String? {
        let text = copy.document
        guard let properties = text.child("w:sdtPr", of: index),
            let tag = text.child("w:tag", of: properties).flatMap({ text.attribute("w:val", of: $0) }),
            case .figure(let key) = LetterTag(tag)
        else { return nil }
        return key
    }

    /// Takes sentences away, with their paragraph where nothing else stands in it and another is beside it.
    private func removal(of indices: [WordMarkup.Index]) -> [Edit] {
        let text = copy.document
        var ranges: Set<Range<Int>> = []
        for index in indices {
            let own = text.elements[index]
            guard let paragraph = text.around(index, "w:p"), let parent = text.elements[paragraph].parent,
                text.isNamed(parent, "w:body"),
                !text.elements[paragraph].descendants.contains(where: { other in
                    let range = text.elements[other].whole
                    let isOfRemoved = indices.contains { text.elements[$0].whole.contains(range.lowerBound) }
                    return !isOfRemoved && (text.said(other)?.contains { !$0.isWhitespace } == true || isKept(other))
                })
            else {
                ranges.insert(own.whole)
                continue
            }
            ranges.insert(text.elements[paragraph].whole)
        }
        return ranges.map { ($0, []) }
    }

    /// What keeps its paragraph though it says nothing.
    private func isKept(_ index: WordMarkup.Index) -> Bool {
        ["w:drawing", "w:pict", "w:object", "w:sectPr"].contains { copy.document.name(index) == $0 }
    }

    /// What stands above and below the text belongs to the set, and not to her.
    private func additions(besides seen: Set<String>) -> [Edit] {
        let text = copy.document
        guard let body = text.child("w:body", of: 0) else { return [] }
        func new(_ items: [LetterLayout.Item]) -> String {
            items.filter { $0.sentences.contains { !seen.contains($0.id) } }.map(markup.markup).joined()
        }
        let inner = text.elements[body].inner
        let last = text.elements[body].descendants.last {
            text.elements[$0].parent == body && text.isNamed($0, "w:sectPr")
        }
        let end = last.map { text.elements[$0].whole.lowerBound } ?? inner.upperBound
        return [(inner.lowerBound, new(layout.top)), (end, new(layout.bottom))].filter { !$0.1.isEmpty }.map {
            ($0.0..<$0.0, Array($0.1.utf8))
        }
    }
}

extension Passage.Sentence {
    /// Whether it says what the figures beside it are not: all that was owed, or as the edition before had them.
    fileprivate var isCaveat: Bool { ["so-lieu-", "con-thieu", "khong-cong"].contains(where: id.hasPrefix) }
}

extension LetterLayout.Item {
    /// What the program says in it.
    var sentences: [Passage.Sentence] {
        if case .paragraph(_, let passage) = self { passage.sentences } else { [] }
    }
}

/// What an officer should know of her copy of a report's text.
package struct WordingRemarks: Hashable, Sendable {
    /// Names of figures that no report has.
    package var unknown: [String] = []
    /// Sentences that stand there twice.
    package var doubled: [String] = []
    /// Sentences in which she wrote, and which the program would put otherwise now.
    package var outOfStep: [Sentence] = []
    /// What the program would say and her copy does not.
    package var absent: [String] = []
    /// The same of what has to be said beside figures that are provisional or were revised.
    package var unsaid: [String] = []
    /// No sentence has its name any more: another program than Word has saved it, or it is a text of its own.
    package var hasLostNames = false
    /// No figure is in a control, so that none can be exchanged.
    package var hasNoFigures = false
    /// Changes are proposed in it, or remarked on.
    package var isUnderReview = false

    package init() {}

    package struct Sentence: Hashable, Sendable {
        package let written: String
        /// `nil`: nothing any more.
        package let now: String?
    }
}
