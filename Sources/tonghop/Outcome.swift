import ArgumentParser

/// How a command ends.
enum Outcome: Int32 {
    case done = 0
    /// Done, but something needs a person.
    case needsPerson = 1
    /// Could not be done.
    case failed = 2
    case wrongUsage = 64
    /// Another run holds the ledger.
    case busy = 75

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// Ends the command, unless all is well.
    func finish() throws {
        if self != .done { throw exitCode }
    }
}
