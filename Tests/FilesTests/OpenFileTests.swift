import Files
import Glibc
import TestSupport
import Testing

struct OpenFileTests {
    @Test func `what is written is read, from any place, and no more than there is`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a"
        var file = try OpenFile(path, .making, rights: 0o640)
        try file.write(Array("một hai".utf8))
        try file.close()
        let reading = try OpenFile(path, .reading)
        #expect(try reading.readAll() == Array("một hai".utf8))
        #expect(try reading.read(upTo: 3) == Array("một hai".utf8.prefix(3)))
        #expect(try reading.read(upTo: 100) == Array("một hai".utf8))
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
        defer { room.deallocate() }
        #expect(try reading.read(at: 6, into: room) == 3)
        #expect(try reading.entry().rights & 0o777 == 0o640)
    }

    @Test func `a fault names the call, the path and the reason`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a"
        #expect(throws: FileFault("open", path, code: ENOENT)) { _ = try OpenFile(path, .reading) }
        #expect(FileFault("open", path, code: ENOENT).reason == "No such file or directory")
        _ = try OpenFile(path, .making)
        #expect(throws: FileFault("open", path, code: EEXIST)) { _ = try OpenFile(path, .making) }
        #expect(throws: FileFault("read", folder.path, code: EISDIR)) {
            _ = try OpenFile(folder.path, .reading).read(upTo: 1)
        }
    }

    @Test func `a link is refused where it is not to be followed, and a pipe not waited for`() throws {
        let folder = try TemporaryFolder()
        let (file, link, pipe) = ("\(folder.path)/a", "\(folder.path)/b", "\(folder.path)/c")
        try OpenFile(file, .making).write([1])
        #expect(symlink(file, link) == 0 && mkfifo(pipe, 0o600) == 0)
        #expect(try OpenFile(link, .reading).readAll() == [1])
        for use in [OpenFile.Use.readingNoLink, .appending, .holding(followingLinks: false)] {
            #expect(throws: FileFault("open", link, code: ELOOP)) { _ = try OpenFile(link, use) }
        }
        #expect(try OpenFile(pipe, .readingNoLink).entry().kind == .special)
        #expect(try Entry(at: link).kind == .link)
        #expect(try Entry(at: link, followingLinks: true).kind == .file)
    }

    @Test func `one at a time holds a file, until its value goes`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a"
        do {
            let first = try OpenFile(path, .holding(followingLinks: true))
            #expect(try first.lock())
            let second = try OpenFile(path, .holding(followingLinks: true))
            #expect(try !second.lock())
            withExtendedLifetime(first) {}
        }
        let third = try OpenFile(path, .holding(followingLinks: true))
        #expect(try third.lock())
    }

    @Test func `a nameless file is read where it was written`() throws {
        let file = try OpenFile(namelessIn: .ofSystem)
        try file.write([1, 2, 3], at: 0)
        try file.write([4], at: 3)
        #expect(try file.readAll() == [1, 2, 3, 4])
        #expect(try !file.entry().isNamed)
    }
}

/// Folders with all that is in them.
struct WholeFolderTests {
    /// Rights and content of what is in a folder, by path; links by where they lead.
    private func content(of path: String) throws -> [String] {
        try Folder.names(in: path).flatMap { name -> [String] in
            let own = "\(path)/\(name)"
            let entry = try Entry(at: own)
            let rights = String(entry.rights & 0o777, radix: 8)
            switch entry.kind {
            case .folder: return try ["\(name) \(rights)"] + content(of: own).map { "\(name)/\($0)" }
            case .link: return ["\(name) → \(try Entry(at: own, followingLinks: true).size)"]
            default: return ["\(name) \(rights) \(try OpenFile(own, .reading).readAll()) \(entry.modified.seconds)"]
            }
        }
    }

    @Test func `a folder is made with those above it, and taken away with all that is in it`() throws {
        let folder = try TemporaryFolder()
        let (deep, file) = ("\(folder.path)/a/b//c/", "\(folder.path)/kept")
        try Folder.makeWhole(deep)
        try Folder.makeWhole(deep)
        try OpenFile.write([1], to: "\(deep)/d")
        try OpenFile.write([2], to: file)
        #expect(symlink(file, "\(deep)/e") == 0)
        #expect(throws: FileFault("mkdir", file, code: EEXIST)) { try Folder.makeWhole(file) }
        #expect(throws: FileFault.self) { try Folder.makeWhole("\(file)/f/g") }
        try Folder.removeWhole("\(folder.path)/a")
        try Folder.removeWhole("\(folder.path)/a")
        #expect(try Folder.names(in: folder.path) == ["kept"])
        #expect(try OpenFile(file, .reading).readAll() == [2])
    }

