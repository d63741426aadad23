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

    /// What the names of private folders begin with.
    package static let privatePrefix = ".dang-lam-"

    /// The folder that sets stand in: `reports/2026-10`.
    let parent: SetFolder

    /// `folder` is made where it is missing; the one above it is there.
    package init(in folder: String) { parent = SetFolder(path: folder) }

    /// Builds a set and puts it at `name`. `build` fills the empty folder that it is given and returns what it wrote.
    ///
    /// Throws `PublishError`, or what `build` throws; then what stood at `name` still does.
    package func publish(as name: String, build: (_ folder: String) throws -> [SetFile]) throws -> Outcome {
        if try parent.createIfMissing() { try SetFolder.sync(parent.path(of: "..")) }
        try removeLeftovers()
        let fresh = SetFolder(path: parent.path(of: Publisher.privatePrefix + Publisher.randomName()))
        try fresh.create()
        do {
            let files = try build(fresh.path)
            let place = SetFolder(path: parent.path(of: name))
            guard try !Publisher.holds(place, files) else {
                try fresh.remove()
                return .unchanged(files)
            }
            try fresh.keepTimes(of: files, from: place)
            try fresh.sync()
            try exchange(fresh, with: place)
            try SetFolder.sync(parent.path)
            return .published(files)
        } catch {
            // The fault that stopped the work is the one to tell; the next run removes what cannot be removed now.
            try? fresh.remove()
            if let error = error as? SpreadsheetError { throw PublishError(.workbook(error), error.path ?? fresh.path) }
            throw error
        }
    }

    /// Puts a file beside the sets, whole or not at all; after a power cut it may be of no use.
    package func put(_ bytes: [UInt8], as name: String) throws(PublishError) {
        let fresh = Publisher.privatePrefix + Publisher.randomName()
        try parent.write(bytes, to: fresh)
        guard rename(parent.path(of: fresh), parent.path(of: name)) == 0 else { throw .system(parent.path(of: name)) }
    }

    /// The files of the set that stands at `name`; none where there is no set.
    package func standing(_ name: String) throws(PublishError) -> [SetFile] {
        let place = SetFolder(path: parent.path(of: name))
        return try place.names().map { name throws(PublishError) in try place.file(name) }
    }

    /// Removes the private folders of runs that were killed.
    package func removeLeftovers() throws(PublishError) {
        for entry in try SetFolder.entries(of: parent.path) where entry.name.hasPrefix(Publisher.privatePrefix) {
            try SetFolder.remove(parent.path(of: entry.name), isFolder: entry.isFolder)
        }
    }

    /// Whether a folder holds exactly these files.
    private static func holds(_ folder: SetFolder, _ files: [SetFile]) throws(PublishError) -> Bool {
        guard try folder.names() == files.map(\.name).sorted() else { return false }
        for file in files {
            guard try folder.holds(file) else { return false }
        }
        return true
    }

    /// Takes the old set's place, and removes the old set.
    func exchange(_ fresh: SetFolder, with place: SetFolder) throws(PublishError) {
        if try FolderExchange.isMissing(place.path) {
            guard rename(fresh.path, place.path) == 0 else { throw .system(place.path) }
            return
        }
        try FolderExchange.exchange(fresh.path, place.path)
        try SetFolder.sync(parent.path)
        // The new set stands; an old one that cannot be removed is removed by the next run.
        try? fresh.remove()
    }

    static func randomName() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }
}
