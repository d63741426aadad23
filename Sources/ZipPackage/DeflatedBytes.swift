/// Bytes that are deflated without a zip around them, as streams of a PDF and a .gz are: unpacked by the library that unpacks
/// zips, which is given a zip of one entry.
///
/// What comes out before a fault is lent all the same: whoever looks for words wants those of a damaged file, too.
package enum DeflatedBytes {
    /// Lends what the bytes inflate to, block by block, until `take` has enough. Says whether all of it came out.
    @discardableResult
    package static func forEachBlock(
        of deflated: ArraySlice<UInt8>, bytesMost: Int, _ take: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        guard !deflated.isEmpty, deflated.count < Int(UInt32.max) - 1_000, bytesMost < Int(UInt32.max) else {
            return false
        }
        var count = 0
        var isCut = false
        // No length and no sum is known beforehand: the end comes as a fault, behind all bytes.
        try? ZipReader.reading(zip(of: deflated, size: bytesMost), entrySizeMax: bytesMost, entriesMax: 1) { zip in
            try zip.forEachBlock(of: name) { block in
                count += block.count
                isCut = count >= bytesMost || !take(block)
                return !isCut
            }
        }
        return count > 0 && !isCut
    }

    private static let name = "a"
    private static let deflateMethod = 8

    /// A zip whose directory claims `size` bytes for its one entry.
    private static func zip(of deflated: ArraySlice<UInt8>, size: Int) -> [UInt8] {
        func field(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        let version = 20
        // Version, flags, method, time and day, sum, lengths.
        let entry =
            field(version, 2) + field(0, 2) + field(deflateMethod, 2) + field(0, 8) + field(deflated.count, 4)
            + field(size, 4) + field(name.utf8.count, 2) + field(0, 2)
        var zip = [0x50, 0x4B, 0x03, 0x04] + entry + Array(name.utf8)
        zip.reserveCapacity(zip.count + deflated.count + 128)
        zip += deflated
        let directory = zip.count
        zip += [0x50, 0x4B, 0x01, 0x02] + field(version, 2) + entry + field(0, 14) + Array(name.utf8)
        let length = zip.count - directory
        zip += [0x50, 0x4B, 0x05, 0x06] + field(0, 4) + field(1, 2) + field(1, 2) + field(length, 4)
        return zip + field(directory, 4) + field(0, 2)
    }
}
