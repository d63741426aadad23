import Domain

/// What kind of column is asked for, by the words that an answer may have.
enum NewFormKind: Hashable, Sendable {
    case ordinal, unitCode, unitName, count, decimal, ratio, rows, date, text, reason
    /// Another column of the form once more, such as of some of its rows.
    case sum(String)
    /// Of a list of `codes.csv`.
    case code(String)

    private static let words: [(vi: String, en: String, kind: NewFormKind)] = [
        ("số đếm", "count", .count), ("số lẻ", "decimal", .decimal), ("tỷ lệ", "ratio", .ratio),
        ("số dòng", "rows", .rows), ("tên xã", "commune", .unitName), ("mã xã", "commune code", .unitCode),
        ("ngày", "date", .date), ("chữ", "text", .text), ("thuyết minh", "explanation", .reason),
        ("số thứ tự", "numbering", .ordinal),
    ]
    private static let ofList = ["danh mục", "list"]
    private static let ofColumn = ["cộng cột", "sum of"]

    static let list = Bilingual(
        vi: words.map(\.vi).joined(separator: ", ") + ", danh mục MÃ, cộng cột TÊN CỘT",
        en: words.map(\.en).joined(separator: ", ") + ", list CODE, sum of COLUMN")

    static let usualWords = words.map(\.vi)

    init?(word: String) {
        let key = Folding.key(word)
        if let found = Self.words.first(where: { Folding.key($0.vi) == key || Folding.key($0.en) == key }) {
            self = found.kind
            return
        }
        for prefix in Self.ofList.map({ Folding.key($0) + " " }) where key.hasPrefix(prefix) {
            guard let code = word.split(whereSeparator: { $0 == " " || $0 == ":" }).last else { continue }
            self = .code(String(code))
            return
        }
        for prefix in Self.ofColumn.map({ Folding.key($0) + " " }) where key.hasPrefix(prefix) {
            let rest = word.split(separator: " ").dropFirst(2).joined(separator: " ")
            self = .sum(rest)
            return
        }
        return nil
    }

    var word: String {
        if case .code(let list) = self { return "danh mục \(list)" }
        if case .sum(let column) = self { return "cộng cột \(column)" }
        return Self.words.first { $0.kind == self }?.vi ?? ""
    }

    /// Whether an indicator is made of it.
    var isFigure: Bool {
        switch self {
        case .count, .decimal, .ratio, .rows, .sum: true
        default: false
        }
    }
}

/// How an indicator adds, by the words that an answer may have.
enum NewFormAdding: NewFormWord, Sendable {
    case flow, stock, yearToDate

    var label: Bilingual {
        switch self {
        case .flow: Bilingual(vi: "cộng dồn", en: "flow")
        case .stock: Bilingual(vi: "cuối kỳ", en: "stock")
        case .yearToDate: Bilingual(vi: "lũy kế", en: "year to date")
        }
    }

    static let list = Bilingual(
        vi: "cộng dồn (phát sinh trong kỳ), cuối kỳ (hiện có), lũy kế (từ đầu năm)",
        en: "flow (of the period), stock (at its end), year to date")

    var word: String { label.vi }
}

extension NewFormPart {
    /// What an answer may be, in Vietnamese, where it is one of a few words.
    package var words: [String] {
        switch self {
        case .kind: NewFormKind.usualWords
        case .adding: NewFormAdding.allCases.map(\.word)
        default: []
        }
    }
}
