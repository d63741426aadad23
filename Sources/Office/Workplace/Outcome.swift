/// How a verb ends.
package enum Outcome: Sendable {
    case done
    /// Done, but something needs a person.
    case needsPerson
    /// Could not be done.
    case failed
    case wrongUsage
    /// Another run holds the ledger.
    case busy
}
