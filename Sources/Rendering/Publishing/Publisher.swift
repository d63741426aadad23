import Files
import Glibc
import Spreadsheet

/// Puts a set of files in its place whole: readers find the set before or the new one, and never a part of either.
///
/// The set is built in a private folder beside its place, synced, and exchanged for the old one in a single rename.
package struct Publisher: Sendable {
    package enum Outcome: Hashable, Sendable {
        case published([SetFile])
        /// Every file is already there, byte for byte, and no other.
        case unchanged([SetFile])

        /// The files of the set.
        package var files: [SetFile] {
            switch self {
            case .published(let files), .unchanged(let files): files
            }
        }
    }

    /// The folder that sets stand in: `reports/2026-10`.
    let parent: SetFolder

    /// `folder` is made where it is missing; the one above it is there.
    package init(in folder: String) { parent = SetFolder(path: folder) }

    /// Builds a set and puts it at `name`. `build` fills the empty folder that it is given and returns what it wrote.
    ///
    /// Throws `PublishError`, or what `build` throws; then what stood at `name` still does.
    ///
    /// - Parameter keeping: Told where the old set lies once the new one stands; names the place on the same disk where it is to
    ///   be kept, or `nil` for one that may be removed.
    package func publish(
        as name: String, keeping: (_ old: String) -> String? = { _ in nil },
        build: (_ folder: String) throws -> [SetFile]
    ) throws -> Outcome {
        try inPrivate { fresh in
            let files = try build(fresh.path)
            let place = SetFolder(path: parent.path(of: name))
            guard try !Publisher.holds(place, files) else {
                try fresh.remove()
                return .unchanged(files)
            }
            try fresh.keepTimes(of: files, from: place)
            try fresh.count(files)
            try fresh.sync()
            try exchange(fresh, with: place, keeping: keeping)
            try SetFolder.sync(parent.path)
            return .published(files)
        }
    }

    /// Builds a set and puts it at `name`, where nothing stands or an empty folder: anything else there stays, and this throws.
    package func publish(new name: String, build: (_ folder: String) throws -> [SetFile]) throws {
        try inPrivate { fresh in
            try fresh.count(try build(fresh.path))
            try fresh.sync()
            // Onto a folder that is not empty, or onto a file, the system does not rename a folder.
            try onDisk(Entry.rename(fresh.path, to: parent.path(of: name)))
            try SetFolder.sync(parent.path)
        }
    }

    /// Gives `body` an empty folder that nobody sees; what it throws is the fault to tell.
    func inPrivate<Value>(_ body: (_ fresh: SetFolder) throws -> Value) throws -> Value {
        if try parent.createIfMissing() { try SetFolder.sync(parent.path(of: "..")) }
        try removeLeftovers()
        let own = try PrivateFolder.make(in: parent)
        return try withExtendedLifetime(own) {
            do {
                return try body(own.folder)
            } catch {
                // The fault that stopped the work is the one to tell; the next run removes what cannot be removed now.
                try? own.folder.remove()
                if let error = error as? SpreadsheetError {
                    throw PublishError(.workbook(error), error.path ?? own.folder.path)
                }
                throw error
            }
        }
    }

    /// Puts a file beside the sets, whole or not at all; it is on the disk once this returns.
    package func put(_ bytes: [UInt8], as name: String) throws(PublishError) {
        try removeLeftovers()
        try PrivateFolder.put(bytes, as: name, in: parent)
    }

    /// The files of the set that stands at `name`; none where there is no set.
    package func standing(_ name: String) throws(PublishError) -> [SetFile] {
        let place = SetFolder(path: parent.path(of: name))
        guard try place.isFolder else { return [] }
        return try place.names().map { name throws(PublishError) in try place.file(name) }
    }

    /// Whether a name is one under which something is made that nobody sees yet.
    package static func isPrivate(_ name: String) -> Bool { PrivateFolder.isName(name) }

    /// Removes the private folders of runs that were killed.
    package func removeLeftovers() throws(PublishError) { try PrivateFolder.removeLeftovers(in: parent) }

    /// Whether a folder holds exactly these files.
    private static func holds(_ folder: SetFolder, _ files: [SetFile]) throws(PublishError) -> Bool {
        guard try folder.isFolder, try folder.names() == files.map(\.name).sorted() else { return false }
        for file in files {
            guard try folder.holds(file) else { return false }
        }
        return true
    }

    /// Takes the old set's place, and removes the old set.
    func exchange(
        _ fresh: SetFolder, with place: SetFolder, keeping: (_ old: String) -> String? = { _ in nil }
    ) throws(PublishError) {
        guard try onDisk(Entry.ifPresent(at: place.path)) != nil else {
            return try onDisk(Entry.rename(fresh.path, to: place.path))
        }
        do throws(FileFault) {
            try Entry.exchange(fresh.path, place.path)
        } catch {
            throw [EINVAL, ENOSYS].contains(error.code) ? PublishError(.noExchange, place.path) : PublishError(error)
        }
        try SetFolder.sync(parent.path)
        if let kept = keeping(fresh.path), (try? Entry.rename(fresh.path, to: kept)) != nil {
            return try SetFolder.sync(parent.path)
        }
        // The new set stands; an old one that cannot be removed is removed by the next run.
        try? fresh.remove()
    }
}

extension SetFolder {
    /// Gives every file that is as it was in `old` the time that it bears there, so that whoever sorts a folder by time
    /// sees what has changed. A time that cannot be set is none the worse for the set.
    func keepTimes(of files: [SetFile], from old: SetFolder) throws(PublishError) {
        guard try old.isFolder else { return }
        let known = Set(try old.names())
        for file in files where known.contains(file.name) {
            guard try old.holds(file) else { continue }
            guard let before = try? Entry(at: old.path(of: file.name)) else { continue }
            try? Entry.setModified(as: before, of: path(of: file.name))
        }
    }
}

extension Publisher {
    /// What follows the name of a file that is being written.
    private static let writingSuffix = ".writing"

    /// Puts a file beside the sets, whole or not at all, and returns once it lasts.
    package func keep(_ bytes: [UInt8], as name: String) throws(PublishError) {
        let writing = name + Publisher.writingSuffix
        try removeNote(writing)
        try parent.write(bytes, to: writing)
        try SetFolder.sync(parent.path(of: writing))
        try onDisk(Entry.rename(parent.path(of: writing), to: parent.path(of: name)))
        try SetFolder.sync(parent.path)
    }

    /// Whether a name is that of such a file, or of one that a killed run was about to put there.
    package static func isNote(_ name: String, of note: String) -> Bool {
        name == note || name == note + writingSuffix
    }

    /// The bytes of a file beside the sets; `nil` where there is none, or what lies there is none of the program's.
    package func note(_ name: String) throws(PublishError) -> [UInt8]? {
        guard let entry = try onDisk(Entry.ifPresent(at: parent.path(of: name))), entry.kind == .file,
            entry.size <= Publisher.noteBytesMost
        else { return nil }
        return try parent.read(name)
    }

    /// No note comes near it.
    private static let noteBytesMost = 1 << 20

    /// Takes away a file that `keep` has put there, and what a killed run has left of it; after a power cut it may be there
    /// again.
    package func drop(_ name: String) throws(PublishError) {
        try removeNote(name + Publisher.writingSuffix)
        try removeNote(name)
    }

    private func removeNote(_ name: String) throws(PublishError) {
        try onDisk(Entry.remove(parent.path(of: name)))
    }
}
