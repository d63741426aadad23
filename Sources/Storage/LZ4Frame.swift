import CLZ4

/// Bytes as an LZ4 frame, with their size and a checksum of the content.
enum LZ4Frame {
    /// Bytes that go into the library at once.
    private static let blockBytes = 1 << 20
    /// No LZ4 frame holds more than 255 times its size; a size beyond that is damage, and not to be allocated.
    private static let ratioMax = 256

    /// Compresses bytes, and hands on the frame in pieces.
    static func compress(
        _ bytes: [UInt8], place: String, to write: (UnsafeRawBufferPointer) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        var made: OpaquePointer?
        try check(LZ4F_createCompressionContext(&made, UInt32(LZ4F_VERSION)), .unreachable, place)
        guard let context = made else { throw LedgerError(.unreachable, place: place, detail: "LZ4: no context") }
        defer { LZ4F_freeCompressionContext(context) }
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled
        preferences.frameInfo.blockSizeID = LZ4F_max1MB
        preferences.frameInfo.contentSize = UInt64(bytes.count)

        let capacity = max(LZ4F_compressBound(blockBytes, &preferences), 64)
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        defer { output.deallocate() }
        func emit(_ length: Int) throws(LedgerError) {
            try check(length, .unreachable, place)
            try write(UnsafeRawBufferPointer(rebasing: output[..<length]))
        }
        try emit(LZ4F_compressBegin(context, output.baseAddress, capacity, &preferences))
        for start in stride(from: 0, to: bytes.count, by: blockBytes) {
            let length = bytes.withUnsafeBytes { all in
                let block = all[start..<min(start + blockBytes, all.count)]
                let input = UnsafeRawBufferPointer(rebasing: block)
                return LZ4F_compressUpdate(context, output.baseAddress, capacity, input.baseAddress, input.count, nil)
            }
            try emit(length)
        }
        try emit(LZ4F_compressEnd(context, output.baseAddress, capacity, nil))
    }

    /// The bytes of a whole frame that holds `size` of them; anything else in it is damage.
    static func decompress(_ frame: [UInt8], size: Int, place: String) throws(LedgerError) -> [UInt8] {
        guard size >= 0, size <= frame.count * ratioMax else {
            throw LedgerError(.damaged, place: place, detail: "\(frame.count) bytes for a content of \(size)")
        }
        var made: OpaquePointer?
        try check(LZ4F_createDecompressionContext(&made, UInt32(LZ4F_VERSION)), .unreachable, place)
        guard let context = made else { throw LedgerError(.unreachable, place: place, detail: "LZ4: no context") }
        defer { LZ4F_freeDecompressionContext(context) }
        var consumed = 0
        // What the library expects next; 0 once the frame is complete.
        var expected = 1
        // One byte more than there may be, so that a longer content shows.
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            frame.withUnsafeBytes { source in
                while consumed < source.count, expected != 0, LZ4F_isError(expected) == 0 {
                    let target = UnsafeMutableRawBufferPointer(buffer)[count...]
                    var produced = target.count
                    var taken = source.count - consumed
                    expected = LZ4F_decompress(
                        context, UnsafeMutableRawBufferPointer(rebasing: target).baseAddress, &produced,
                        source.baseAddress.map { $0 + consumed }, &taken, nil)
                    guard LZ4F_isError(expected) == 0 else { return }
                    count += produced
                    consumed += taken
                    if taken == 0 && produced == 0 { return }
                }
            }
        }
        try check(expected, .damaged, place)
        guard expected == 0, consumed == frame.count, bytes.count == size else {
            throw LedgerError(.damaged, place: place, detail: "LZ4: \(bytes.count) of \(size) bytes")
        }
        return bytes
    }

    /// Lets a result of the library pass, or throws it. Every call that returns one goes through here.
    private static func check(_ result: Int, _ reason: LedgerError.Reason, _ place: String) throws(LedgerError) {
        guard LZ4F_isError(result) != 0 else { return }
        let name = LZ4F_getErrorName(result).map { String(cString: $0) } ?? ""
        throw LedgerError(reason, place: place, detail: "LZ4: \(name)")
    }
}
