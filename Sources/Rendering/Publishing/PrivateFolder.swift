import Files
import Glibc

/// A folder that a set is built in before anybody sees it. It is locked for as long as this lives: what bears such a name and
/// is not locked was left by a run that was killed.
final class PrivateFolder: Sendable {
    let folder: SetFolder
    /// Holds the lock for as long as it is open.
    private let file: OpenFile

    private init(folder: SetFolder, file: consuming OpenFile) {
        self.folder = folder
        self.file = file
    }

    /// What the names of private folders and files begin with.
    static let prefix = ".dang-lam-"
    private static let nameLengths = 12...13
    private static let attemptsMax = 100

    /// Whether it is a name of this program's: nobody else's folder is ever removed.
    static func isName(_ name: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let rest = name.dropFirst(prefix.count).utf8
        return nameLengths.contains(rest.count)
            && rest.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    static func randomName() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 36)
        return prefix + String(repeating: "0", count: max(0, nameLengths.upperBound - digits.count)) + digits
    }

    /// Makes one in a folder. Another run may find it before it is locked, and take it for a leftover: then a second is made.
    static func make(in parent: SetFolder) throws(PublishError) -> PrivateFolder {
        for _ in 0..<attemptsMax {
            let folder = SetFolder(path: parent.path(of: randomName()))
            try folder.create()
            if let file = try lock(folder.path) { return PrivateFolder(folder: folder, file: file) }
        }
        throw PublishError(.system(EBUSY), parent.path)
    }

    /// Writes a file that nobody sees before it has its name; what cannot take its name is removed. Once this returns, bytes
    /// and name are on the disk.
    static func put(_ bytes: [UInt8], as name: String, in parent: SetFolder) throws(PublishError) {
        for _ in 0..<attemptsMax {
            let fresh = parent.path(of: randomName())
            do throws(PublishError) {
                try SetFolder.write(bytes, at: fresh)
                try SetFolder.sync(fresh)
                // Another run may have found it already, and taken it for a leftover.
                guard let file = try lock(fresh) else { continue }
                try onDisk(Entry.rename(fresh, to: parent.path(of: name)))
                try SetFolder.sync(parent.path)
                return withExtendedLifetime(file) {}
            } catch {
                try? Entry.remove(fresh)
                throw error
            }
        }
        throw PublishError(.system(EBUSY), parent.path)
    }

    /// Removes what killed runs have left in a folder; what a run is filling at this moment stays.
    static func removeLeftovers(in parent: SetFolder) throws(PublishError) {
        for entry in try SetFolder.entries(of: parent.path) where isName(entry.name) {
            let path = parent.path(of: entry.name)
            guard let file = try lock(path) else { continue }
            try onDisk(Folder.removeWhole(path))
            withExtendedLifetime(file) {}
        }
    }

    /// The file or folder, open and locked; `nil` where another has it, or it is gone.
    private static func lock(_ path: String) throws(PublishError) -> OpenFile? {
        do throws(FileFault) {
            let file = try OpenFile(path, .readingNoLink)
            guard try file.lock(), try file.entry().isSame(as: try Entry(at: path)) else { return nil }
            return file
        } catch {
            if error.code == ENOENT || error.code == ELOOP { return nil }
            throw PublishError(error)
        }
    }
}
