import Domain

/// Files with the same bytes, and which of them stands for all.
extension Evidence {
    /// Of all that have the same bytes, the one received first, which was not withdrawn; `nil` where it is this one.
    func firstCopy(of reading: Reading) -> Reading? {
        let copies = copies(of: reading.receipt.sha256).filter { copy in
            copy.receipt != reading.receipt && isSameSheet(copy, reading) && !isWithdrawn(copy)
        }
        let own = (receivedAt(reading.receipt), reading.receipt.path)
        return copies.filter { (receivedAt($0.receipt), $0.receipt.path) < own }
            .min { (receivedAt($0.receipt), $0.receipt.path) < (receivedAt($1.receipt), $1.receipt.path) }
    }

    /// One that came at the very same time for another slice: nothing says which of them lies right.
    func copyAtOnce(of reading: Reading) -> Reading? {
        copies(of: reading.receipt.sha256).filter { copy in
            copy.slice != reading.slice && receivedAt(copy.receipt) == receivedAt(reading.receipt)
                && isSameSheet(copy, reading) && !isWithdrawn(copy)
        }.min { $0.receipt.path < $1.receipt.path }
    }

    /// Two sheets of one workbook are of the same bytes, and no copies.
    private func isSameSheet(_ one: Reading, _ other: Reading) -> Bool {
        SheetPath.sheet(of: one.receipt.path) == SheetPath.sheet(of: other.receipt.path)
    }

    /// Whether the officer took a file out.
    func isWithdrawn(_ reading: Reading) -> Bool {
        guard let slice = reading.slice else { return false }
        let path = reading.receipt.path
        let own = Slice(department: countingDepartment(slice), form: slice.form, period: slice.period)
        return withdrawal(of: path, own) != nil
    }
}
