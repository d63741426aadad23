import Domain
import Reporting

/// The months of an indicator as a line, this year's over last year's: an SVG of its own, with its figures as its name.
///
/// Provisional points are hollow. A month without a figure breaks the line and has no point.
struct MonthLine {
    let item: LeaderPage.Item
    let months: [String]
    let year: Int
    let language: Language

    private static let (left, right, top, bottom) = (4.0, 156.0, 16.0, 52.0)

    var svg: String {
        let most = (item.monthly + item.monthlyBefore).compactMap { $0.amount?.double }.max() ?? 0
        let now = points(item.monthly, most: most)
        var parts = ["<svg class=\"duong\" viewBox=\"0 0 160 66\" role=\"img\" aria-label=\"\(name.html)\">"]
        parts.append("<line class=\"nen\" x1=\"4\" y1=\"52\" x2=\"156\" y2=\"52\"/>")
        parts.append(line(points(item.monthlyBefore, most: most), "truoc"))
        parts.append(line(now, "nay"))
        for (point, figure) in zip(now, item.monthly) {
            guard let point else { continue }
            let style = figure.isProvisional ? "rong" : "diem"
            parts.append("<circle class=\"\(style)\" cx=\"\(point.x.tenths)\" cy=\"\(point.y.tenths)\" r=\"2.2\"/>")
        }
        parts.append(label(months.first ?? "", x: "0", anchor: "start"))
        if months.count > 1 { parts.append(label(months.last ?? "", x: "160", anchor: "end")) }
        if let peak = peak { parts.append("<text x=\"0\" y=\"9\">\(peak.html)</text>") }
        return parts.joined() + "</svg>"
    }

    private func label(_ text: String, x: String, anchor: String) -> String {
        "<text x=\"\(x)\" y=\"63\" text-anchor=\"\(anchor)\">\(text.html)</text>"
    }

    /// `Cao nhất 45 (Tháng 3)`
    private var peak: String? {
        let known = item.monthly.enumerated().compactMap { month, figure in
            figure.amount.map { (month: month, double: $0.double) }
        }
        guard let most = known.max(by: { ($0.double, $1.month) < ($1.double, $0.month) }), most.double > 0 else {
            return nil
        }
        let text = item.text(item.monthly[most.month], language)
        return "\(language == .vi ? "Cao nhất" : "Highest"): \(text) (\(months[most.month].lowercased()))"
    }

    private var name: String {
        func told(_ figures: [Figure]) -> String {
            zip(months, figures).map { "\($0.lowercased()): \(item.text($1, language))" }.joined(separator: "; ")
        }
        let head = language == .vi ? "\(item.name) theo tháng, năm \(year): " : "\(item.name) by month, \(year): "
        guard !item.monthlyBefore.isEmpty else { return head + told(item.monthly) }
        let before = language == .vi ? ". Năm \(year - 1): " : ". \(year - 1): "
        return head + told(item.monthly) + before + told(item.monthlyBefore)
    }

    private func points(_ figures: [Figure], most: Double) -> [(x: Double, y: Double)?] {
        let step = figures.count > 1 ? (MonthLine.right - MonthLine.left) / Double(figures.count - 1) : 0
        return figures.enumerated().map { month, figure in
            guard let value = figure.amount?.double else { return nil }
            let height = most > 0 ? max(value, 0) / most * (MonthLine.bottom - MonthLine.top) : 0
            return (x: MonthLine.left + Double(month) * step, y: MonthLine.bottom - height)
        }
    }

    private func line(_ points: [(x: Double, y: Double)?], _ style: String) -> String {
        var path = ""
        var isDrawn = false
        for point in points {
            if let point {
                path += "\(isDrawn ? "L" : "M")\(point.x.tenths) \(point.y.tenths)"
                isDrawn = true
            } else {
                isDrawn = false
            }
        }
        return path.isEmpty ? "" : "<path class=\"\(style)\" d=\"\(path)\"/>"
    }
}

extension LeaderPage.Item {
    /// A figure of the indicator as tables print it.
    func text(_ figure: Figure, _ language: Language) -> String {
        Table.Cell.figure(figure, decimals: decimals).text(in: language)
    }

    /// The same with its unit: `45 lớp (sb)`, `85,7%`; a mark stands alone.
    func counted(_ figure: Figure, _ language: Language) -> String {
        let text = text(figure, language)
        guard case .known(_, let standing) = figure.content else { return text }
        let suffix = standing.suffix(in: language)
        return text.dropLast(suffix.count) + (isRatio ? "%" : " \(unit(of: figure))") + suffix
    }

    func unit(of figure: Figure) -> String {
        figure.quantity == Quantity(thousandths: 1_000) ? unitOfOne : unit
    }
}

extension Double {
    /// With one decimal, whatever the machine's habits.
    fileprivate var tenths: String {
        let scaled = Int((self * 10).rounded())
        return scaled.isMultiple(of: 10) ? "\(scaled / 10)" : "\(scaled / 10).\(abs(scaled % 10))"
    }
}
