import Domain
import Foundation
import Legibility
import Rendering

/// How an event stands in a log: on one line, as words or as JSON, its details by name.
///
///     2026-10-17T02:00:00Z info file-taken-in department=CAT errors=0 path=2026-10/CAT-03-an.csv
struct LogLine: Sendable {
    let format: OutputFormat
    /// Stands for the clock.
    let now: Instant?

    func text(level: String, event: String, details: [String: String]) -> String {
        let time = (now ?? Instant(seconds: Int(Date().timeIntervalSince1970))).description
        let safe = details.mapValues(ShownText.line)
        switch format {
        case .text:
            let pairs = safe.sorted { $0.key < $1.key }.map { "\($0.key)=\(LogLine.quoted($0.value))" }
            return ([time, level, event] + pairs).joined(separator: " ")
        case .json:
            let fixed = ["time": time, "level": level, "event": event]
            return (try? JSONPage.text(safe.merging(fixed) { _, fixed in fixed }, isPretty: false)) ?? ""
        }
    }

    /// In quotes where a blank, a quote or nothing would make the line ambiguous.
    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.contains { $0.isWhitespace || $0 == "\"" || $0 == "\\" || $0 == "=" }
        if isPlain { return value }
        let escaped = value.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
