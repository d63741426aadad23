import ZipPackage

/// Writes down the elements of a part that say something beside its cells, in the order of the file.
final class SheetFacts: XMLVisitor {
    /// What is worth telling of a kind of part.
    struct Told {
        /// Elements told with their attributes.
        let elements: Set<String>
        /// Elements told with their text; `nil` for all.
        let texts: Set<String>?

        static let properties = Told(elements: ["property"], texts: nil)

        static let sheet = Told(
            elements: [
                "sheetPr", "tabColor", "outlinePr", "pageSetUpPr", "sheetView", "pane", "selection", "col", "row",
                "mergeCell", "hyperlink", "conditionalFormatting", "cfRule", "dataValidation", "printOptions",
                "pageMargins", "pageSetup", "headerFooter", "brk", "autoFilter", "table", "tableColumn", "comment",
                "xdr:cNvPr", "c:barDir", "c:grouping", "c:holeSize", "c:gapWidth", "c:lineChart", "c:doughnutChart",
                "c:pieChart",
            ],
            texts: ["oddHeader", "oddFooter", "firstFooter", "formula", "formula1", "formula2", "t", "a:t", "c:f"])
    }

    /// A bracketed element, and its attributes or text.
    private(set) var lines: [[String]] = []
    private let told: Told
    private var path: [String] = []
    private var text = ""

    init(told: Told) {
        self.told = told
    }

    func start(_ name: String, _ attributes: [String: String]) {
        path.append(name)
        text = ""
        guard told.elements.contains(name) else { return }
        var attributes = attributes.filter { !$0.key.hasPrefix("xmlns") }
        if name == "row" {
            let place = attributes["r"] ?? ""
            attributes = attributes.filter { ["ht", "outlineLevel", "hidden", "collapsed"].contains($0.key) }
            guard !attributes.isEmpty else { return }
            attributes["r"] = place
        }
        let pairs = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.append(["(\(name))", pairs.joined(separator: " ")])
    }

    func text(_ text: String) {
        self.text += text
    }

    func end(_ name: String) {
        path.removeLast()
        // The name of a series stands in the same element as the values that a chart remembers.
        let isTold = told.texts?.contains(name) ?? true || (name == "c:v" && path.last == "c:tx")
        if isTold, !text.isEmpty { lines.append(["(\(name))", CleanText.unescape(text)]) }
        text = ""
    }
}
