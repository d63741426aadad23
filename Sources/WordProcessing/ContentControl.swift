/// A named place of a document (`w:sdt`).
package struct ContentControl: Sendable {
    /// The element.
    package let index: WordMarkup.Index
    /// Empty where it has none: LibreOffice 7.4 takes it away and leaves the title.
    package let tag: String
    /// What it is called where it is shown.
    package let title: String
    /// What it holds.
    package let content: WordMarkup.Index
    /// Nobody has written there: Word shows a text of its own.
    package let isPlaceholder: Bool
    /// Within what is kept for old programs beside the same for new ones.
    package let isFallback: Bool
}

extension WordMarkup {
    /// The named places, in the order in which they begin. Such without content are none.
    package var contentControls: [ContentControl] {
        all("w:sdt").compactMap { index in
            guard let properties = child("w:sdtPr", of: index), let content = child("w:sdtContent", of: index) else {
                return nil
            }
            func value(_ name: StaticString) -> String {
                child(name, of: properties).flatMap { attribute("w:val", of: $0) } ?? ""
            }
            return ContentControl(
                index: index, tag: value("w:tag"), title: value("w:alias"), content: content,
                isPlaceholder: child("w:showingPlcHdr", of: properties) != nil,
                isFallback: around(index, "mc:Fallback") != nil)
        }
    }

    /// Where the value of a control's tag stands, its quotes included.
    package func tagElement(of control: ContentControl) -> Range<Int>? {
        child("w:sdtPr", of: control.index).flatMap { child("w:tag", of: $0) }.map { elements[$0].whole }
    }

    /// What a control shows.
    package func text(of control: ContentControl) -> String {
        elements[control.content].descendants.compactMap(said).joined()
    }

    /// What has to be exchanged so that a control shows a text in the type of its first run; nothing where it does already,
    /// `nil` where there is no run to write into.
    package func edits(
        showing text: String, in control: ContentControl
    ) -> [(range: Range<Int>, bytes: [UInt8])]? {
        if self.text(of: control) == text { return [] }
        let texts = all("w:t", in: control.content)
        guard let first = texts.first else { return nil }
        let tag = "<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t>"
        return [(elements[first].whole, Array(tag.utf8))] + texts.dropFirst().map { (elements[$0].whole, []) }
    }

    /// How the first run within an element is set, as it is written; empty where it says nothing.
    package func runProperties(in index: Index) -> String {
        guard let run = all("w:r", in: index).first, let properties = child("w:rPr", of: run) else { return "" }
        return String(decoding: bytes[elements[properties].whole], as: UTF8.self)
    }
}
