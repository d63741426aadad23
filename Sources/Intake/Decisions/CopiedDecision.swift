import Domain

/// A line of `viec-can-quyet.csv`: a decision in the columns of `xu-ly.csv`, and four remarks for who decides. Copied
/// whole, it is the decision without the remarks.
enum CopiedDecision {
    private static let remarks = 4

    /// The cells of the decision; those of the line as they are where it is no such copy. Its remarks tell it from a
    /// line whose reason holds delimiters: none of them on figures is ever empty.
    static func withoutRemarks(
        _ cells: [String], _ header: DecisionsHeader, _ context: DecisionContext
    ) -> [String] {
        let width = DecisionColumn.allCases.count
        guard header.width == width, cells.count >= width + remarks,
            DecisionColumn.allCases.enumerated().allSatisfy({ header.columns[$0.element] == $0.offset }),
            cells[(width + remarks)...].allSatisfy(\.isEmpty), !cells[width].isEmpty,
            isAboutFigures(cells[width + 1], context)
        else { return cells }
        return Array(cells[..<width])
    }

    /// Indicators with their names, or that there are none.
    private static func isAboutFigures(_ remark: String, _ context: DecisionContext) -> Bool {
        let code = remark.prefix { $0 != " " }
        return remark == Decision.noFiguresMove || context.indicators.contains(String(code))
    }
}
