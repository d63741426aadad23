import Digest
import Domain
import Files
import Foundation
import Rendering
import Storage

/// What the last run said that found everything as it was: as long as nobody has touched anything, the next run of the same day
/// has nothing else to say, and need not read it again.
///
/// It is a shortcut and no evidence. Where it is missing, damaged, of another day, account, command or build, or where anything in
/// the two folders was touched since (`FolderTrace`), the run looks at everything; so does the first run of each day.
package struct RunAsBefore {
    /// One thing that a run has said, in its order.
    package struct Line: Codable, Sendable {
        package enum Kind: String, Codable, Sendable {
            /// To standard output, for a person or for a program.
            case result, json
            /// To standard error.
            case warning
        }

        package let kind: Kind
        package let text: String

        package init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// What a run has said, in words and in the log, and what it came to.
    package struct Saying: Codable, Sendable {
        package var lines: [Line] = []
        package var entries: [LogEntry] = []
        package fileprivate(set) var needsPerson = false

        package init() {}
    }

    static let name = ".lan-chay-truoc.json"

    private struct Note: Codable {
        /// Of the command, the program, the account and all that lies in the two folders.
        let state: String
        /// Of the system's clock before that was looked at, in nanoseconds since 1970.
        let lookedAt: Int64
        /// By the office's clock, in seconds since 1970: the time of the run, and the end of its day.
        let from, until: Int
        let saying: Saying
    }

    private let desk: Desk
    private let asked: String
    private let lookedAt: Int64
    /// `nil` where nobody can tell by looks alone whether anything was touched.
    private let before: State?

    /// Looks at what lies in the two folders.
    ///
    /// - Parameter asked: What the command was told, as far as what it says depends on it.
    package init(_ desk: Desk, asked: String) {
        self.desk = desk
        self.asked = asked
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        lookedAt = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        before = State(desk.workplace, asked)
    }

    /// What a run would say; `nil` where it has to look.
    ///
    /// Throws as a run does that cannot have the ledger: whoever watches the schedule hears of it now, and not when a file comes.
    package var saying: Saying? {
        get throws {
            guard let saying = noted else { return nil }
            _ = try desk.lock()
            return access(workplace.reports, W_OK) == 0
                && access("\(workplace.reports)/\(LedgerNames.database)", W_OK) == 0 ? saying : nil
        }
    }

    private var noted: Saying? {
        guard let before, let note: Note = try? KeptNote.read(path), note.state == before.digest,
            (note.from..<note.until).contains(now.seconds), before.isSettled(before: note.lookedAt)
        else { return nil }
        return note.saying
    }

    /// Notes what this run has said, if it found everything as it was and left it so.
    ///
    /// What it found in the folders themselves may be another thing at the next look: a disk that was not to be read, a clock that was
    /// behind, an order whose hour comes. Where the note cannot be written, the next run looks again.
    package func keep(_ saying: Saying, of outcome: RunOutcome) {
        guard let before, outcome.isAsBefore, State(workplace, asked)?.digest == before.digest else { return }
        var saying = saying
        saying.needsPerson = outcome.needsPerson
        let tomorrow = outcome.findings.today.adding(days: 1)
        let note = Note(
            state: before.digest, lookedAt: lookedAt, from: now.seconds,
            until: Instant(day: tomorrow, hour: 0, minute: 0, second: 0, in: outcome.zone).seconds, saying: saying)
        guard let text = try? JSONPage.text(note, isPretty: false) else { return }
        try? Publisher(in: workplace.reports).put(Array(text.utf8), as: Self.name)
    }

    private var workplace: Workplace { desk.workplace }
    private var now: Instant { desk.now }
    private var path: String { "\(workplace.reports)/\(Self.name)" }

    /// All that a run depends on, but the time.
    private struct State {
        let digest: String
        private let traces: [FolderTrace]

        /// A lock says nothing, nor do SQLite's notes of who reads; of the archive a run reads nothing that it has not put there.
        private static let regards: [String: FolderTrace.Regard] = [
            RunAsBefore.name: .nothing, LedgerLock.fileName: .nothing, LedgerNames.readersNotes: .nothing,
            LedgerNames.log: .writing, LedgerNames.archive: .outside,
        ]

        init?(_ workplace: Workplace, _ asked: String) {
            guard let inputs = try? FolderTrace(of: workplace.inputs),
                let reports = try? FolderTrace(of: workplace.reports, regards: State.regards)
            else { return nil }
            traces = [inputs, reports]
            // What a link leads to may be another thing.
            if traces.contains(where: \.hasLink) { return nil }
            var hash = SHA256()
            hash.update(
                Array("\(asked)\n\(workplace.inputs)\n\(workplace.reports)\n\(Program.build)\n\(geteuid())\n".utf8))
            for trace in traces { hash.update(trace.bytes) }
            digest = hash.finalize().hex
        }

        func isSettled(before time: Int64) -> Bool { traces.allSatisfy { $0.isSettled(before: time) } }
    }
}

extension RunOutcome {
    /// Whether the run has taken in nothing and made nothing, and found nothing that no file's own bytes say.
    fileprivate var isAsBefore: Bool {
        !findings.taken.hasNews && findings.taken.findings.isEmpty && !hasTroubles && drafts.allSatisfy { !$0.isChange }
    }
}
