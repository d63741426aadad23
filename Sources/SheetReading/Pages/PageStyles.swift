/// What the styles of a page say of its letters.
enum PageStyles {
    /// Classes whose letters are struck through: `xl65` of `.xl65 {text-decoration:line-through;}`.
    static func struckClasses(of page: [UInt8]) -> Set<String> {
        var classes: Set<String> = []
        let word = Array("line-through".utf8)
        var rest = page[...]
        while let found = rest.firstRange(of: word) {
            defer { rest = page[found.upperBound...] }
            // Within braces, in front of which the names stand.
            guard let open = page[..<found.lowerBound].lastIndex(of: UInt8(ascii: "{")), found.lowerBound - open < most,
                !page[open..<found.lowerBound].contains(UInt8(ascii: "}")), classes.count < 1_000
            else { continue }
            let before = page[max(0, open - most)..<open].reversed().prefix { !ends.contains($0) }.reversed()
            for name in String(decoding: Array(before), as: UTF8.self).split(separator: ",") {
                let clean = name.filter { !$0.isWhitespace }
                if let dot = clean.lastIndex(of: ".") { classes.insert(String(clean[clean.index(after: dot)...])) }
            }
        }
        return classes
    }

    private static let most = 2_000
    private static let ends: Set<UInt8> = [UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: ">"), UInt8(ascii: ";")]
}
