import DelimitedText
import Domain
import SheetReading

/// Answers on a new form in a file: the list of them that `template --new-form --blank` makes, filled in, or a department's own
/// table as it is sent today.
package struct NewFormFile {
    package private(set) var answers = NewFormAnswers()
    package private(set) var findings: [Finding] = []

    private let path: String

    private struct Line {
        let number, row: Int
        let cells: [String]
    }

    /// - Parameter path: As findings show it.
    package init(_ file: SourceFile) {
        path = file.path
        let sheets: [(name: String?, lines: [Line])]
        do {
            if let found = try SheetTexts.sheets(of: file.bytes) {
                sheets = found.map { sheet in
                    let lines = sheet.rows.map {
                        Line(number: $0.number, row: $0.number, cells: $0.texts.map(\.cleanCell))
                    }
                    return (sheet.info.name, lines)
                }
            } else {
                let (rows, doubts) = DelimitedDocument(file.bytes).rowsWithDoubts()
                guard !doubts.contains(where: \.isFatal) else {
                    say(line: 0, row: 0, column: nil, nil, .unreadable)
                    return
                }
                let lines = rows.map {
                    Line(number: $0.line, row: $0.spreadsheetRow, cells: $0.fields.map(\.cleanCell))
                }
                sheets = [(nil, lines)]
            }
        } catch {
            say(line: 0, row: 0, column: nil, nil, .unreadable)
            return
        }
        for sheet in sheets {
            if let head = sheet.lines.firstIndex(where: Self.isList) {
                readList(sheet.lines, head, sheet.name)
                return
            }
        }
        for sheet in sheets {
            if let head = Self.header(of: sheet.lines) {
                readTable(sheet.lines, head, sheet.name)
                return
            }
        }
        say(line: 0, row: 0, column: nil, nil, .noTable)
    }

    private mutating func say(line: Int, row: Int, column: Int?, _ value: String?, _ text: FindingText) {
        let position = Position(file: path, line: line, row: row, column: column)
        findings.append(
            NewFormFault(place: .columns, position: position, value: value, text: text).finding)
    }

    /// Whether a line heads the list of columns.
    private static func isList(_ line: Line) -> Bool {
        line.cells.contains { NewFormPart(word: $0) == .name }
    }

    private func position(_ line: Line, _ cell: Int, _ sheet: String?, header: String? = nil) -> Position {
        Position(
            file: sheet.map { SheetPath.path(of: path, sheet: $0) } ?? path, line: line.number, row: line.row,
            column: cell + 1, header: header)
    }

    private mutating func readList(_ lines: [Line], _ head: Int, _ sheet: String?) {
        for line in lines[..<head] { readItem(line, sheet) }
        let header = lines[head].cells
        let parts = header.map(NewFormPart.init(word:))
        for (cell, word) in header.enumerated() where !word.isEmpty && parts[cell] == nil {
            say(word, at: position(lines[head], cell, sheet), known: NewFormPart.allCases.map(\.label))
        }
        for line in lines[(head + 1)...] where line.cells.contains(where: { !$0.isEmpty }) {
            var column: NewFormAnswers.Column = [:]
            for (cell, text) in line.cells.enumerated() where cell < parts.count && !text.isEmpty {
                guard let part = parts[cell] else { continue }
                column[part] = .init(text, at: position(line, cell, sheet, header: header[cell]))
            }
            if column[.name] == nil {
                column[.name] = .init("", at: position(line, parts.firstIndex(of: .name) ?? 0, sheet))
            }
            answers.columns.append(column)
        }
    }

    /// `Mã biểu: 06-vay`, in one cell or in two. A title over the list is no answer.
    private mutating func readItem(_ line: Line, _ sheet: String?) {
        guard let first = line.cells.first, !first.isEmpty else { return }
        let halves = first.split(separator: ":", maxSplits: 1).map { String($0).cleanCell }
        let beside = line.cells.count > 1 ? line.cells[1] : ""
        let isInOne = beside.isEmpty && halves.count == 2
        let label = isInOne || first.hasSuffix(":") ? halves.first ?? "" : first
        let value = isInOne ? halves[1] : beside
        if let item = NewFormItem(word: label) {
            if !value.isEmpty { answers.items[item] = .init(value, at: position(line, isInOne ? 0 : 1, sheet)) }
        } else if !value.isEmpty {
            say(label, at: position(line, 0, sheet), known: NewFormItem.allCases.map(\.label))
        }
    }

    private mutating func say(_ word: String, at position: Position, known: [Bilingual]) {
        let (vi, en) = (known.map(\.vi).joined(separator: ", "), known.map(\.en).joined(separator: ", "))
        findings.append(
            NewFormFault(place: .columns, position: position, value: word, text: .notOneOf(word, vi: vi, en: en))
                .finding)
    }

    /// The rows that head a table: the first of three cells and more that have words only, and those below it that go on under
    /// cells that were merged.
    private static func header(of lines: [Line]) -> ClosedRange<Int>? {
        func filled(_ line: Line) -> [Int] { line.cells.indices.filter { !line.cells[$0].isEmpty } }
        func isWords(_ line: Line) -> Bool {
            filled(line).allSatisfy { line.cells[$0].unicodeScalars.contains(where: \.properties.isAlphabetic) }
        }
        guard let first = lines.firstIndex(where: { filled($0).count >= 3 && isWords($0) }) else { return nil }
        var last = first
        while last + 1 < lines.count, last < first + 2 {
            let (upper, lower) = (lines[last], lines[last + 1])
            let cells = filled(lower)
            let goesOn = cells.contains { $0 >= upper.cells.count || upper.cells[$0].isEmpty }
            guard !cells.isEmpty, isWords(lower), goesOn else { break }
            last += 1
        }
        return first...last
    }

    private mutating func readTable(_ lines: [Line], _ head: ClosedRange<Int>, _ sheet: String?) {
        readAbove(lines[..<head.lowerBound], sheet)
        let rows = head.map { lines[$0].cells }
        let width = rows.map(\.count).max() ?? 0
        var group = [String](repeating: "", count: rows.count)
        for cell in 0..<width {
            let stack = rows.map { cell < $0.count ? $0[cell] : "" }
            // A merged cell keeps its words in its first column; they go on while the cells below are filled.
            for level in stack.indices {
                let goesOn = stack[level].isEmpty && stack[(level + 1)...].contains { !$0.isEmpty }
                if !goesOn { group[level] = stack[level] }
            }
            guard stack.contains(where: { !$0.isEmpty }) else { continue }
            let name = group.filter { !$0.isEmpty }.joined(separator: " ")
            let row = stack.lastIndex { !$0.isEmpty } ?? 0
            answers.columns.append([.name: .init(name, at: position(lines[head.lowerBound + row], cell, sheet))])
        }
    }

    /// The number and the title of the form, where the lines above the table have them.
    private mutating func readAbove(_ lines: ArraySlice<Line>, _ sheet: String?) {
        let heads = ["cộng hòa", "độc lập", "ủy ban", "uỷ ban", "kỳ báo cáo", "đơn vị", "tỉnh", "sở", "ngày", "tháng"]
        for line in lines {
            for (cell, text) in line.cells.enumerated() where !text.isEmpty {
                let lower = text.lowercased()
                if let number = Self.number(in: text) {
                    answers.items[.number] = .init(number, at: position(line, cell, sheet))
                } else if answers.items[.title] == nil, text.split(separator: " ").count >= 3, !text.contains(":"),
                    !heads.contains(where: lower.hasPrefix)
                {
                    let title = text == text.uppercased() ? text.prefix(1) + lower.dropFirst() : text[...]
                    answers.items[.title] = .init(String(title), at: position(line, cell, sheet))
                }
            }
        }
    }

    /// `06/VAY` of «Biểu số: 06/VAY» and «Biểu 06/VAY».
    private static func number(in text: String) -> String? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
        guard words.count >= 2, Folding.key(words[0]) == "bieu" else { return nil }
        let rest = words.dropFirst().drop { ["so", "mau"].contains(Folding.key($0)) }
        guard rest.count == 1, let number = rest.first, number.contains(where: \.isNumber) else { return nil }
        return number
    }
}

extension FindingText {
    fileprivate static let unreadable = Self(
        vi: "tệp không đọc được", en: "the file cannot be read",
        expected: ("bảng tính .xlsx, .ods, .xls hoặc tệp .csv", "a workbook or a .csv"),
        remedy: ("Mở và lưu lại thành .xlsx, không đặt mật khẩu.", "Open it and save it as .xlsx, without a password."))

    fileprivate static let noTable = Self(
        vi: "tệp không có bảng nào: không thấy dòng tiêu đề có từ ba cột",
        en: "the file has no table: no header of three columns",
        remedy: (
            "Dùng mẫu của “tonghop template --new-form --blank”, hoặc bảng của đơn vị có dòng tiêu đề.",
            "Use what “tonghop template --new-form --blank” makes, or a department's table with its header."
        ))
}
