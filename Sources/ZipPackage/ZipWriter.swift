import CZip
import Glibc

/// Writes zips whose bytes depend on nothing but their entries.
///
/// Every entry is deflated and dated 1980-01-01 00:00, and entries stand in the order given.
package enum ZipWriter {
    /// One file to put into a zip.
    package struct Entry: Sendable {
        /// The path inside the zip, with `/`.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The zip of `entries`, whose names are unique and relative.
    package static func zip(_ entries: [Entry]) throws(ZipError) -> [UInt8] {
        var seen: Set<String> = []
        for entry in entries {
            let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(""), !parts.contains(".."), !parts.contains("."), !entry.name.contains("\0") else {
                throw ZipError(.library, path: "", entry: entry.name, detail: "not a relative path")
            }
            guard seen.insert(entry.name).inserted else {
                throw ZipError(.duplicateEntry, path: "", entry: entry.name, detail: "given twice")
            }
        }
        // A zip without entries is the end record alone; the library would write nothing at all.
        guard !entries.isEmpty else { return [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }
        return try written { archive throws(ZipError) in
            for entry in entries { try add(entry.name, source(of: entry.bytes, in: archive), to: archive) }
        }
    }

    /// The zip that `reader` reads, with other bytes for some of its entries. The others are taken over as they are
    /// deflated there.
    package static func zip(
        _ reader: borrowing ZipReader, replacing replaced: [String: [UInt8]]
    ) throws(ZipError) -> [UInt8] {
        let (entries, old) = (reader.entries, reader.archive)
        return try written { archive throws(ZipError) in
            for (position, entry) in entries.enumerated() {
                let source =
                    if let bytes = replaced[entry.name] {
                        source(of: bytes, in: archive)
                    } else {
                        zip_source_zip(
                            archive, old, zip_uint64_t(position), zip_flags_t(ZIP_FL_COMPRESSED), 0, -1)
                    }
                try add(entry.name, source, to: archive)
            }
        }
    }

    /// The bytes of a new archive that `fill` adds entries to.
    private static func written(
        _ fill: (_ archive: OpaquePointer) throws(ZipError) -> Void
    ) throws(ZipError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
        defer { zip_source_free(target) }
        // Closing or discarding the archive gives up one hold on its source, and the bytes are read after that.
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw failure(&error)
        }
        do throws(ZipError) {
            try fill(archive)
            guard zip_close(archive) == 0 else { throw failure(archive, at: nil) }
        } catch {
            zip_discard(archive)
            throw error
        }
        return try contents(of: target)
    }

    /// Adds an entry. The library reads its bytes only when it closes the archive.
    private static func add(
        _ name: String, _ source: OpaquePointer?, to archive: OpaquePointer
    ) throws(ZipError) {
        guard let source else { throw failure(archive, at: name) }
        let position = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard position >= 0 else {
            let error = failure(archive, at: name)
            zip_source_free(source)
            throw error
        }
        let index = zip_uint64_t(position)
        guard zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_dostime(archive, index, 0, firstDay, 0) == 0,
            zip_file_set_external_attributes(archive, index, 0, unix, regularFile) == 0
        else { throw failure(archive, at: name) }
    }

    /// The bytes in memory that the library frees.
    private static func source(of bytes: [UInt8], in archive: OpaquePointer) -> OpaquePointer? {
        guard !bytes.isEmpty else { return zip_source_buffer(archive, nil, 0, 0) }
        guard let copy = malloc(bytes.count) else { return nil }
        bytes.withUnsafeBytes { buffer in
            UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(from: buffer)
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            return nil
        }
        return source
    }

    private static func contents(of target: OpaquePointer) throws(ZipError) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(target, &status) == 0, zip_source_open(target) == 0 else {
            throw failure(zip_source_error(target))
        }
        defer { zip_source_close(target) }
        var bytes = [UInt8](repeating: 0, count: Int(clamping: status.size))
        let count = bytes.withUnsafeMutableBytes { buffer in
            zip_source_read(target, buffer.baseAddress, zip_uint64_t(buffer.count))
        }
        guard count == bytes.count else {
            throw failure(zip_source_error(target))
        }
        return bytes
    }

    private static func failure(_ archive: OpaquePointer, at entry: String?) -> ZipError {
        ZipError(.library, path: "", entry: entry, detail: String(cString: zip_strerror(archive)))
    }

    private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> ZipError {
        ZipError(.library, path: "", detail: error.map { String(cString: zip_error_strerror($0)) } ?? "")
    }

    /// 1980-01-01 as MS-DOS writes it: year 0, month 1, day 1.
    private static let firstDay: zip_uint16_t = 1 << 5 | 1
    /// The host system 3, for which the attributes below hold: a regular file that its owner may write.
    private static let unix: zip_uint8_t = 3
    private static let regularFile: zip_uint32_t = 0o100644 << 16
}
