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
        let text = Self.withoutTextMark(written.cellOfScript)
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
        case "0", "-", "–", "—", "−": return true
        default: break
        }
        guard let first = text.utf8.first, text.utf8.count < 80 else { return false }
        if first == UInt8(ascii: "-") { return text.utf8.allSatisfy { $0 == first } }
        guard first | 0x20 == UInt8(ascii: "k") else { return false }
        return zeroWords.contains(Folding.key(text))
    }

    private static let zeroWords: Set<String> = [
        "khong", "khong phat sinh", "khong co", "khong co phat sinh", "ko", "ko phat sinh", "kps", "k phat sinh",
        "k co", "khong ps", "ko ps", "k ps", "khong phat sinh trong ky",
    ]

    /// A number without what makes a text of it in a spreadsheet: `'120`, `="120"`, `１２０`; any other text as it is.
    static func withoutTextMark(_ written: String) -> String {
        let text = FullWidth.narrow(written)
        guard let first = text.unicodeScalars.first, "='’‘ʼ`´".unicodeScalars.contains(first), text.utf8.count < 24
        else { return text }
        var rest = text[...]
        if first == "=" {
            guard rest.hasPrefix("=\""), rest.hasSuffix("\""), rest.utf8.count > 3 else { return text }
            rest = rest.dropFirst(2).dropLast()
        } else {
            rest = rest.dropFirst()
        }
        return rest.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2C } ? String(rest) : text
    }

    /// Words for what is still done with a figure: `đang cập nhật`, `chưa có số liệu`, `chờ đơn vị báo cáo`.
    private static let awaitedWords: Set<String> = [
        "bao", "bo", "boi", "cao", "cap", "co", "cac", "cho", "day", "doi", "don", "du", "duoc", "gui", "hop", "kiem",
        "ke",
        "lieu", "minh", "nhan", "nhat", "nop", "ra", "sau", "se", "so", "soat", "sung", "thap", "thong", "thu", "tong",
        "tra",
        "vi", "xa", "xac", "xong",
    ]

    /// Words for a figure that is still to come.
    static func isAwaited(_ text: String) -> Bool {
        guard let first = text.utf8.first, "cCdDbBsS(".utf8.contains(first) || first >= 0x80, text.utf8.count < 60
        else { return false }
        let words = Folding.words(text)
        guard words.count > 1, ["chua", "dang", "cho", "se"].contains(words[0]) else { return false }
        return words.dropFirst().allSatisfy { awaitedWords.contains($0) }
    }

    /// Points alone, or the one character that is three points; or words that say so.
    private static func isUncollected(_ text: String) -> Bool {
        if isAwaited(text) { return true }
        return text == "…" || text.utf8.count >= 2 && text.unicodeScalars.allSatisfy { $0 == "." || $0 == "…" }
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
        // Nearly all texts have a letter that is none of it.
        guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "eE.,+-".utf8.contains($0) }) else { return false }
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "-") }
            && parts[1].allSatisfy { $0.isASCII && ($0.isNumber || $0 == "+" || $0 == "-") }
            && parts[1].contains(where: \.isNumber)
    }

    /// `3-Jan`, `Thg1-03`, `1/2/2026`, `2026-02-01`
    private static func isDate(_ text: String) -> Bool {
        guard mayBeDate(text.utf8) else { return false }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == " " }
        guard (2...3).contains(parts.count) else { return false }
        var words = 0
        for part in parts {
            if part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (1...4).contains(part.utf8.count) { continue }
            guard isMonthName(part) else { return false }
            words += 1
        }
        return words == 1 || words == 0 && !text.utf8.contains(UInt8(ascii: " "))
    }

    /// Whether each part begins with a digit or with the letters of a month's name; nearly all words do not.
    private static func mayBeDate(_ bytes: String.UTF8View) -> Bool {
        var parts = 1
        var isStart = true
        for byte in bytes {
            if byte == 0x2D || byte == 0x2F || byte == 0x20 {
                parts += 1
                isStart = true
            } else if isStart {
                guard byte &- 0x30 < 10 || "tjfmasond".utf8.contains(byte | 0x20) else { return false }
                isStart = false
            }
        }
        return (2...3).contains(parts)
    }

    private static func isMonthName(_ part: Substring) -> Bool {
        let word = part.lowercased()
        if word.hasPrefix("thg") { return word.dropFirst(3).allSatisfy(\.isNumber) }
        return word.count >= 3 && monthBeginnings.contains(String(word.prefix(3))) && word.count <= 9
    }

    private static let monthBeginnings = Set(Month.englishNames.map { $0.prefix(3).lowercased() })
}

extension String {
    /// Trimmed; empty where it is what scripts write for nothing.
    var cellOfScript: String {
        let text = trimmedCell
        guard (3...6).contains(text.utf8.count) else { return text }
        switch text {
        case "nan", "NaN", "NAN", "<NA>", "None", "NULL", "null", "NaT", "<NULL>": return ""
        default: return text
        }
    }
}
