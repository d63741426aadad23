import CivilCalendar
import CXlsxWriter

extension Sheet {
    /// Hands a value to the library, and says what the cell now holds.
    mutating func store(
        _ value: CellValue, at address: CellAddress, _ format: PreparedFormat, _ operation: () -> String
    ) throws(SpreadsheetError) -> CellContent {
        let (row, column) = try place(address, operation())
        let pointer = state.formats.pointer(for: format)
        switch value {
        case .blank:
            try check(worksheet_write_blank(raw, row, column, pointer), operation())
            return .blank
        case .text(let text):
            return try store(text, row, column, pointer, operation)
        case .runs(let runs):
            return try store(runs, row, column, pointer, operation)
        case .number(let number):
            return try store(number, row, column, pointer, operation)
        case .date(let time):
            return try store(time.serial, row, column, pointer, operation)
        case .formula(let formula, let cached):
            return try store(formula, cached, row, column, pointer, operation)
        case .link(let text, let sheet, let target):
            try require(target.isInSheet, operation(), "no such cell: \(target)")
            state.refer(to: sheet, operation())
            let cell = CleanText.cell(text)
            try require(!cell.shown.isEmpty, operation(), "a link without a text")
            let url = "internal:\(sheet.quoted)!\(target)"
            try check(
                worksheet_write_url_opt(raw, row, column, url, pointer, cell.stored, nil), operation())
            return .text(cell.shown)
        }
    }

    private func store(
        _ text: String, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>,
        _ operation: () -> String
    ) throws(SpreadsheetError) -> CellContent {
        let cell = CleanText.cell(text)
        // The library writes an empty text as a blank cell.
        guard !cell.shown.isEmpty else {
            try check(worksheet_write_blank(raw, row, column, format), operation())
            return .blank
        }
        let status = cell.stored.withCString { worksheet_write_string(raw, row, column, $0, format) }
        try check(status, operation())
        return .text(cell.shown)
    }

    private func store(
        _ number: Double, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>,
        _ operation: () -> String
    ) throws(SpreadsheetError) -> CellContent {
        try require(number.isFinite, operation(), "\(number) is not a number that a cell can hold")
        let stored = CellContent.stored(number)
        try check(worksheet_write_number(raw, row, column, stored, format), operation())
        return .number(stored)
    }

    private func store(
        _ formula: String, _ cached: CellContent.Cached, _ row: UInt32, _ column: UInt16,
        _ format: UnsafeMutablePointer<lxw_format>, _ operation: () -> String
    ) throws(SpreadsheetError) -> CellContent {
        let line = CleanText.line(formula)
        let body = line.hasPrefix("=") ? String(line.dropFirst()) : line
        try require((1...8192).contains(body.utf16.count), operation(), "a formula of \(body.utf16.count) characters")
        switch cached {
        case .number(let number):
            try require(number.isFinite, operation(), "\(number) is not a number that a cell can hold")
            let stored = CellContent.stored(number)
            try check(worksheet_write_formula_num(raw, row, column, "=" + body, format, stored), operation())
            return .formula(body, .number(stored))
        case .text(let text):
            let cell = CleanText.cell(text)
            try check(
                worksheet_write_formula_str(raw, row, column, "=" + body, format, cell.stored), operation())
            return .formula(body, .text(cell.shown))
        }
    }

    private mutating func store(
        _ runs: [TextRun], _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>,
        _ operation: () -> String
    ) throws(SpreadsheetError) -> CellContent {
        let pieces = runs.map { (cell: CleanText.cell($0.text), format: $0.format) }.filter { !$0.cell.shown.isEmpty }
        let shown = pieces.map(\.cell.shown).joined()
        guard pieces.count > 1 else { return try store(shown, row, column, format, operation) }
        try require(
            pieces.reduce(0) { $0 + $1.cell.stored.utf16.count } <= CleanText.lengthMax, operation(),
            "a text of \(shown.utf16.count) characters")
        let arena = TextArena()
        var tuples: [lxw_rich_string_tuple] = []
        for piece in pieces {
            var tuple = lxw_rich_string_tuple()
            if let format = piece.format { tuple.format = try state.formats.pointer(for: format) }
            tuple.string = arena.copy(piece.cell.stored)
            tuples.append(tuple)
        }
        let status = tuples.withUnsafeMutableBufferPointer { buffer in
            var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = buffer.indices.map { index in
                buffer.baseAddress.map { $0 + index }
            }
            pointers.append(nil)
            return withExtendedLifetime(arena) {
                worksheet_write_rich_string(raw, row, column, &pointers, format)
            }
        }
        try check(status, operation())
        return .text(shown)
    }
}
