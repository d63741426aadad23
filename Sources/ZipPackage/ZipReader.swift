import CZip

/// A zip that is open for reading.
///
/// Opening checks that the directory agrees with the entries' own headers and that no name occurs twice; reading an
/// entry checks its length and its CRC. Entries come in the order of the directory.
package struct ZipReader: ~Copyable {
    /// One file in a zip.
    package struct Entry: Hashable, Sendable {
        package let name: String
        /// Bytes once inflated, as the directory says.
        package let size: Int
        /// Bytes as they lie in the zip.
        package let packedSize: Int
        /// Only with a password are its bytes to be had.
        package let isEncrypted: Bool
        package let crc: UInt32
    }

    /// The zip as it is named in errors.
    package let path: String
    /// All entries, in the order of the directory; names are unique.
    package let entries: [Entry]

    /// The largest entry that is read, unless told otherwise: 512 MiB.
    package static let sizeMax = 512 << 20

    /// Owned here alone; discarded, never closed, for nothing is changed.
    let archive: OpaquePointer
    private let positions: [String: Int]
    private let entrySizeMax: Int

    /// Opens the zip at `path`.
    package init(path: String, entrySizeMax: Int = ZipReader.sizeMax) throws(ZipError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
            throw Self.opening(path: path, code: code)
        }
        let entries: [Entry]
        do {
            entries = try Self.entries(of: archive, path: path)
        } catch {
            zip_discard(archive)
            throw error
        }
        self.path = path
        self.entries = entries
        self.archive = archive
        self.entrySizeMax = entrySizeMax
        positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
    }

    /// Reads a zip that lies in memory and that others made: one that opens is read, as their programs read it. Its reader
    /// lives as long as `body` runs.
    package static func reading<Result>(
        _ bytes: [UInt8], entrySizeMax: Int = ZipReader.sizeMax, entriesMax: Int,
        _ body: (borrowing ZipReader) throws -> Result
    ) throws -> Result {
        guard entriesDeclared(in: bytes) <= entriesMax else {
            throw ZipError(.tooLarge, path: "", detail: "more than \(entriesMax) entries")
        }
        return try bytes.withUnsafeBytes { buffer in
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
            else {
                throw ZipError(.library, path: "", detail: String(cString: zip_error_strerror(&error)))
            }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                zip_source_free(source)
                throw ZipError(.damaged, path: "", detail: String(cString: zip_error_strerror(&error)))
            }
            return try body(try ZipReader(archive, entrySizeMax: entrySizeMax, entriesMax: entriesMax))
        }
    }

    /// How many entries the end of the directory speaks of; the library makes room for so many before it looks at one.
    private static func entriesDeclared(in bytes: [UInt8]) -> Int {
        var most = 0
        var place = bytes.count - 22
        while place >= max(0, bytes.count - 22 - 65_535) {
            if bytes[place] == 0x50, bytes[place + 1] == 0x4B, bytes[place + 2] == 5, bytes[place + 3] == 6 {
                most = max(most, Int(bytes[place + 10]) | Int(bytes[place + 11]) << 8)
            }
            place -= 1
        }
        return most
    }

    /// Takes over an open archive, and discards it where it cannot be read.
    private init(_ archive: OpaquePointer, entrySizeMax: Int, entriesMax: Int) throws(ZipError) {
        let entries: [Entry]
        do throws(ZipError) {
            guard zip_get_num_entries(archive, 0) <= entriesMax else {
                throw ZipError(.tooLarge, path: "", detail: "more than \(entriesMax) entries")
            }
            entries = try Self.entries(of: archive, path: "")
        } catch {
            zip_discard(archive)
            throw error
        }
        path = ""
        self.entries = entries
        self.archive = archive
        self.entrySizeMax = entrySizeMax
        positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
    }

    deinit {
        zip_discard(archive)
    }

    /// Whether there is an entry of this name.
    package func contains(_ name: String) -> Bool {
        positions[name] != nil
    }

    /// Opens the entry `name`, if it is within the bound; whoever opens it closes it.
    private func open(_ name: String) throws(ZipError) -> (file: OpaquePointer, size: Int) {
        guard let position = positions[name] else {
            throw ZipError(.missingEntry, path: path, entry: name, detail: "\(entries.count) entries")
        }
        let size = entries[position].size
        guard size <= entrySizeMax else {
            throw ZipError(.tooLarge, path: path, entry: name, detail: "\(size) > \(entrySizeMax) bytes")
        }
        guard let file = zip_fopen_index(archive, zip_uint64_t(position), 0) else {
            throw ZipError(.damaged, path: path, entry: name, detail: String(cString: zip_strerror(archive)))
        }
        return (file, size)
    }

    /// The bytes of the entry `name`, checked against its length and CRC.
    package func bytes(of name: String) throws(ZipError) -> [UInt8] {
        let (file, size) = try open(name)
        defer { zip_fclose(file) }
        return try read(file, name: name, size: size)
    }

    /// Unpacks the entry `name` block by block; no more than the directory says comes out of it. `take` says whether to
    /// go on; where it does, length and CRC are checked at the end.
    package func forEachBlock(
        of name: String, blockBytes: Int = 1 << 16, _ take: (UnsafeRawBufferPointer) -> Bool
    ) throws(ZipError) {
        let (file, size) = try open(name)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockBytes, alignment: 16)
        defer {
            block.deallocate()
            zip_fclose(file)
        }
        var filled = 0
        while true {
            let count = zip_fread(file, block.baseAddress, zip_uint64_t(block.count))
            guard count >= 0 else {
                throw ZipError(.damaged, path: path, entry: name, detail: String(cString: zip_file_strerror(file)))
            }
            filled += Int(count)
            guard filled <= size else {
                throw ZipError(.damaged, path: path, entry: name, detail: "more than \(size) bytes")
            }
            if count == 0 { break }
            if !take(UnsafeRawBufferPointer(rebasing: block[..<Int(count)])) { return }
        }
        guard filled == size else {
            throw ZipError(.damaged, path: path, entry: name, detail: "\(filled) of \(size) bytes")
        }
    }

    /// Reads to the very end, past the last byte, for only there does the library compare the CRC.
    private func read(_ file: OpaquePointer, name: String, size: Int) throws(ZipError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while filled < bytes.count {
            let room = bytes.count - filled
            let count = bytes.withUnsafeMutableBytes { buffer in
                zip_fread(file, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(room))
            }
            guard count >= 0 else {
                throw ZipError(.damaged, path: path, entry: name, detail: String(cString: zip_file_strerror(file)))
            }
            if count == 0 { break }
            filled += Int(count)
        }
        guard filled == size else {
            throw ZipError(.damaged, path: path, entry: name, detail: "\(filled) of \(size) bytes")
        }
        bytes.removeLast()
        return bytes
    }

    private static func entries(of archive: OpaquePointer, path: String) throws(ZipError) -> [Entry] {
        let count = zip_get_num_entries(archive, 0)
        var entries: [Entry] = []
        var seen: Set<String> = []
        for position in 0..<max(count, 0) {
            var status = zip_stat_t()
            guard zip_stat_index(archive, zip_uint64_t(position), 0, &status) == 0, let name = status.name else {
                throw ZipError(.damaged, path: path, detail: String(cString: zip_strerror(archive)))
            }
            let entry = Entry(
                name: String(cString: name), size: Int(clamping: status.size),
                packedSize: Int(clamping: status.comp_size),
                isEncrypted: status.encryption_method != zip_uint16_t(ZIP_EM_NONE), crc: status.crc)
            guard seen.insert(entry.name).inserted else {
                throw ZipError(.duplicateEntry, path: path, entry: entry.name, detail: "entry \(position + 1)")
            }
            entries.append(entry)
        }
        return entries
    }

    private static func opening(path: String, code: Int32) -> ZipError {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        let damaged = code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS
        return ZipError(
            damaged ? .damaged : .unreachable, path: path, detail: String(cString: zip_error_strerror(&error)))
    }
}
