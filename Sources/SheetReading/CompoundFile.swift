/// The streams of an OLE file, held to its own bytes: a chain that runs in a circle or out of the file ends there.
struct CompoundFile {
    /// A stream or folder by its name.
    private struct Entry {
        let name: String
        let start: Int
        let size: Int
    }

    private let bytes: [UInt8]
    private let sectorBytes: Int
    private let table: [UInt32]
    private let entries: [Entry]
    private let miniCutoff: Int
    private let miniTable: [UInt32]

    private static let miniBytes = 64
    private static let end: UInt32 = 0xFFFF_FFFA

    init(_ bytes: [UInt8]) throws(SheetFault) {
        guard bytes.count >= 512 else { throw .damaged(part: "ole", detail: "\(bytes.count) bytes") }
        self.bytes = bytes
        let shift = Int(bytes.uint16(30))
        guard shift == 9 || shift == 12 else { throw .damaged(part: "ole", detail: "sectors of 2^\(shift) bytes") }
        sectorBytes = 1 << shift
        miniCutoff = Int(bytes.uint32(56))
        let tableSectors = Self.tableSectors(bytes, sectorBytes)
        var table: [UInt32] = []
        for sector in tableSectors {
            for place in 0..<sectorBytes / 4 { table.append(bytes.uint32((Int(sector) + 1) * sectorBytes + place * 4)) }
        }
        self.table = table
        let directory = Self.chain(from: bytes.uint32(48), table, bytes, sectorBytes, most: bytes.count)
        let miniBytes = Self.chain(from: bytes.uint32(60), table, bytes, sectorBytes, most: bytes.count)
        miniTable = (0..<miniBytes.count / 4).map { miniBytes.uint32($0 * 4) }
        entries = (0..<directory.count / 128).compactMap { place in
            let start = place * 128
            guard directory[start + 66] != 0 else { return nil }
            let length = min(31, max(0, Int(directory.uint16(start + 64)) / 2 - 1))
            let units = (0..<length).map { directory.uint16(start + $0 * 2) }
            return Entry(
                name: String(decoding: units, as: UTF16.self), start: Int(directory.uint32(start + 116)),
                size: Int(directory.uint32(start + 120)))
        }
    }

    /// Where the table of sectors lies.
    private static func tableSectors(_ bytes: [UInt8], _ sectorBytes: Int) -> [UInt32] {
        let sectorsMax = bytes.count / sectorBytes
        var sectors = (0..<109).map { bytes.uint32(76 + $0 * 4) }
        var next = bytes.uint32(68)
        var steps = 0
        while next < end, Int(next) < sectorsMax, steps <= sectorsMax {
            let start = (Int(next) + 1) * sectorBytes
            let places = sectorBytes / 4 - 1
            sectors += (0..<places).map { bytes.uint32(start + $0 * 4) }
            next = bytes.uint32(start + places * 4)
            steps += 1
            if sectors.count > sectorsMax + 109 + places { break }
        }
        return Array(sectors.filter { $0 < end && Int($0) < sectorsMax }.prefix(sectorsMax))
    }

    private static func chain(
        from first: UInt32, _ table: [UInt32], _ bytes: [UInt8], _ sectorBytes: Int, most: Int
    ) -> [UInt8] {
        var found: [UInt8] = []
        var sector = first
        var steps = 0
        while sector < end, found.count < most, steps <= bytes.count / sectorBytes {
            let start = (Int(sector) + 1) * sectorBytes
            guard start < bytes.count else { break }
            found += bytes[start..<min(start + sectorBytes, bytes.count)]
            sector = Int(sector) < table.count ? table[Int(sector)] : end
            steps += 1
        }
        return found
    }

    /// Of streams and folders, in the order of the directory.
    var names: [String] { entries.map(\.name) }

    func contains(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The bytes of a stream; `nil`: there is none of that name.
    func stream(_ name: String) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        guard entry.size < miniCutoff, let root = entries.first else {
            let all = Self.chain(from: UInt32(entry.start), table, bytes, sectorBytes, most: entry.size)
            return Array(all.prefix(entry.size))
        }
        let store = Self.chain(from: UInt32(root.start), table, bytes, sectorBytes, most: bytes.count)
        var found: [UInt8] = []
        var sector = entry.start
        while found.count < entry.size, sector * Self.miniBytes < store.count {
            let start = sector * Self.miniBytes
            found += store[start..<min(start + Self.miniBytes, store.count)]
            guard sector < miniTable.count, miniTable[sector] < Self.end else { break }
            sector = Int(miniTable[sector])
        }
        return Array(found.prefix(entry.size))
    }
}

extension Array where Element == UInt8 {
    /// Least significant byte first; 0 past the end.
    func uint16(_ place: Int) -> UInt16 {
        guard place >= 0, place + 2 <= count else { return 0 }
        return UInt16(self[place]) | UInt16(self[place + 1]) << 8
    }

    func uint32(_ place: Int) -> UInt32 {
        guard place >= 0, place + 4 <= count else { return 0 }
        return UInt32(self[place]) | UInt32(self[place + 1]) << 8 | UInt32(self[place + 2]) << 16
            | UInt32(self[place + 3]) << 24
    }

    func double(_ place: Int) -> Double {
        Double(bitPattern: UInt64(uint32(place)) | UInt64(uint32(place + 4)) << 32)
    }
}
