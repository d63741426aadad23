/// The rows of the benchmark: names with Vietnamese letters, whole numbers, decimals, and marks where there is no number.
///
/// The same number of a row gives the same cells on any machine.
struct BenchRows {
    enum Cell {
        case text(String)
        case whole(Double)
        case decimal(Double)
        case mark(String)
    }

    /// Headings, with the widths of their columns in digits.
    static let columns: [(heading: String, width: Double)] = [
        ("Mã", 10), ("Địa bàn", 18), ("Chỉ tiêu", 42), ("Kỳ trước", 12), ("Kỳ này", 12), ("Lũy kế", 12), ("Tỷ lệ", 10),
        ("So sánh", 10), ("Ghi chú", 32),
    ]

    private static let districts = [
        "Bắc Yên", "Mai Sơn", "Mộc Châu", "Mường La", "Phù Yên", "Quỳnh Nhai", "Sông Mã", "Sốp Cộp", "Thuận Châu",
        "Thành phố Sơn La", "Vân Hồ", "Yên Châu",
    ]
    private static let indicators = [
        "Số lớp bồi dưỡng, tập huấn đã mở", "Số lượt người được tuyên truyền, phổ biến pháp luật",
        "Số vụ tranh chấp đất đai đã giải quyết dứt điểm", "Số hộ di cư không theo quy hoạch",
        "Số buổi phát thanh bằng tiếng dân tộc",
    ]
    private static let marks = ["-", "...", "CB", "x", "(bm)"]

    private var state: UInt64 = 2026

    /// The next row, into cells that the last one was in.
    mutating func next(_ number: Int, into cells: inout [Cell]) {
        cells.removeAll(keepingCapacity: true)
        cells.append(.text("\(14_000 + number % 2_500)"))
        cells.append(.text(Self.districts[below(Self.districts.count)]))
        cells.append(.text(Self.indicators[below(Self.indicators.count)]))
        for _ in 0..<3 {
            cells.append(below(10) == 0 ? .mark(Self.marks[below(Self.marks.count)]) : .whole(Double(below(10_000))))
        }
        cells.append(.decimal(Double(below(10_000)) / 1_000))
        cells.append(below(4) == 0 ? .mark("KSS") : .whole(Double(below(200)) - 100))
        cells.append(.text(below(5) == 0 ? "số liệu sơ bộ, chưa đủ báo cáo" : "không có ký hiệu"))
    }

    /// A number from 0 on, by SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
