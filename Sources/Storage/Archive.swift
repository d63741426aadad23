import Digest

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
        if try Folder.make(folder) { try Folder.sync("\(folder)/..") }
        try Folder.make(privateFolder)
        try Folder.sweep(privateFolder)
    }

    /// Keeps bytes, unless they are kept already. The folder named is to be handed to `flush`; `nil`: nothing to do.
    func put(_ bytes: [UInt8], sha256: String) throws(LedgerError) -> String? {
        try place(sha256) { path throws(LedgerError) in try write(bytes, to: path) }
    }

    /// Has a file written under a private name, and gives it its own.
    private func place(
        _ sha256: String, _ write: (_ privatePath: String) throws(LedgerError) -> Void
    ) throws(LedgerError) -> String? {
        let path = path(of: sha256)
        guard !OpenFile.exists(path) else { return nil }
        let privatePath = "\(privateFolder)/\(sha256).lz4"
        try write(privatePath)
        let subfolder = "\(folder)/\(sha256.prefix(2))"
        try Folder.make(subfolder)
        try OpenFile.rename(privatePath, to: path)
        return subfolder
    }

    /// Takes over a file of another archive as it stands. The folder named is to be handed to `flush`.
    func copy(_ sha256: String, from other: Archive) throws(LedgerError) -> String? {
        let source = try OpenFile(reading: other.path(of: sha256))
        let frame = try source.readAll()
        return try place(sha256) { path throws(LedgerError) in
            let file = try OpenFile(writing: path)
            try file.write(frame)
            try file.sync()
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        let file = try OpenFile(writing: path)
        try LZ4Frame.compress(bytes, place: path) { piece throws(LedgerError) in try file.write(piece) }
        try file.sync()
    }

    /// Returns once the files named in these folders last.
    func flush(_ subfolders: Set<String>) throws(LedgerError) {
        guard !subfolders.isEmpty else { return }
        for subfolder in subfolders.sorted() { try Folder.sync(subfolder) }
        try Folder.sync(folder)
    }

    /// The bytes with this digest, unpacked and digested again.
    func bytes(of sha256: String, size: Int) throws(LedgerError) -> [UInt8] {
        let path = path(of: sha256)
        guard OpenFile.exists(path) else {
            throw LedgerError(.damaged, place: path, detail: "the file is not there")
        }
        let file = try OpenFile(reading: path)
        let bytes = try LZ4Frame.decompress(try file.readAll(), size: size, place: path)
        let found = SHA256Digest.of(bytes).hex
        guard found == sha256 else { throw LedgerError(.damaged, place: path, detail: "SHA-256 \(found)") }
        return bytes
    }
}
