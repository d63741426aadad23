import ZipPackage

/// What is unpacked of a file that packs one other, or many beside one another.
enum Unpacking {
    /// What a .gz holds, as far as it comes out; `nil`: more than `most` bytes, or none.
    static func gzip(_ bytes: [UInt8], most: Int) -> [UInt8]? {
        guard bytes.count > 18 else { return nil }
        let flags = bytes[3]
        var at = 10
        if flags & 4 != 0 { at += 2 + Int(bytes.uint16(at)) }
        // The name of the file, and a note.
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            guard at < bytes.count, let end = bytes[at...].firstIndex(of: 0) else { return nil }
            at = end + 1
        }
        if flags & 2 != 0 { at += 2 }
        guard at < bytes.count - 8 else { return nil }
        var found: [UInt8] = []
        let isWhole = DeflatedBytes.forEachBlock(of: bytes[at..<bytes.count - 8], bytesMost: most) {
            found += $0
            return true
        }
        // Behind the last byte stands how many there were; a second file may follow the first.
        let length = Int(bytes.uint32(bytes.count - 4))
        return isWhole && found.count == length ? found : nil
    }

    /// The files of a .tar with their names.
    static func tar(_ bytes: [UInt8], _ take: (_ name: String, _ bytes: ArraySlice<UInt8>) -> Void) {
        let block = 512
        var at = 0
        while at + block <= bytes.count, bytes[at] != 0 {
            let name = bytes[at..<at + 100].prefix { $0 != 0 }
            let digits = bytes[(at + 124)..<(at + 136)].filter { (0x30...0x37).contains($0) }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 8) else { return }
            let start = at + block
            let end = min(start + size, bytes.count)
            guard start <= end else { return }
            take(String(decoding: name, as: UTF8.self), bytes[start..<end])
            at = start + (size + block - 1) / block * block
        }
    }
}
