import Digest
import Domain
import Files
import Glibc
import Synchronization

/// The bytes of every file received or issued, each once, under its SHA-256: `archive/ab/<sha256>.lz4`.
///
/// A file appears whole or not at all. `put` names it, `flush` makes the names last; only then may a row refer to it.
struct Archive: Sendable {
    /// `reports/archive`.
    let folder: String

    /// What `blob.codec` says of files written here.
    static let codec = "lz4"

    /// Files that are being written; whatever is in it when no run is going on is of no use.
    private var privateFolder: String { "\(folder)/.writing" }

    /// Where the bytes with this digest are.
    func path(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256).lz4" }

    /// Makes the folders, and takes away what a killed run has left.
    func prepare() throws(LedgerError) {
        if try Folder.make(folder) { try onDisk(Folder.sync("\(folder)/..")) }
        try Folder.make(privateFolder)
        try Folder.sweep(privateFolder)
    }

    /// Keeps bytes, unless they are kept already. The folder named is to be handed to `flush`; `nil`: nothing to do.
    func put(_ bytes: [UInt8], sha256: String) throws(LedgerError) -> String? {
        try place(sha256) { path throws(LedgerError) in try write(bytes, to: path) }
    }

    /// A name for a file that is being written, of which the digest is not known yet.
    func privatePath() -> String {
        "\(privateFolder)/\(getpid())-\(Self.number.wrappingAdd(1, ordering: .relaxed).newValue).lz4"
    }

    private static let number = Atomic(0)

    /// Has a file written under a private name, unless it stands under one, and gives it its own.
    func place(
        _ sha256: String, writtenAt written: String? = nil,
        _ write: (_ privatePath: String) throws(LedgerError) -> Void
    ) throws(LedgerError) -> String? {
        let path = path(of: sha256)
        guard !Entry.isThere(path) else { return nil }
        let privatePath = written ?? "\(privateFolder)/\(sha256).lz4"
        try write(privatePath)
        let subfolder = "\(folder)/\(sha256.prefix(2))"
        try Folder.make(subfolder)
        try onDisk(Entry.rename(privatePath, to: path))
        return subfolder
    }

    /// Takes over a file of another archive as it stands. The folder named is to be handed to `flush`.
    func copy(_ sha256: String, from other: Archive) throws(LedgerError) -> String? {
        let source = try OpenFile(reading: other.path(of: sha256))
        return try place(sha256) { path throws(LedgerError) in
            let file = try OpenFile(writing: path)
            try onDisk(file.write(allOf: source))
            try onDisk(file.sync())
        }
    }

    /// The digests of all that lies here, by the names of the files.
    func digests() throws(LedgerError) -> [String] {
        var digests: [String] = []
        for folder in try onDisk(Folder.names(in: folder)) where folder.utf8.count == 2 {
            for name in try onDisk(Folder.names(in: "\(self.folder)/\(folder)"))
            where name.hasSuffix(".\(Archive.codec)") {
                digests.append(String(name.dropLast(Archive.codec.count + 1)))
            }
        }
        return digests
    }

    /// The paths of all that lies here and has no name that the archive gives.
    func foreignNames() throws(LedgerError) -> [String] {
        var foreign: [String] = []
        for name in try onDisk(Folder.names(in: folder)) where "\(folder)/\(name)" != privateFolder {
            guard name.utf8.count == 2, Archive.isHexadecimal(name), try isFolder(name) else {
                foreign.append(name)
                continue
            }
            foreign += try onDisk(Folder.names(in: "\(folder)/\(name)")).filter { file in
                let digest = file.dropLast(Archive.codec.count + 1)
                return !file.hasSuffix(".\(Archive.codec)") || digest.utf8.count != 64 || !file.hasPrefix(name)
                    || !Archive.isHexadecimal(digest)
                    || (try? Entry(at: "\(folder)/\(name)/\(file)"))?.kind != .file
            }.map { "\(name)/\($0)" }
        }
        return foreign
    }

    private func isFolder(_ name: String) throws(LedgerError) -> Bool {
        try onDisk(Entry.ifPresent(at: "\(folder)/\(name)"))?.kind == .folder
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Packs bytes into a file that is on the disk afterwards.
    func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        let file = try OpenFile(writing: path)
        try LZ4Frame.pack(bytes, place: path) { piece throws(LedgerError) in
            try onDisk(file.write(piece))
        }
        try onDisk(file.sync())
    }

    /// Returns once the files named in these folders last.
    func flush(_ subfolders: Set<String>) throws(LedgerError) {
        guard !subfolders.isEmpty else { return }
        let folders = subfolders.sorted() + [folder]
        // The disk serves several at once in hardly more time than one.
        _ = try ParallelMap.map(folders, throwing: { folder throws(LedgerError) in try onDisk(Folder.sync(folder)) })
    }

    /// Returns once what was written here under private names has left them for good.
    func settle() throws(LedgerError) { try onDisk(Folder.sync(privateFolder)) }

    /// The bytes with this digest, unpacked and digested again.
    func bytes(of sha256: String, size: Int) throws(LedgerError) -> [UInt8] {
        var bytes: [UInt8] = []
        try unpack(sha256, size: size) { bytes += $0 }
        return bytes
    }

    /// Unpacks the bytes with this digest, digests them again, and hands them on in pieces; whoever takes them knows
    /// only in the end that they are the right ones.
    func unpack(
        _ sha256: String, size: Int, to take: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws(LedgerError) {
        let path = path(of: sha256)
        guard Entry.isThere(path) else {
            throw LedgerError(.damaged, place: path, detail: "the file is not there")
        }
        let file = try OpenFile(reading: path)
        var hasher = SHA256()
        try LZ4Frame.unpack(file, size: size) { piece in
            hasher.update(piece)
            take(piece)
        }
        let found = hasher.finalize().hex
        guard found == sha256 else { throw LedgerError(.damaged, place: path, detail: "SHA-256 \(found)") }
    }
}
