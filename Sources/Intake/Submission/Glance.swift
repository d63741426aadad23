/// What one pass over a cell's bytes shows: enough to pass over nearly all cells without reading them.
struct Glance {
    private(set) var isBlank = true
    /// Nothing but digits, at most fifteen.
    private(set) var isDigits = false
    private(set) var digits = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if byte > 0x20 { isBlank = false }
            if byte &- 0x30 < 10 { digits &+= 1 }
        }
        isDigits = digits == bytes.count && digits > 0 && digits <= 15
        if !isBlank, bytes.count <= 6, digits == 0 {
            isBlank = String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.isBlank)
        }
    }
}
