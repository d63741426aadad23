import Domain
import Foundation
import Legibility
import Logging
import Office
import Rendering

/// What a command did, one line an event: names and numbers, never the text of a cell.
struct EventLog: Sendable {
    /// What becomes of every command, by the name that stands in the log; what its verb did is a `LogEntry`.
    enum Event: String, Sendable {
        case begun, ended, stopped
    }

    private let logger: Logger?

    /// - Parameter failed: told once, where a line cannot be written.
    init(_ options: LogOptions, now: Instant?, failed: @escaping @Sendable (any Error) -> Void) {
        guard let destination = options.destination else {
            logger = nil
            return
        }
        let line = LogLine(format: options.logFormat, now: now)
        logger = Logger(label: "tonghop") { _ in
            LineHandler(line: line, destination: destination, failed: Once(failed))
        }
    }

    /// Something that went as it should.
    func note(_ event: Event, _ details: [String: String] = [:]) { log(.info, event.rawValue, details) }

    /// What a verb has done.
    func write(_ entry: LogEntry) { log(entry.isUrgent ? .warning : .info, entry.name.rawValue, entry.details) }

    /// What stopped the command.
    func fail(_ event: Event, _ details: [String: String] = [:]) { log(.error, event.rawValue, details) }

    private func log(_ level: Logger.Level, _ event: String, _ details: [String: String]) {
        logger?.log(level: level, "\(event)", metadata: details.mapValues { .string($0) })
    }
}

/// Tells a thing the first time only.
private final class Once: @unchecked Sendable {
    private var tell: (@Sendable (any Error) -> Void)?
    private let lock = NSLock()

    init(_ tell: @escaping @Sendable (any Error) -> Void) { self.tell = tell }

    func callAsFunction(_ error: any Error) {
        lock.withLock {
            tell?(error)
            tell = nil
        }
    }
}

/// Hands each event on as a line.
private struct LineHandler: LogHandler {
    let line: LogLine
    let destination: any LogDestination
    let failed: Once
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    init(line: LogLine, destination: any LogDestination, failed: Once) {
        self.line = line
        self.destination = destination
        self.failed = failed
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { _, own in own }
        let text = line.text(
            level: event.level.rawValue, event: event.message.description, details: details.mapValues(\.description))
        do {
            try destination.write(text, isUrgent: event.level >= .warning)
        } catch {
            failed(error)
        }
    }
}

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
