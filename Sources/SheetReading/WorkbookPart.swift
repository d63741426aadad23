/// The list of sheets of an .xlsx, and from when its days count.
final class WorkbookPart: PartReader {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let relationship: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    /// Its maker has left the values of formulas to whoever opens it.
    private(set) var isToBeCalculated = false

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 2, name == "workbookPr" {
            is1904 = attributes.flag("date1904")
        } else if depth == 2, name == "calcPr" {
            isToBeCalculated = attributes.flag("fullCalcOnLoad")
        } else if depth == 3, name == "sheet", let title = attributes.text("name") {
            guard sheets.count < limits.sheets else { return stop(.tooLarge("sheets")) }
            var text = CellText()
            text.append(title.utf8)
            text.unescape()
            text.flatten()
            sheets.append(
                Sheet(
                    name: String(decoding: text.bytes, as: UTF8.self),
                    isHidden: ["hidden", "veryHidden"].contains(attributes.text("state") ?? ""),
                    relationship: attributes.text(written: "r:id") ?? attributes.text("id") ?? ""))
        }
    }
}
