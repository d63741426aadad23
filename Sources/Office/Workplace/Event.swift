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
    /// What a run has found, before it goes on to other periods.
    case found(RunFindings)
    /// What is written down for whoever looks after the machine.
    case entry(LogEntry)
}

/// Whoever is told.
package typealias Listener = (Event) -> Void
