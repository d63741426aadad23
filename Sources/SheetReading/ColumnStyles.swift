/// The styles that cells of an .ods have by their columns, as far as one means anything.
struct ColumnStyles {
    /// In the order of their columns.
    private var styles: [(columns: ClosedRange<Int>, style: String)] = []

    mutating func append(_ columns: ClosedRange<Int>, _ style: String) { styles.append((columns, style)) }

    func style(of column: Int) -> String? {
        var (low, high) = (0, styles.count)
        while low < high {
            let middle = (low + high) / 2
            if styles[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
        }
        guard low < styles.count, styles[low].columns.contains(column) else { return nil }
        return styles[low].style
    }
}
