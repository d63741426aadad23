import CLZ4
import Files

/// Bytes as an LZ4 frame: their size, then blocks that stand alone, each with a checksum.
///
/// Blocks that stand alone can be packed on several cores and unpacked one by one; the order in which they were packed
/// does not show. Frames of earlier versions, whose blocks lean on one another, are unpacked as well.
enum LZ4Frame {
    /// Bytes of a block before it is packed; only the last block has fewer.
    static let blockBytes = 1 << 20
    /// What follows the last block.
    static let end = [UInt8](repeating: 0, count: 4)
    /// Bytes that are read of a frame at once.
    private static let pieceBytes = 1 << 18
    /// No LZ4 frame holds more than 255 times its size; a size beyond that is damage, and not to be allocated.
    private static let ratioMax = 256

    private static func preferences(size: Int) -> LZ4F_preferences_t {
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled
        preferences.frameInfo.blockSizeID = LZ4F_max1MB
        preferences.frameInfo.contentSize = UInt64(size)
        preferences.autoFlush = 1
        return preferences
    }

    /// Packs blocks, in any order; one for each thread that packs.
    struct Packer: ~Copyable {
        private let context: OpaquePointer
        private let output: UnsafeMutableRawBufferPointer
        private let place: String
        /// What stands before the first block.
        let header: [UInt8]

        /// - Parameter size: Of the whole content.
        init(size: Int, place: String) throws(LedgerError) {
            var made: OpaquePointer?
            try check(LZ4F_createCompressionContext(&made, UInt32(LZ4F_VERSION)), .unreachable, place)
            guard let made else { throw LedgerError(.unreachable, place: place, detail: "LZ4: no context") }
            var preferences = LZ4Frame.preferences(size: size)
            let capacity = max(LZ4F_compressBound(LZ4Frame.blockBytes, &preferences), 64)
            var begun = [UInt8](repeating: 0, count: Int(LZ4F_HEADER_SIZE_MAX))
            let length = LZ4F_compressBegin(made, &begun, begun.count, &preferences)
            if LZ4F_isError(length) != 0 { LZ4F_freeCompressionContext(made) }
            try check(length, .unreachable, place)
            context = made
            output = .allocate(byteCount: capacity, alignment: 16)
            header = Array(begun[..<length])
            self.place = place
        }

        deinit {
            LZ4F_freeCompressionContext(context)
            output.deallocate()
        }

        /// Lends the packed block until the next one is packed.
        func pack(_ block: UnsafeRawBufferPointer) throws(LedgerError) -> UnsafeRawBufferPointer {
            let length = LZ4F_compressUpdate(
                context, output.baseAddress, output.count, block.baseAddress, block.count, nil)
            try check(length, .unreachable, place)
            return UnsafeRawBufferPointer(rebasing: output[..<length])
        }
    }

    /// Packs bytes, and hands on the frame in pieces.
    static func pack(
        _ bytes: [UInt8], place: String, to write: (UnsafeRawBufferPointer) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        func emit(_ piece: [UInt8]) throws(LedgerError) {
            try piece.withUnsafeBufferPointer { piece throws(LedgerError) in try write(UnsafeRawBufferPointer(piece)) }
        }
        let packer = try Packer(size: bytes.count, place: place)
        try emit(packer.header)
        try bytes.withUnsafeBufferPointer { all throws(LedgerError) in
            for start in stride(from: 0, to: all.count, by: blockBytes) {
                let block = UnsafeBufferPointer(rebasing: all[start..<min(start + blockBytes, all.count)])
                try write(try packer.pack(UnsafeRawBufferPointer(block)))
            }
        }
        try emit(end)
    }

    /// Unpacks a whole frame that holds `size` bytes, and hands them on in pieces; anything else in it is damage.
    static func unpack(
        _ file: borrowing OpenFile, size: Int, to take: (UnsafeRawBufferPointer) -> Void
    ) throws(LedgerError) {
        let frameBytes = try onDisk(file.entry()).size
        guard size >= 0, size <= frameBytes * ratioMax else {
            throw LedgerError(.damaged, place: file.path, detail: "\(frameBytes) bytes for a content of \(size)")
        }
        var made: OpaquePointer?
        try check(LZ4F_createDecompressionContext(&made, UInt32(LZ4F_VERSION)), .unreachable, file.path)
        guard let context = made else { throw LedgerError(.unreachable, place: file.path, detail: "LZ4: no context") }
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes, alignment: 16)
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: blockBytes, alignment: 16)
        defer {
            LZ4F_freeDecompressionContext(context)
            input.deallocate()
            output.deallocate()
        }
        var (unpacked, consumed) = (0, 0)
        // What the library expects next; 0 once the frame is complete.
        var expected = 1
        while expected != 0, consumed < frameBytes, unpacked <= size {
            let got = try onDisk(file.read(at: consumed, into: input))
            if got == 0 { break }
            var taken = 0
            while taken < got, expected != 0, unpacked <= size {
                var (produced, length) = (output.count, got - taken)
                expected = LZ4F_decompress(
                    context, output.baseAddress, &produced, input.baseAddress.map { $0 + taken }, &length, nil)
                try check(expected, .damaged, file.path)
                if produced == 0, length == 0 { break }
                taken += length
                unpacked += produced
                take(UnsafeRawBufferPointer(rebasing: output[..<produced]))
            }
            consumed += taken
            if taken < got { break }
        }
        guard expected == 0, consumed == frameBytes, unpacked == size else {
            throw LedgerError(.damaged, place: file.path, detail: "LZ4: \(unpacked) of \(size) bytes")
        }
    }

    /// Lets a result of the library pass, or throws it. Every call that returns one goes through here.
    private static func check(_ result: Int, _ reason: LedgerError.Reason, _ place: String) throws(LedgerError) {
        guard LZ4F_isError(result) != 0 else { return }
        let name = LZ4F_getErrorName(result).map { String(cString: $0) } ?? ""
        throw LedgerError(reason, place: place, detail: "LZ4: \(name)")
    }
}
