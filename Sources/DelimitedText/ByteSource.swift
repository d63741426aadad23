/// The bytes of a file where they lie, so that a file of any size is read in little memory.
///
/// Whoever has opened the file hands this over; a read that fails ends the source there, and its owner says so.
package protocol ByteSource: Sendable {
    var count: Int { get }

    /// Fills the buffer with the bytes from `offset` on, and says how many there were; fewer only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int
}

extension ByteSource {
    func bytes(_ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            count = read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}

/// Bytes that are held in memory.
struct HeldBytes: ByteSource {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        bytes.withUnsafeBytes { held in
            let length = min(buffer.count, max(0, held.count - offset))
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: held[min(offset, held.count)...].prefix(length)))
            return length
        }
    }
}
