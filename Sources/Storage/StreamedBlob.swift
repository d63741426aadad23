import CLZ4
import Files
import Synchronization

/// Bytes of the archive that are unpacked where they are asked for, so that a large file is read again in little memory.
package final class StreamedBlob: Sendable {
    package let count: Int
    private let file: OpenFile
    /// Where each packed block begins, and how long it is; the highest bit: it stands there as it is.
    private let blocks: [(offset: Int, length: UInt32)]
    /// The blocks unpacked last, the newest first: whoever reads from the beginning to the end comes by each of them twice.
    private let unpacked = Mutex<[(index: Int, bytes: [UInt8])]>([])
    private let isCutShort = Atomic(false)

    private static let storedBit: UInt32 = 1 << 31
    private static let heldMax = 2

    /// `nil` for a frame whose blocks do not stand alone.
    init?(_ path: String, size: Int) throws(LedgerError) {
        file = try OpenFile(reading: path)
        count = size
        let head = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(LZ4F_HEADER_SIZE_MAX), alignment: 16)
        defer { head.deallocate() }
        guard let (start, checksumBytes) = try Self.standsAlone(file, head) else { return nil }
        var blocks: [(offset: Int, length: UInt32)] = []
        var offset = start
        while blocks.count * LZ4Frame.blockBytes < size {
            let word = UnsafeMutableRawBufferPointer(rebasing: head[..<4])
            guard try onDisk(file.read(at: offset, into: word)) == 4 else { return nil }
            let length = UInt32(littleEndian: word.load(as: UInt32.self))
            guard length != 0 else { return nil }
            blocks.append((offset + 4, length))
            offset += 4 + Int(length & ~Self.storedBit) + checksumBytes
        }
        self.blocks = blocks
    }

    /// Where the first block begins, and how many bytes follow each block; `nil` for any frame but those written here.
    private static func standsAlone(
        _ file: borrowing OpenFile, _ head: UnsafeMutableRawBufferPointer
    ) throws(LedgerError) -> (start: Int, checksumBytes: Int)? {
        var made: OpaquePointer?
        guard LZ4F_isError(LZ4F_createDecompressionContext(&made, UInt32(LZ4F_VERSION))) == 0 else { return nil }
        defer { LZ4F_freeDecompressionContext(made) }
        var taken = try onDisk(file.read(at: 0, into: head))
        var info = LZ4F_frameInfo_t()
        guard LZ4F_isError(LZ4F_getFrameInfo(made, &info, head.baseAddress, &taken)) == 0,
            info.blockMode == LZ4F_blockIndependent, info.blockSizeID == LZ4F_max1MB
        else { return nil }
        return (taken, info.blockChecksumFlag == LZ4F_blockChecksumEnabled ? 4 : 0)
    }

    /// Whether everything that was asked for could be read; what came of it is worth nothing otherwise.
    package var isWhole: Bool { !isCutShort.load(ordering: .relaxed) }

    /// Fills the buffer with the bytes from `offset` on, and says how many there were; fewer only at the end, or where it
    /// is not whole any more.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        unpacked.withLock { unpacked in
            var done = 0
            while done < buffer.count, offset + done < count {
                let index = (offset + done) / LZ4Frame.blockBytes
                let start = (offset + done) % LZ4Frame.blockBytes
                if let place = unpacked.firstIndex(where: { $0.index == index }) {
                    unpacked.swapAt(0, place)
                } else {
                    let room = unpacked.count < Self.heldMax ? [] : unpacked.removeLast().bytes
                    unpacked.insert((index, block(index, room)), at: 0)
                }
                let length = unpacked[0].bytes.withUnsafeBytes { bytes in
                    let wanted = bytes[min(start, bytes.count)...].prefix(buffer.count - done)
                    UnsafeMutableRawBufferPointer(rebasing: buffer[done...]).copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: wanted))
                    return wanted.count
                }
                guard length > 0 else {
                    isCutShort.store(true, ordering: .relaxed)
                    break
                }
                done += length
            }
            return done
        }
    }

    /// The bytes of one block; none where they cannot be read, or are not what was written.
    private func block(_ index: Int, _ room: [UInt8]) -> [UInt8] {
        let (offset, length) = blocks[index]
        let packedCount = Int(length & ~Self.storedBit)
        let size = min(LZ4Frame.blockBytes, count - index * LZ4Frame.blockBytes)
        var bytes = room
        if bytes.count != size { bytes = [UInt8](repeating: 0, count: size) }
        let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: packedCount, alignment: 16)
        defer { packed.deallocate() }
        guard (try? file.read(at: offset, into: packed)) == packedCount else { return [] }
        let found = bytes.withUnsafeMutableBytes { bytes -> Int in
            if length & Self.storedBit != 0 {
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: packed.prefix(size)))
                return packedCount
            }
            return Int(
                LZ4_decompress_safe(
                    packed.baseAddress, bytes.baseAddress, Int32(packedCount), Int32(truncatingIfNeeded: size)))
        }
        return found == size ? bytes : []
    }
}
