import Domain

/// A month's figures are those of the month, not since January.
enum SumsSinceJanuary: HoldingRule {
    static let code = "sums-since-january"
    static let page = Bilingual(
        vi:
            "Hầu như mọi số trong tệp, hoặc ở một cột của tệp, đều không nhỏ hơn tổng các tháng trước trong năm của chính xã, phường và cột đó: có thể đã ghi số "
            + "lũy kế từ đầu năm trong khi biểu hỏi số của riêng tháng. Tệp được giữ lại, chưa tính. Nếu đúng là số của tháng, ghi lý "
            + "do vào phiếu hoặc quyết định “nhận tệp”; nếu là lũy kế, gửi lại số của tháng.",
        en:
            "Nearly every number in the file, or in one of its columns, is no less than the sum of the months before in the year at its place and column: sums since "
            + "January may stand where the month's are asked. The file is held and does not count. If they are the month's, give the "
            + "reason in the return or decide “nhận tệp”; else send those of the month.")

    /// No month of a year is taken to have more than so many times the mean of those before it.
    static let surge = 3.0
    /// One number in so many may be less than its sum: what came before may have been corrected since.
    static let oneLessIn = 10
    /// One number in so many may not be there at all.
    static let oneLeftOutIn = 4

    /// So many months before are there at least, if the year has had them. One that is missing makes the sum of the others smaller,
    /// and nothing else.
    static let monthsLeast = 3
    /// One column alone is doubted where so many numbers or more reach their sums.
    static let numbersOfColumnLeast = 6

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        let month = suspect.slice.period.last
        guard suspect.slice.period.monthCount == 1, month.number > 1 else { return nil }
        let before = (1..<month.number).map {
            suspect.history.foremost(suspect.slice, monthsBefore: $0, by: suspect.receivedAt)
        }.filter { !$0.isEmpty }
        guard before.count >= min(monthsLeast, month.number - 1) else { return nil }
        let readings = Array(before.joined())
        guard mayReach(suspect, readings, months: before.count) else { return nil }
        if let count = evidence(suspect, before: readings, months: before.count) {
            return Bilingual(
                vi:
                    "\(Language.vi.count(count)) số không nhỏ hơn tổng các tháng trước của năm \(month.year) cộng lại: có thể là số "
                    + "lũy kế từ đầu năm",
                en:
                    "\(Language.en.count(count)) numbers are no less than the months of \(month.year) before together: they may be "
                    + "sums since January")
        }
        for (code, column) in columnsThatReach(suspect, before) {
            let number = suspect.history.names.measures.number(of: code)
            guard let count = evidence(suspect, before: readings, months: before.count, of: number),
                count >= numbersOfColumnLeast
            else { continue }
            return Bilingual(
                vi:
                    "\(Language.vi.count(count)) số ở cột “\(column)” không nhỏ hơn tổng các tháng trước của năm \(month.year) cộng "
                    + "lại: có thể là số lũy kế từ đầu năm",
                en:
                    "\(Language.en.count(count)) numbers of the column “\(column)” are no less than the months of \(month.year) before "
                    + "together: they may be sums since January")
        }
        return nil
    }

    /// Whether any measure has half as much again as the mean of the months before, ended places and all: many files are done
    /// with by that.
    private static func mayReach(_ suspect: Suspect, _ before: [Reading], months: Int) -> Bool {
        let own = suspect.history.totals(of: suspect.reading)
        var since = own.map { _ in Int64(0) }
        for reading in before {
            for (measure, total) in suspect.history.totals(of: reading).enumerated() { since[measure] &+= total }
        }
        return zip(own, since).contains { $1 > 0 && $0 > $1 / Int64(months) * 3 / 2 }
    }

    /// Measures that have in all nearly as much as the months before together, in three of which or more they had something: their
    /// code and what their column is called.
    private static func columnsThatReach(_ suspect: Suspect, _ before: [[Reading]]) -> [(code: String, column: String)]
    {
        let codes = suspect.history.flowMeasures(suspect.reading)
        let own = suspect.history.totals(of: suspect.reading)
        let ofMonths = before.map { month in
            month.reduce(own.map { _ in Int64(0) }) { sums, reading in
                zip(sums, suspect.history.totals(of: reading)).map { $0 &+ $1 }
            }
        }
        let form = suspect.reading.form.flatMap(suspect.catalogue.form)
        return codes.indices.compactMap { place in
            let since = ofMonths.reduce(Int64(0)) { $0 &+ $1[place] }
            guard since > 0, own[place] >= since / 10 * 9, ofMonths.count(where: { $0[place] > 0 }) >= monthsLeast
            else {
                return nil
            }
            let column = form?.measures.first { $0.code == codes[place] }?.columns.first
            let name = form?.columns.first { $0.id == column }?.name
            return (codes[place], name ?? codes[place])
        }
    }

    /// How many numbers reach the sum of the months before; `nil` where too many do not, or chance explains it. What was
    /// refused says nothing, nor does a place that is no more.
    ///
    /// - Parameters:
    ///   - months: How many months are before.
    ///   - measure: Only of this one; `nil`: of all.
    private static func evidence(
        _ suspect: Suspect, before: [Reading], months: Int, of measure: UInt32? = nil
    ) -> Int? {
        let flows = suspect.flows
        let refusedPlaces = Set(suspect.reading.refusedPlaces)
        let days = suspect.catalogue.organisation.calendar.days(of: suspect.slice.period)
        let units = suspect.history.names.units.names
        var silent = [Bool?](repeating: nil, count: units.count)
        func isSilent(_ cell: FlowCells.Cell) -> Bool {
            let number = Int(cell.unit)
            let isOfPlace =
                silent[number]
                ?? (refusedPlaces.contains(units[number])
                    || suspect.catalogue.geography.unit(units[number])?.validity.touches(days) == false)
            silent[number] = isOfPlace
            return isOfPlace || flows.refused.contains(cell)
        }
        func isAsked(_ cell: FlowCells.Cell) -> Bool { measure == nil || cell.measure == measure }
        let own = flows.amounts.filter { isAsked($0.key) && !isSilent($0.key) }
        var running = RunningSums(own, onlyGrow: before.allSatisfy(suspect.history.onlyAdds))
        for reading in before where !running.areTooLarge {
            suspect.history.forEachFlow(of: reading, in: suspect.history.flowMeasures(reading)) { cell, amount in
                if isAsked(cell), !isSilent(cell) { running.add(amount, to: cell) }
                return !running.areTooLarge
            }
        }
        guard !running.areTooLarge else { return nil }
        var sums = running.sums
        // Who writes sums may leave out the places where nothing came this month.
        let named = sums.filter { own[$0.key] != nil }
        if (sums.count - named.count) * oneLeftOutIn <= sums.count { sums = named }
        let (total, since) = (own.values.reduce(0, &+), sums.values.reduce(0, &+))
        guard since > 0, total > since else { return nil }
        // The month is granted what it has in all, but no more than a surge.
        let months = Double(months)
        let rate = min(Double(total) / Double(since) * months, surge)
        let share = rate / (rate + months)
        var (reached, less) = (0, 0)
        var chance = 0.0
        for (cell, sum) in sums where sum > 0 {
            let amount = own[cell] ?? 0
            guard amount >= sum else {
                less += 1
                continue
            }
            reached += 1
            let grain = Chance.grain(sum, amount)
            chance += Chance.logOfTail(
                Double(amount + sum) / 1_000 / grain, atLeast: Double(amount) / 1_000 / grain, share: share)
        }
        // Of many columns one reaches far by chance sooner than a file does.
        let bound = Chance.logOfBound * (measure == nil ? 1 : 2)
        guard less * oneLessIn <= reached, chance < bound else { return nil }
        return reached
    }
}

/// The sums of the months before, cell by cell, while they are added up: few files are what the rule looks for, and of most the first
/// of those months tells.
struct RunningSums {
    private(set) var sums: [FlowCells.Cell: Int64] = [:]
    /// Whether more of the month's own numbers are less than their sums than the rule lets pass, whatever is still added.
    private(set) var areTooLarge = false
    private let own: [FlowCells.Cell: Int64]
    private let onlyGrow: Bool
    private var less = 0

    init(_ own: [FlowCells.Cell: Int64], onlyGrow: Bool) {
        self.own = own
        self.onlyGrow = onlyGrow
    }

    mutating func add(_ amount: Int64, to cell: FlowCells.Cell) {
        let before = sums[cell] ?? 0
        let sum = before &+ amount
        sums[cell] = sum
        guard onlyGrow, let number = own[cell], sum > 0, number < sum, before <= 0 || before <= number else { return }
        less += 1
        areTooLarge = less * SumsSinceJanuary.oneLessIn > own.count - less
    }
}
