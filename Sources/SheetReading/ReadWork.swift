/// How much of a workbook has been gone through, in all passes: parts that hold several sheets are gone through once for each,
/// and sheets that lie in one place once more for every name. What costs too much is refused, by this count and by no clock.
final class ReadWork: @unchecked Sendable {
    // A workbook's sheets are read one after another.
    private var left: Int

    init(_ limits: SheetLimits) { left = limits.workBytes }

    /// Says whether so many bytes may still be gone through.
    func take(_ bytes: Int) -> Bool {
        left -= bytes
        return left >= 0
    }
}
