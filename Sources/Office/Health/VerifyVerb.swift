import Domain
import Storage

extension Desk {
    /// Reads the whole ledger and archive again, and names what does not fit; the page of the day says it, too.
    ///
    /// - Parameter anchors: Codes that somebody has noted elsewhere.
    package func verify(anchors: [AnchorCode] = []) throws -> Verification.Report {
        let report = try Verification(workplace: workplace, anchors: anchors).report()
        DayTroubles(workplace: workplace).note(report.mismatches.filter { $0.kind != "anchor" }.map(\.message))
        return report
    }
}
