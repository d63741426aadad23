/// What the styles of a page say of its letters.
enum PageStyles {
    /// Classes whose letters are struck through: `xl65` of `.xl65 {text-decoration:line-through;}`.
    static func struckClasses(of page: [UInt8]) -> Set<String> {
        var classes: Set<String> = []
        for open in rules(of: page) where classes.count < 1_000 {
            // The names stand in front of its brace.
            let before = page[max(0, open - most)..<open].reversed().prefix { !ends.contains($0) }.reversed()
            for name in String(decoding: Array(before), as: UTF8.self).split(separator: ",") {
                let clean = name.filter { !$0.isWhitespace }
                if let dot = clean.lastIndex(of: ".") { classes.insert(String(clean[clean.index(after: dot)...])) }
            }
        }
        return classes
    }

    /// Where the braces of those rules open that strike letters through. Gone through once, whatever stands there.
    private static func rules(of page: [UInt8]) -> [Int] {
        let word = Array("line-through".utf8)
        var rules: [Int] = []
        var open: Int?
        page.withUnsafeBufferPointer { bytes in
            for at in bytes.indices {
                switch bytes[at] {
                case UInt8(ascii: "{"): open = at
                case UInt8(ascii: "}"): open = nil
                // Its hyphen, of which a page has few.
                case UInt8(ascii: "-"):
                    let start = at - 4
                    guard let brace = open, start > brace, start - brace < most, bytes[start...].starts(with: word)
                    else { continue }
                    rules.append(brace)
                    open = nil
                default: continue
                }
            }
        }
        return rules
    }

    private static let most = 2_000
    private static let ends: Set<UInt8> = [UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: ">"), UInt8(ascii: ";")]
}
