import Digest
import Domain
import Glibc
import ZipPackage

/// A folder in which a package is put together, from its parts to the zip beside it.
package struct PackageFolder: Sendable {
    package typealias Content = (name: String, bytes: [UInt8])

    /// Where the package stands: the folder that is published.
    private let above: SetFolder
    private let folder: SetFolder
    private let name: String

    /// Makes the package's own folder in one that is there.
    package init(_ name: String, in path: String) throws {
        self.name = name
        above = SetFolder(path: path)
        folder = SetFolder(path: above.path(of: name))
        try folder.create()
    }

    /// Where the parts go.
    package var path: String { folder.path }

    package static let manifest = PackageFileNames.manifest
    package static let signature = PackageFileNames.signature

    package static func zipName(_ name: String) -> String { "\(name).zip" }

    /// The package printed, beside it where it was made without, which differs each time: its annexes, then its texts, in each
    /// language there may be.
    package static func printNames(_ name: String) -> [String] { Language.allCases.flatMap { printNames(name, $0) } }

    private static func printNames(_ name: String, _ language: Language) -> [String] {
        language == .vi ? ["\(name).pdf", "\(name)-van-ban.pdf"] : ["\(name)-en.pdf", "\(name)-texts-en.pdf"]
    }

    /// What is printed of this package in a language; nothing where it has no annexes in it.
    package func printNames(in language: Language) throws -> [String] {
        try annexes(in: language) == nil ? [] : PackageFolder.printNames(name, language)
    }

    private func annexes(in language: Language) throws -> String? {
        try ownNames(in: language).first { $0.hasPrefix("tong-hop-") && $0.hasSuffix(".xlsx") }
    }

    private func ownNames(in language: Language) throws -> [String] {
        try folder.names().filter { name in
            (name.hasSuffix("-en.xlsx") || name.hasSuffix("-en.txt")) == (language == .en)
        }
    }

    /// Writes a file, and the folder that it lies in.
    package func write(_ bytes: [UInt8], to name: String) throws {
        if name.hasPrefix("\(PackageFileNames.machines)/") {
            _ = try SetFolder(path: folder.path(of: PackageFileNames.machines)).createIfMissing()
        }
        try folder.write(bytes, to: name)
    }

    /// Whether a file of this name is one that only programs load, of a kind that later packages take back.
    package static func isExchange(_ name: String) -> Bool {
        ["sdmx-", "dhis2-"].contains { PackageFileNames.last(name).hasPrefix($0) }
    }

    package func bytes(of name: String) throws -> [UInt8] {
        guard let bytes = try folder.read(name) else { throw PublishError(.system(ENOENT), folder.path(of: name)) }
        return bytes
    }

    package func file(_ name: String) throws -> SetFile { try folder.file(name) }

    /// Whether it holds prints itself.
    package var isPrinted: Bool { get throws { try folder.names().contains { $0.hasSuffix(".pdf") } } }

    /// Writes what is to be printed under these names, as workbooks, into another folder; their paths.
    package func writeWorkbooks(named prints: [String], in language: Language, to target: String) throws -> [String] {
        guard let annexes = try annexes(in: language) else { return [] }
        let own = try ownNames(in: language)
        let paths = prints.map { "\(target)/\($0.dropLast(4)).xlsx" }
        try SetFolder.write(try bytes(of: annexes), at: paths[0])
        let texts = try ["tom-tat-", "bao-cao-", "tong-hop-"].compactMap { beginning in
            try own.first { $0.hasPrefix(beginning) && $0.hasSuffix(".txt") }.map {
                TextWorkbook.Text(name: String(beginning.dropLast()), bytes: try bytes(of: $0))
            }
        }
        try TextWorkbook(texts).write(to: paths[1])
        return paths
    }

    /// Writes `SHA256SUMS` over everything that is there, and the zip of all of it.
    package func close() throws {
        let parts = try folder.names().map { (name: $0, bytes: try bytes(of: $0)) }
        let contents = PackageFolder.closed(parts)
        for content in contents where content.name == PackageFileNames.sums {
            try folder.write(content.bytes, to: content.name)
        }
        try above.write(PackageFolder.zip(contents), to: PackageFolder.zipName(name))
    }

    /// All files of a package made of these parts, `SHA256SUMS` among them, in the order of the zip.
    package static func closed(_ parts: [Content]) -> [Content] {
        let files = parts.map {
            SetFile(name: $0.name, sha256: SHA256Digest.of($0.bytes).hex, size: $0.bytes.count)
        }
        let all = parts + [(PackageFileNames.sums, ChecksumList.bytes(files))]
        let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return PackageFileNames.inReadingOrder(all.map(\.name)).compactMap { byName[$0] }
    }

    /// The zip of a package's files, in the order in which they are given.
    package static func zip(_ contents: [Content]) throws -> [UInt8] {
        try ZipWriter.zip(contents.map { ZipWriter.Entry(name: $0.name, bytes: $0.bytes) })
    }
}

/// `SHA256SUMS`: a line for each file of a package, as `sha256sum -c` reads it.
package enum ChecksumList {
    package static func bytes(_ files: [SetFile]) -> [UInt8] {
        Array(files.sorted { $0.name < $1.name }.map { "\($0.sha256)  \($0.name)\n" }.joined().utf8)
    }
}
