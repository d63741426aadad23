import Files
import Glibc

/// The right to write a ledger: one run holds it at a time, and gives it back when the value goes or the process ends.
///
/// ```swift
/// let lock = try LedgerLock.acquire(folder: "reports", waitSeconds: 0)
/// let ledger = try Ledger.open(lock)
/// ```
package final class LedgerLock: Sendable {
    /// The folder whose ledger is held.
    package let folder: String
    /// Hold the lock for as long as they are open: the file, and the folder itself, for whoever removes the file takes no right from
    /// the run that has it.
    private let file: OpenFile
    private let whole: OpenFile

    package static let fileName = ".tonghop.lock"

    private static let pollsPerSecond = 20

    /// Thirty years: whoever asks to wait for longer waits for ever.
    private static let secondsMax = 1_000_000_000

    private init(folder: String, file: consuming OpenFile, whole: consuming OpenFile) {
        self.folder = folder
        self.file = file
        self.whole = whole
    }

    /// Takes the lock of `folder`, which is made if need be; waits for another run, but not longer than it is told.
    package static func acquire(folder: String, waitSeconds: Int) throws(LedgerError) -> LedgerLock {
        try acquire(folder: folder, polls: min(max(0, waitSeconds), secondsMax) * pollsPerSecond) {
            usleep(1_000_000 / UInt32(pollsPerSecond))
        }
    }

    /// - Parameter pause: What is done between one attempt and the next, of which there are so many.
    static func acquire(folder: String, polls: Int, pause: () -> Void) throws(LedgerError) -> LedgerLock {
        try Folder.make(folder, isShared: true)
        let file = try onDisk(OpenFile("\(folder)/\(LedgerLock.fileName)", .holding(followingLinks: true)))
        var pollsLeft = polls
        let whole = try onDisk(OpenFile(folder, .folder(followingLinks: true)))
        // Not every file system locks folders.
        while try !onDisk(file.lock()) || (try? whole.lock()) == false {
            guard pollsLeft > 0 else { throw LedgerError(.busy, place: folder, detail: "\(file.path)") }
            pollsLeft -= 1
            pause()
        }
        return LedgerLock(folder: folder, file: file, whole: whole)
    }
}
