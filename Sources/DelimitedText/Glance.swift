/// What one pass over a cell's bytes shows: enough to pass over nearly all cells without reading them.
@frozen public struct Glance {
    public let isBlank: Bool
    /// Nothing but digits, at most fifteen.
    public let isDigits: Bool
    public let digits: Int

    @inlinable
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (isBlank, digits) = (true, 0)
        for byte in bytes {
            if byte > 0x20 { isBlank = false }
            if byte &- 0x30 < 10 { digits &+= 1 }
        }
        let isDigits = digits == bytes.count && digits > 0 && digits <= 15
        if !isBlank, bytes.count <= 6, digits == 0 {
            isBlank = String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.isBlank)
        }
        self.init(isBlank: isBlank, isDigits: isDigits, digits: digits)
    }

    @inlinable
    init(isBlank: Bool, isDigits: Bool, digits: Int) {
        self.isBlank = isBlank
        self.isDigits = isDigits
        self.digits = digits
    }
}