    @Test func `a copy has the content, the rights and the times`() throws {
        let folder = try TemporaryFolder()
        let (one, other) = ("\(folder.path)/a", "\(folder.path)/b")
        try Folder.makeWhole("\(one)/in")
        try OpenFile.write([1, 2], to: "\(one)/in/c")
        try Entry.setRights(0o604, of: "\(one)/in/c")
        #expect(symlink("in/c", "\(one)/d") == 0)
        #expect(utimes("\(one)/in/c", [timeval(tv_sec: 5, tv_usec: 0), timeval(tv_sec: 7, tv_usec: 0)]) == 0)
        try Folder.copy(one, to: other)
        #expect(try content(of: other) == content(of: one))
        #expect(try content(of: one).contains("in/c 604 [1, 2] 7"))
        #expect(throws: FileFault("mkdir", other, code: EEXIST)) { try Folder.copy(one, to: other) }
        #expect(mkfifo("\(one)/pipe", 0o600) == 0)
        #expect(throws: FileFault("copy", "\(one)/pipe", code: EINVAL)) {
            try Folder.copy(one, to: "\(folder.path)/c")
        }
    }

    @Test func `what is in scratch is gone, whatever becomes of the work`() throws {
        struct Stopped: Error {}
        var place = ""
        #expect(throws: Stopped.self) {
            try Folder.inScratch { path in
                place = path
                try OpenFile.write([1], to: "\(path)/a")
                #expect(try Entry(at: path).rights & 0o777 == 0o700)
                throw Stopped()
            }
        }
        #expect(!place.isEmpty && !Entry.isThere(place))
    }

    @Test func `no program that is started inherits a copied number`() throws {
        let file = try OpenFile(namelessIn: .ofSystem)
        #expect(fcntl(file.number, F_GETFD) & FD_CLOEXEC != 0)
        withExtendedLifetime(file) {}
    }
}

struct EntryTests {
    @Test func `two names change places, and a lost one is said`() throws {
        let folder = try TemporaryFolder()
        let (one, other) = ("\(folder.path)/a", "\(folder.path)/b")
        try Folder.make(one, rights: 0o700)
        try OpenFile(other, .making).write([1])
        try Entry.exchange(one, other)
        #expect(try Entry(at: one).kind == .file)
        #expect(try Entry(at: other).kind == .folder)
        #expect(throws: FileFault("renameat2", "\(folder.path)/c", code: ENOENT)) {
            try Entry.exchange(one, "\(folder.path)/c")
        }
    }

    @Test func `a file that was written to is not untouched`() throws {
        let folder = try TemporaryFolder()
        let (path, other) = ("\(folder.path)/a", "\(folder.path)/b")
        try OpenFile(path, .making).write([1])
        let before = try Entry(at: path)
        #expect(try Entry(at: path).isUntouched(since: before))
        try OpenFile(path, .appending).write([2])
        #expect(try !Entry(at: path).isUntouched(since: before))
        // Another of the same size and time, in its place.
        try OpenFile(other, .making).write([1, 3])
        let now = try Entry(at: path)
        try Entry.setModified(as: now, of: other)
        #expect(try Entry(at: other).modified == now.modified)
        try Entry.rename(other, to: path)
        #expect(try !Entry(at: path).isUntouched(since: now))
    }

    @Test func `what is not there is absent, and may be removed again`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a"
        #expect(try Entry.ifPresent(at: path) == nil)
        #expect(try Entry.ifPresent(at: "\(path)/b") == nil)
        try Entry.remove(path)
        try Folder.remove(path)
        try OpenFile(path, .making).write([1])
        #expect(Entry.isThere(path))
        #expect(try Entry.ifPresent(at: path)?.size == 1)
        try Entry.link(path, as: "\(folder.path)/b")
        #expect(throws: FileFault("link", path, code: EEXIST)) { try Entry.link("\(folder.path)/b", as: path) }
    }
}

struct FolderTests {
    @Test(arguments: [
        ("x", "."), ("x/", "."), ("/x", "/"), ("/", "/"), ("a/b", "a"), ("a/b/", "a"), ("/a/b", "/a"), (".", "."),
    ]) func `the folder above a path is known whatever its name`(_ path: String, _ above: String) {
        #expect(Folder.above(path) == above)
    }

    @Test func `names that last are made as others are, and not where a file bears one`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a/b/c"
        for _ in 1...2 { try Folder.makeWhole(path, isLasting: true) }
        #expect(try Entry(at: path).kind == .folder)
        let file = "\(folder.path)/x"
        _ = try OpenFile(file, .making)
        #expect(throws: FileFault.self) { try Folder.makeWhole(file, isLasting: true) }
        #expect(throws: FileFault.self) { try Folder.makeWhole("\(file)/y", isLasting: true) }
    }

    @Test func `names come in order, and those that are no UTF-8 as they are`() throws {
        let folder = try TemporaryFolder()
        #expect(try Folder.make("\(folder.path)/b", rights: 0o700))
        #expect(try !Folder.make("\(folder.path)/b", rights: 0o700))
        try OpenFile("\(folder.path)/a", .making).write([])
        #expect(try Folder.names(in: folder.path) == ["a", "b"])
        #expect(try Folder.names(in: "\(folder.path)/c") == [])
        #expect(mkdir("\(folder.path)/b/\u{FFFD}", 0o700) == 0)
        #expect(
            "\(folder.path)/b/".withCString { start in
                var bytes = Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                bytes += [CChar(bitPattern: 0xFF), 0]
                return mkdir(bytes, 0o700)
            } == 0)
        let raw = try Folder.rawNames(in: "\(folder.path)/b", followingLinks: false)
        #expect(Set(raw) == [[0xFF], [0xEF, 0xBF, 0xBD]])
        #expect(throws: FileFault("rmdir", "\(folder.path)/b", code: ENOTEMPTY)) {
            try Folder.remove("\(folder.path)/b")
        }
        try Folder.sync(folder.path)
        #expect(throws: FileFault.self) { try Folder.sync("\(folder.path)/a") }
    }
}
