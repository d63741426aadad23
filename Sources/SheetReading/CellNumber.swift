/// How the cell of an .xlsx holds its value.
enum SheetCellType {
    case number, shared, inline, string, boolean, error, date

    init(_ written: UnsafeBufferPointer<UInt8>) {
        if written.count == 1 {
            switch written[0] {
            case UInt8(ascii: "s"): self = .shared
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: self = .number
            }
        } else if written.elementsEqual("inlineStr".utf8) {
            self = .inline
        } else {
            self = written.elementsEqual("str".utf8) ? .string : .number
        }
    }
}

/// `2026-09-25T08:30:00` as rows show it: without seconds, and a day alone where no time is.
enum IsoDate {
    static func shown(_ written: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(written.prefix(16).map { $0 == UInt8(ascii: "T") ? 0x20 : $0 })
        return bytes.count == 16 && bytes.suffix(5).elementsEqual("00:00".utf8) ? Array(bytes.prefix(10)) : bytes
    }
}

/// A number with what its format makes of it.
struct CellNumber {
    let written: UnsafeBufferPointer<UInt8>
    let format: NumberFormat
    let is1904: Bool

    func add(to row: inout SheetRow, _ column: Int) {
        switch format.kind {
        case .number where format.leastDigits > 0 && isWhole: addDigits(to: &row, column)
        case .number: addNumber(to: &row, column, .number)
        case .percentage:
            var digits: [UInt8] = []
            guard DecimalText.appendHundredths(of: written, to: &digits) else { return addText(to: &row, column) }
            row.add(column, .percentage, digits)
        case .date, .time:
            guard let serial = Double(String(decoding: written, as: UTF8.self)) else {
                return addText(to: &row, column)
            }
            var text: [UInt8] = []
            // As spreadsheets show what is no day.
            if SerialDate.append(serial, is1904: is1904, kind: format.kind, to: &text) {
                row.add(column, format.kind == .date ? .date : .time, text)
            } else {
                row.add(column, .error, Array("######".utf8))
            }
        }
    }

    private var isWhole: Bool { written.count <= 15 && written.allSatisfy { $0 &- 0x30 < 10 } }

    private func addNumber(to row: inout SheetRow, _ column: Int, _ kind: SheetRow.Kind) {
        var isNumber = true
        row.add(column, kind) { isNumber = DecimalText.append(written, to: &$0) }
        if !isNumber { addText(to: &row, column) }
    }

    private func addDigits(to row: inout SheetRow, _ column: Int) {
        row.add(column, .digits) { bytes in
            bytes.append(contentsOf: repeatElement(0x30, count: max(0, format.leastDigits - written.count)))
            bytes.append(contentsOf: written)
        }
    }

    /// What is called a number and is none.
    private func addText(to row: inout SheetRow, _ column: Int) {
        var text = CellText()
        text.append(written)
        text.flatten()
        row.add(column, .text, text.bytes)
    }
}
