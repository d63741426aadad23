import Domain

/// The columns of all forms by what their headers may say.
struct HeaderIndex: Sendable {
    struct Column: Hashable, Sendable {
        let form: Int
        let column: Int
    }

    /// Keys of the names as they stand in the forms, so that a header written so is not folded again.
    private let keyByName: [ExactText: String]
    private let byKey: [String: [Column]]
    /// Bytes; what is longer is no header.
    private static let longestName = 400
    /// What the columns of each form are called, for those that are spelled like none.
    private let names: [[(key: String, column: Int)]]

    init(_ forms: [Form]) {
        var keyByName: [ExactText: String] = [:]
        var byKey: [String: [Column]] = [:]
        var names: [[(key: String, column: Int)]] = []
        for (place, form) in forms.enumerated() {
            var own: [(key: String, column: Int)] = []
            // A column's own name goes before another's alias of the same words.
            var taken: [String: Int] = [:]
            for (index, column) in form.columns.enumerated() { taken[Folding.key(column.name)] = index }
            for (index, column) in form.columns.enumerated() {
                for name in [column.name, column.id] + column.aliases {
                    let key = Folding.key(name)
                    guard !key.isEmpty, taken[key, default: index] == index else { continue }
                    let reference = Column(form: place, column: index)
                    own.append((key, index))
                    // The mark of a name may be left out, and none be added.
                    let marked = Self.marked(key, name)
                    for key in marked == key ? [key] : [key, marked] where byKey[key]?.contains(reference) != true {
                        byKey[key, default: []].append(reference)
                    }
                    keyByName[ExactText(name)] = marked
                }
            }
            names.append(own)
        }
        self.keyByName = keyByName
        self.byKey = byKey
        self.names = names
    }

    /// The columns that bear this header, with or without diacritics.
    func columns(headed text: String) -> [Column] {
        let clean = text.trimmedCell
        guard clean.utf8.count <= Self.longestName, clean.utf8.contains(where: { $0 >= 0x41 }) else { return [] }
        let key = keyByName[ExactText(clean)] ?? Self.marked(Folding.key(clean), clean)
        if let columns = byKey[key] { return columns }
        return HiddenMark.parted(clean).flatMap { byKey[Folding.key($0)] } ?? []
    }

    /// A key with what its text says besides that it is no count of what the words name: «Nữ (%)», «Kinh phí ($)», «± Lượt người».
    private static func marked(_ key: String, _ text: String) -> String {
        // All columns of all forms are asked; the bytes with which a mark begins stand in few of them.
        guard text.utf8.contains(where: { [0x24, 0x25, 0x2B, 0xC2, 0xE2].contains($0) }) else { return key }
        let marks = text.unicodeScalars.filter { "%‰$€±".unicodeScalars.contains($0) }
        let isChange = text.contains("+/-") || text.contains("+,-") || text.contains("+ / -")
        return marks.isEmpty && !isChange
            ? key : key + " " + String(String.UnicodeScalarView(marks)) + (isChange ? "±" : "")
    }

    /// The column of a form, among some, whose name begins the text or is spelled most alike.
    func nearest(to text: String, in form: Int, where isMeant: (Int) -> Bool) -> Int? {
        let key = Folding.key(text)
        guard Self.marked(key, text) == key else { return nil }
        let candidates = names[form].filter { isMeant($0.column) }
        let beginning = candidates.filter { $0.key.contains(" ") && key.hasPrefix($0.key + " ") }
        if let longest = beginning.max(by: { $0.key.utf8.count < $1.key.utf8.count }) { return longest.column }
        return EditDistance.nearest(to: key, among: candidates, count: 1) { [$0.key] }.first?.column
    }
}
