import Glibc
import SystemPackage

/// What the system says of something on a disk: which call failed, at which path, and why.
///
/// It is a fact, not a sentence: whoever asked for the file says what it means to a person, and what to do.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The call of the system: `open`, `read`, `fsync`.
    package let operation: String
    package let path: String
    /// As `errno` has it.
    package let code: Int32

    package init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// What the last call has left in `errno`.
    static func last(_ operation: String, _ path: String) -> FileFault { FileFault(operation, path, code: errno) }

    /// In the system's words: `No such file or directory`.
    package var reason: String { Errno(rawValue: code).description }

    /// Nothing bears the name, or what it should lie in is no folder.
    package var isOfAbsence: Bool { code == ENOENT || code == ENOTDIR }

    /// The disk, or the share of it that the account may use, is full.
    package var isOfSpace: Bool { code == ENOSPC || code == EDQUOT }

    /// Something could not be made, written or renamed: the call is one of those, or the disk takes nothing.
    package var isOfWriting: Bool {
        Self.writingCalls.contains(operation) || isOfSpace || code == EROFS
    }

    private static let writingCalls: Set = [
        "mkdir", "mkdtemp", "write", "close", "fsync", "rename", "renameat2", "link", "symlink", "unlink", "rmdir",
        "chmod", "utimensat",
    ]

    /// The process has no open file or memory left: no other file can be read either.
    package var isOfProcess: Bool { code == EMFILE || code == ENFILE || code == ENOMEM }

    package var description: String { "\(path): \(reason)" }
}

/// Does what swift-system offers, and says at which path it failed.
func naming<Value>(_ operation: String, _ path: String, _ body: () throws -> Value) throws(FileFault) -> Value {
    do {
        return try body()
    } catch let error as Errno {
        throw FileFault(operation, path, code: error.rawValue)
    } catch {
        throw FileFault(operation, path, code: EIO)
    }
}
