import Domain
import KeptLists

/// One row of a register. Its cells are taken by column and type, and what is wrong with them is collected.
struct RegisterRow {
    let header: RegisterHeader
    let line: Int
    let spreadsheetRow: Int
    let cells: [String]
    let findings: FindingCollection

    var position: Position { Position(file: header.path, line: line, row: spreadsheetRow) }

    func position(of column: String) -> Position {
        guard let index = header.column(column) else { return position }
        return Position(
            file: header.path, line: line, row: spreadsheetRow, column: index + 1, header: header.names[index])
    }

    /// Without spaces around; empty where the row is too short.
    func text(_ column: String) -> String {
        guard let index = header.column(column), index < cells.count else { return "" }
        return cells[index]
    }

    func optional(_ column: String) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// Reports an empty cell.
    func required(_ column: String) -> String? {
        guard let text = optional(column) else {
            findings.add(EmptyRegisterCell.self, at: position(of: column), .emptyCell(column))
            return nil
        }
        return text
    }

    /// Parts between `|`.
    func aliases(_ column: String) -> [String] {
        let text = text(column)
        guard text.utf8.contains(UInt8(ascii: "|")) else { return text.isEmpty ? [] : [text] }
        return text.split(separator: "|").map { String($0).cleanCell }.filter { !$0.isEmpty }
    }

    /// Codes between spaces.
    func codes(_ column: String) -> [String] { text(column).split(whereSeparator: \.isWhitespace).map(String.init) }

    func day(_ column: String) -> Day? {
        guard let text = optional(column) else { return nil }
        return Self.day(of: text) ?? bad(column, .badDate(text))
    }

    func requiredDay(_ column: String) -> Day? { required(column) == nil ? nil : day(column) }

    /// From `valid_from` to `valid_to`.
    func validity() -> Validity {
        let validity = Validity(from: day("valid_from"), to: day("valid_to"))
        if let from = validity.from, let to = validity.to, to <= from {
            findings.add(
                EmptyValidity.self, at: position(of: "valid_to"), value: text("valid_to"),
                .emptyValidity(from: from, to: to))
        }
        return validity
    }

    func whole(_ column: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = optional(column) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else { return bad(column, .badWhole(text, range)) }
        return number
    }

    func quantity(_ column: String) -> Quantity? {
        guard let text = optional(column) else { return nil }
        return Self.quantity(of: text) ?? bad(column, .badNumber(text))
    }

    /// `1` or `0`.
    func flag(_ column: String) -> Bool {
        switch text(column) {
        case "1": true
        case "0": false
        case "": required(column) != nil
        case let other: bad(column, .badChoice(other, ["0", "1"])) ?? false
        }
    }

    /// The case whose raw value stands in the cell.
    func choice<Choice>(_ column: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let text = required(column) else { return nil }
        return Choice(rawValue: text) ?? bad(column, .badChoice(text, Choice.allCases.map(\.rawValue)))
    }

    /// Reports a cell whose value cannot be one of its column.
    func bad<Value>(_ column: String, _ message: FindingText) -> Value? {
        findings.add(BadRegisterValue.self, at: position(of: column), value: text(column), message)
        return nil
    }

    /// `2025-07-01`, and `01/07/2025`, which Excel with Vietnamese settings makes of it.
    private static func day(of text: String) -> Day? {
        Day(text) ?? Day(dayFirst: text)
    }

    /// Digits with a decimal point or comma and at most two decimals; three only after a zero, since `24.000` may be
    /// twenty-four thousand.
    private static func quantity(of text: String) -> Quantity? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
        let separators = text.utf8.filter { !(0x30...0x39).contains($0) }.count
        guard let first = parts.first, let whole = Int(first), separators == parts.count - 1, parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else { return Quantity(whole: whole) }
        guard parts[1].utf8.count <= (whole == 0 ? 3 : 2), let decimals = Int64(parts[1]) else { return nil }
        let scale: Int64 = [1_000, 100, 10, 1][parts[1].utf8.count]
        return Quantity(whole: whole)?.adding(Quantity(thousandths: decimals * scale))
    }
}
