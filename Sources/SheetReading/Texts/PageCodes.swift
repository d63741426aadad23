/// The codes in headers and footers of pages: `&C&"Arial,Bold"&12MẬT`.
enum PageCodes {
    static func isIn(_ element: String) -> Bool { element.hasSuffix("header") || element.hasSuffix("footer") }

    /// What is printed, section by section.
    static func lines(of text: String) -> [String] {
        var lines = [""]
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "&", let code = rest.popFirst() else {
                lines[lines.count - 1].append(character)
                continue
            }
            switch code {
            case "L", "C", "R": lines.append("")
            case "&": lines[lines.count - 1].append("&")
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "K": rest = rest.dropFirst(6)
            case let digit where digit.isNumber: rest = rest.drop { $0.isNumber }
            default: break
            }
        }
        return lines.filter { $0.contains { !$0.isWhitespace } }
    }
}
