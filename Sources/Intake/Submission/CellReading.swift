import Domain

/// What a cell of a quantity column says.
enum CellReading: Equatable {
    case empty
    /// `0`, `-`, `không`, `không phát sinh`.
    case zero
    /// `...`: occurred, not collected.
    case uncollected
    case number(NumberText)
    case fault(Fault)

    /// Why a cell holds no number, as far as its looks tell.
    enum Fault: Equatable { case spreadsheetError, formula, scientific, date, text }

    /// - Parameter isSettled: What looks like a number is one, of a workbook.
    init(_ written: String, isSettled: Bool = false) {
        let text = written.trimmedCell
        if text.isEmpty {
            self = .empty
        } else if Self.isZero(text) {
            self = .zero
        } else if Self.isUncollected(text) {
            self = .uncollected
        } else if let number = NumberText(text, isSettled: isSettled) {
            self = .number(number)
        } else {
            self = .fault(Self.fault(text))
        }
    }

    private static func isZero(_ text: String) -> Bool {
        switch text {
        case "0", "-", "–", "—", "−", "--": return true
        default: break
        }
        guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "k"), text.utf8.count < 80 else { return false }
        return zeroWords.contains(Folding.key(text))
    }

    private static let zeroWords: Set<String> = [
        "khong", "khong phat sinh", "khong co", "khong co phat sinh", "ko", "ko phat sinh",
    ]

    /// Points alone, or the one character that is three points.
    private static func isUncollected(_ text: String) -> Bool {
        text == "…" || text.utf8.count >= 2 && text.unicodeScalars.allSatisfy { $0 == "." || $0 == "…" }
    }

    private static func fault(_ text: String) -> Fault {
        if text.hasPrefix("#") { return .spreadsheetError }
        if text.hasPrefix("=") { return .formula }
        guard text.utf8.count < 40 else { return .text }
        if isScientific(text) { return .scientific }
        return isDate(text) ? .date : .text
    }

    /// `1E+05`, `1,2E+11`
    private static func isScientific(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "-") }
            && parts[1].allSatisfy { $0.isASCII && ($0.isNumber || $0 == "+" || $0 == "-") }
            && parts[1].contains(where: \.isNumber)
    }

    /// `3-Jan`, `Thg1-03`, `1/2/2026`, `2026-02-01`
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == " " }
        guard (2...3).contains(parts.count) else { return false }
        var words = 0
        for part in parts {
            if part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (1...4).contains(part.utf8.count) { continue }
            guard isMonthName(part) else { return false }
            words += 1
        }
        return words == 1 || words == 0 && !text.contains(" ")
    }

    private static func isMonthName(_ part: Substring) -> Bool {
        let word = part.lowercased()
        if word.hasPrefix("thg") { return word.dropFirst(3).allSatisfy(\.isNumber) }
        return word.count >= 3
            && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
                .contains(String(word.prefix(3)))
            && word.count <= 9
    }
}
