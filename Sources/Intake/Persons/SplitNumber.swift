import Domain

/// A person's number whose digits stand in two to four cells beside one another: `0900;000 001`.
struct SplitNumber {
    private var parts: [String] = []

    /// More make no number.
    private static let partsMost = 4
    private static let bytesMost = 16

    /// The number that a cell completes.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        // Hardly any cell begins one.
        if parts.isEmpty, let first = bytes.first, !Self.beginnings.contains(first) { return nil }
        return take(Self.part(bytes))
    }

    private static let beginnings = [UInt8](" 0+(".utf8)

    /// The cell as part of a number: digits and what stands between them, and nothing else.
    private static func part(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var bytes = bytes[...]
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        guard bytes.count <= bytesMost,
            bytes.count(where: { $0 &- 0x30 < 10 }) >= (bytes.first == UInt8(ascii: "+") ? 2 : 3),
            bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x20 || ".-+()".utf8.contains($0) })
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first part begins with a zero and has not five digits, as codes of communes beside counts have.
    private mutating func take(_ part: String?) -> String? {
        guard let part else {
            parts = []
            return nil
        }
        if parts.count == Self.partsMost { parts.removeFirst() }
        if parts.isEmpty, !Self.mayBegin(part) { return nil }
        parts.append(part)
        for first in parts.indices.dropLast() where Self.mayBegin(parts[first]) {
            let joined = parts[first...].joined(separator: " ")
            if parts[first...].allSatisfy({ PersonNumber.first(in: $0) == nil }),
                let number = PersonNumber.first(in: joined), number.text.contains(" "),
                number.text.count(where: \.isNumber) == joined.count(where: \.isNumber)
            {
                return number.text
            }
        }
        return nil
    }

    private static func mayBegin(_ part: String) -> Bool {
        let digits = part.split { !$0.isNumber }.first ?? ""
        return part.hasPrefix("+")
            || (part.hasPrefix("0") || part.hasPrefix("(0")) && [3, 4, 6, 7].contains(digits.count)
    }
}
