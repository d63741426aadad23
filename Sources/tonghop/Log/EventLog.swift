import Domain
import Foundation
import Logging

/// What a command did, one line an event: names and numbers, never the text of a cell.
struct EventLog: Sendable {
    /// What happened, by the name that stands in the log.
    enum Event: String, Sendable {
        case begun, ended, stopped
        case fileTakenIn = "file-taken-in"
        case fileRefused = "file-refused"
        case folder = "folder-finding"
        case decisions = "decisions-changed"
        case drawn = "draft-made"
        case moved = "issued-period-moved"
        case issued = "edition-issued"
        case exported = "package-made"
        case copied = "backup-made"
    }

    private let logger: Logger?

    /// - Parameter failed: told once, where a line cannot be written.
    init(_ options: LogOptions, now: Instant?, failed: @escaping @Sendable (String) -> Void) {
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
    func note(_ event: Event, _ details: [String: String] = [:]) { log(.info, event, details) }

    /// Something that needs a person.
    func warn(_ event: Event, _ details: [String: String] = [:]) { log(.warning, event, details) }

    /// What stopped the command.
    func fail(_ event: Event, _ details: [String: String] = [:]) { log(.error, event, details) }

    private func log(_ level: Logger.Level, _ event: Event, _ details: [String: String]) {
        logger?.log(level: level, "\(event.rawValue)", metadata: details.mapValues { .string($0) })
    }
}

/// Tells a thing the first time only.
private final class Once: @unchecked Sendable {
    private var tell: (@Sendable (String) -> Void)?
    private let lock = NSLock()

    init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

    func callAsFunction(_ text: String) {
        lock.withLock {
            tell?(text)
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
            failed("\(error)")
        }
    }
}
