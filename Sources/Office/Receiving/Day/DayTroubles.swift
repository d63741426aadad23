import Domain
import Foundation
import Rendering

/// What broke, in the words of the page: folders and lists that cannot be read, a catalogue with errors, a ledger that does
/// not verify.
struct DayTroubles {
    let workplace: Workplace

    /// The most that a page says of one thing.
    private static let linesMax = 20

    private var printer: FindingPrinter { FindingPrinter(language: .vi, shownPath: workplace.shownPath) }

    /// Of the folders and the decisions: what cannot be read.
    func errors(_ findings: [Finding]) -> [String] {
        findings.filter { $0.level == .error }.prefix(DayTroubles.linesMax).map(printer.line)
    }

    /// What may be right, and somebody has to look at.
    func queries(_ findings: [Finding]) -> [String] {
        findings.filter { $0.needsPerson && $0.level != .error }.map(printer.line)
    }

    /// Why the catalogue cannot be used; nothing where it can.
    func ofCatalogue() -> [String] {
        guard let read = try? workplace.readCatalogue(), read.loaded == nil else { return [] }
        return errors(read.findings)
    }

    /// What the newest `verify` found not to fit.
    func ofVerification() -> [String] {
        guard let bytes = FileManager.default.contents(atPath: "\(workplace.reports)/\(DayTroubles.name)"),
            let words = try? JSONDecoder().decode([String].self, from: bytes)
        else { return [] }
        return words.map { "verify: \($0)" }
    }

    /// Notes what a `verify` found, for the pages; what an earlier one found is struck out.
    func note(_ mismatches: [Bilingual]) {
        let isThere = FolderContent.isThere("\(workplace.reports)/\(DayTroubles.name)")
        guard isThere || !mismatches.isEmpty,
            let text = try? JSONPage.text(mismatches.prefix(DayTroubles.linesMax).map(\.vi), isPretty: false)
        else { return }
        // Whoever verifies may not be allowed to write here.
        try? Publisher(in: workplace.reports).put(Array(text.utf8), as: DayTroubles.name)
    }

    static let name = ".kiem-tra.json"
}
