import Domain

/// What a verb tells while it works; whoever called it shows it, writes it down or lets it pass.
package enum Event {
    /// How far it has come; each takes the place of the one before.
    case progress(Bilingual)
    case progressEnded
    /// What a person should know, and need not act on.
    case remark(Bilingual)
    /// What needs a person.
    case warning(Bilingual)
    /// What was made, or stands as it would be made.
    case result(Bilingual)
    /// What is written down for whoever looks after the machine.
    case entry(LogEntry)
}

/// Whoever is told.
package typealias Listener = (Event) -> Void

/// What a verb did, for the log: names and numbers, never the text of a cell.
package struct LogEntry: Codable, Sendable {
    /// What happened, by the name that stands in the log.
    package enum Name: String, Codable, Sendable {
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

    package let name: Name
    package let details: [String: String]
    /// Whether it needs a person.
    package let isUrgent: Bool
}

extension Event {
    /// Something that went as it should.
    static func note(_ name: LogEntry.Name, _ details: [String: String]) -> Event {
        .entry(LogEntry(name: name, details: details, isUrgent: false))
    }

    /// Something that needs a person.
    static func urgent(_ name: LogEntry.Name, _ details: [String: String]) -> Event {
        .entry(LogEntry(name: name, details: details, isUrgent: true))
    }
}
