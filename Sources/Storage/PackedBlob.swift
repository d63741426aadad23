import Digest
import Domain
import Files
import Foundation

/// Bytes that are packed for the archive, and stand in it under a private name.
///
/// They become part of the archive when a receipt of them is recorded; else they go with this value.
package final class PackedBlob: Sendable {
    package let sha256: String
    package let size: Int
    fileprivate let privatePath: String

    fileprivate init(sha256: String, size: Int, privatePath: String) {
        self.sha256 = sha256
        self.size = size
        self.privatePath = privatePath
    }

    deinit {
        // Once it is kept, there is nothing under the name.
        try? Entry.remove(privatePath)
    }

    func keep(in archive: Archive) throws(LedgerError) -> String? {
        try archive.place(sha256, writtenAt: privatePath) { _ in }
    }
}

extension Ledger {
    /// Packs bytes that are held, before the commit that is to name them: several threads may do so at once.
    ///
    /// - Parameter sha256: Of the bytes.
    package func pack(_ bytes: [UInt8], sha256: String) throws(LedgerError) -> PackedBlob {
        // From here on whatever stands under the name goes with the value.
        let packed = PackedBlob(sha256: sha256, size: bytes.count, privatePath: archive.privatePath())
        try archive.write(bytes, to: packed.privatePath)
        return packed
    }

    /// Digests and packs bytes on all cores, block by block, so that memory does not grow with them.
    ///
    /// - Parameter read: Fills the buffer with the bytes from an offset on, and says how many there were; may be called
    ///   on several threads. `nil` comes of bytes that end before `size`.
    package func pack(
        size: Int, _ read: @escaping @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int
    ) throws(LedgerError) -> PackedBlob? {
        try refuseIfReadOnly()
        return try BlobPacking(archive: archive, size: size, read: read).run()
    }
}

/// Several threads pack blocks at once; each block is digested and written when its turn comes, from the same buffer.
private final class BlobPacking: @unchecked Sendable {
    private let size: Int
    private let read: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int
    private let path: String
    private let file: OpenFile
    private let blockCount: Int

    /// Guards what follows, and is signalled when another block's turn has come.
    private let turn = NSCondition()
    private var nextToTake = 0
    private var nextToWrite = 0
    private var written = 0
    private var syncedTo = 0
    private var hasStopped = false
    private var failure: LedgerError?
    private var hasher: SHA256? = SHA256()

    private static let threadsMax = 4
    /// So many bytes are left to the system at once to bring them to the disk.
    private static let syncBytes = 1 << 23

    init(
        archive: Archive, size: Int, read: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int
    ) throws(LedgerError) {
        self.size = size
        self.read = read
        path = archive.privatePath()
        file = try OpenFile(writing: path)
        blockCount = (size + LZ4Frame.blockBytes - 1) / LZ4Frame.blockBytes
    }

    func run() throws(LedgerError) -> PackedBlob? {
        do throws(LedgerError) {
            let header = try LZ4Frame.Packer(size: size, place: path).header
            try onDisk(file.write(header))
            ParallelMap.share(among: min(Self.threadsMax, SystemThread.cores, blockCount), work)
            if let failure { throw failure }
            try onDisk(file.write(LZ4Frame.end))
            try onDisk(file.sync())
        } catch {
            try? Entry.remove(path)
            throw error
        }
        guard !hasStopped, let digest = hasher.take()?.finalize() else {
            try? Entry.remove(path)
            return nil
        }
        return PackedBlob(sha256: digest.hex, size: size, privatePath: path)
    }

    private func work() {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: LZ4Frame.blockBytes, alignment: 64)
        defer { block.deallocate() }
        do throws(LedgerError) {
            let packer = try LZ4Frame.Packer(size: size, place: path)
            while let index = take() {
                let offset = index * LZ4Frame.blockBytes
                let wanted = UnsafeMutableRawBufferPointer(rebasing: block[..<min(block.count, size - offset)])
                guard read(offset, wanted) == wanted.count else { return stop(nil) }
                let bytes = UnsafeRawBufferPointer(wanted)
                let packed = try packer.pack(bytes)
                guard awaitTurn(of: index) else { return }
                hasher?.update(bytes)
                try write(packed)
                passTurn()
            }
        } catch {
            stop(error)
        }
    }

    private func take() -> Int? {
        turn.withLock {
            guard !hasStopped, nextToTake < blockCount else { return nil }
            defer { nextToTake += 1 }
            return nextToTake
        }
    }

    /// Returns once all blocks before are written; `false`: they will not be.
    private func awaitTurn(of index: Int) -> Bool {
        turn.withLock {
            while nextToWrite != index, !hasStopped { turn.wait() }
            return !hasStopped
        }
    }

    private func passTurn() {
        turn.withLock {
            nextToWrite += 1
            turn.broadcast()
        }
    }

    private func stop(_ error: LedgerError?) {
        turn.withLock {
            hasStopped = true
            failure = failure ?? error
            turn.broadcast()
        }
    }

    /// Only by the thread whose turn it is.
    private func write(_ piece: UnsafeRawBufferPointer) throws(LedgerError) {
        try onDisk(file.write(piece))
        written += piece.count
        if written - syncedTo >= Self.syncBytes {
            file.beginSync(from: syncedTo, count: written - syncedTo)
            syncedTo = written
        }
    }
}
