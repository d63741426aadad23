import DelimitedText
import Domain

/// The numbers of a row.
extension TableReader {
    func readQuantities(_ block: borrowing RowBlock, _ row: Int) {
        for column in plan.quantities {
            guard let field = shape.field(column) else { continue }
            if field < block.fieldCount(row), let whole = block.withBytes(row, field, Self.wholeNumber) {
                take(Quantity(thousandths: whole * 1_000), column, block, row, field)
            } else {
                cells[column] = .empty
                amounts[column] = 0
                readWords(column, block, row, field)
            }
            if cells[column] == .empty {
                if plan.form.columns[column].filled {
                    fail(FilledCell.self) {
                        FilledCell.finding(
                            at: position(block, row, field), header: header(column), isQuantity: true)
                    }
                } else {
                    hasEmptyCell = true
                }
            }
        }
    }

    /// Digits alone, which need no more than this.
    private static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
        var number: Int64 = 0
        for byte in bytes {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            number = number &* 10 &+ Int64(digit)
        }
        return number
    }

    private func take(
        _ quantity: Quantity, _ column: Int, _ block: borrowing RowBlock, _ row: Int, _ field: Int
    ) {
        cells[column] = quantity.isZero ? .zero : .number(quantity)
        amounts[column] = quantity.thousandths
        guard let bound = plan.form.columns[column].bound, quantity > bound else { return }
        ask(WithinBound.self) {
            WithinBound.finding(
                at: position(block, row, field), value: text(block, row, column), bound: bound, header: header(column))
        }
    }

    private func readWords(_ column: Int, _ block: borrowing RowBlock, _ row: Int, _ field: Int) {
        let reading = knownCells.value(0, shape.written(block, row, column)) { CellReading(text(block, row, column)) }
        switch reading {
        case .empty: cells[column] = .empty
        case .zero: cells[column] = .zero
        case .uncollected: cells[column] = .uncollected
        case .number(let number): take(number, column, block, row, field)
        case .fault(let fault):
            cells[column] = .fault
            amounts[column] = nil
            let rule: any Rule.Type =
                switch fault {
                case .spreadsheetError, .formula: SpreadsheetError.self
                case .scientific: ScientificNotation.self
                case .date: NumberAsDate.self
                case .text: NumberCell.self
                }
            fail(rule) { finding(of: fault, at: position(block, row, field), text(block, row, column)) }
        }
    }

    private func finding(of fault: CellReading.Fault, at here: Position, _ written: String) -> Finding {
        switch fault {
        case .spreadsheetError: SpreadsheetError.finding(at: here, value: written, isFormula: false)
        case .formula: SpreadsheetError.finding(at: here, value: written, isFormula: true)
        case .scientific: ScientificNotation.finding(at: here, value: written)
        case .date: NumberAsDate.finding(at: here, value: written)
        case .text: NumberCell.finding(at: here, value: written, context.notation)
        }
    }

    private func take(
        _ number: NumberText, _ column: Int, _ block: borrowing RowBlock, _ row: Int, _ field: Int
    ) {
        cells[column] = .fault
        amounts[column] = nil
        if context.hasTwoNotations, number.evidence != .none { return }
        switch number.value(in: context.notation) {
        case nil:
            fail(NumberCell.self) {
                NumberCell.finding(
                    at: position(block, row, field), value: text(block, row, column), context.notation)
            }
        case .tooLarge:
            fail(NumberFits.self) {
                NumberFits.finding(at: position(block, row, field), value: text(block, row, column))
            }
        case .tooManyDecimals: failDecimals(column, block, row, field)
        case .quantity(let quantity, let decimals):
            if number.isNegative, !quantity.isZero {
                amounts[column] = -quantity.thousandths
                fail(NotNegative.self) {
                    NotNegative.finding(at: position(block, row, field), value: text(block, row, column))
                }
            } else if decimals > plan.decimals(column) {
                amounts[column] = quantity.thousandths
                failDecimals(column, block, row, field)
            } else {
                take(quantity, column, block, row, field)
            }
        }
    }

    private func failDecimals(_ column: Int, _ block: borrowing RowBlock, _ row: Int, _ field: Int) {
        let decimals = plan.decimals(column)
        fail(decimals == 0 ? WholeNumber.self : FewDecimals.self) {
            let (here, written) = (position(block, row, field), text(block, row, column))
            return decimals == 0
                ? WholeNumber.finding(at: here, value: written)
                : FewDecimals.finding(at: here, value: written, decimals: decimals)
        }
    }

    /// As the file heads the column, else as the form does.
    func header(_ column: Int) -> String {
        shape.field(column).map { map.headers[$0].trimmedCell } ?? plan.form.columns[column].name
    }
}
