import DelimitedText

/// The same rules read one byte after another, with nothing clever: the oracle of the scanner.
struct NaiveReader {
    struct Place: Hashable {
        let kind: Doubt.Kind
        let line: Int
        let row: Int
        let column: Int
    }

    private(set) var rows: [Row] = []
    private(set) var doubts: [Place] = []

    private enum State { case start, plain, quoted, afterQuote }

    private var state = State.start
    private var cell: [UInt8] = []
    private var isQuoted = false
    private var isNoted = false
    private var fields: [String] = []
    private var quoted: [Bool] = []
    private var line = 1
    private var rowLine = 1
    private var openedOnLine = 0
    private var hasOpenRow = false

    static func read(_ bytes: [UInt8], delimiter: UInt8) -> NaiveReader {
        var reader = NaiveReader()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if reader.state == .start, reader.cell.isEmpty, bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
                index += 3
                // Only one mark is stripped, so the next byte may not be taken for another.
                if bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) { reader.state = .plain }
                reader.hasOpenRow = true
                continue
            }
            reader.hasOpenRow = true
            reader.take(byte, isPair: isPair, delimiter: delimiter)
            index += isPair && reader.state != .quoted ? 2 : 1
            if isPair, reader.state == .quoted {
                reader.cell.append(0x0A)
                index += 1
            }
        }
        reader.finish()
        return reader
    }

    private mutating func take(_ byte: UInt8, isPair: Bool, delimiter: UInt8) {
        let isLineEnd = byte == 0x0A || byte == 0x0D
        switch state {
        case .quoted:
            if byte == 0x22 {
                state = .afterQuote
            } else {
                cell.append(byte)
                if isLineEnd { line += 1 }
            }
        case .afterQuote where byte == 0x22:
            cell.append(byte)
            state = .quoted
        case .start where byte == 0x22:
            isQuoted = true
            openedOnLine = line
            state = .quoted
        case .start, .plain, .afterQuote:
            if byte == delimiter {
                endCell()
            } else if isLineEnd {
                endCell()
                endRow()
            } else {
                if state == .afterQuote || byte == 0x22 { note(.loneQuote, line: line) }
                cell.append(byte)
                state = .plain
            }
        }
    }

    private mutating func note(_ kind: Doubt.Kind, line: Int) {
        if kind == .loneQuote, isNoted { return }
        isNoted = true
        doubts.append(Place(kind: kind, line: line, row: rows.count + 1, column: fields.count + 1))
    }

    private mutating func endCell() {
        fields.append(String(decoding: cell, as: UTF8.self))
        quoted.append(isQuoted)
        cell = []
        isQuoted = false
        isNoted = false
        state = .start
    }

    private mutating func endRow() {
        rows.append(Row(line: rowLine, spreadsheetRow: rows.count + 1, fields: fields, quoted: quoted))
        fields = []
        quoted = []
        line += 1
        rowLine = line
        hasOpenRow = false
    }

    private mutating func finish() {
        guard hasOpenRow else { return }
        if state == .quoted { note(.unclosedQuote, line: openedOnLine) }
        endCell()
        endRow()
    }
}
