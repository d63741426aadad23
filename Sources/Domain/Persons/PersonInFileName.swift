/// A file's name without what identifies a person in it.
struct PersonInFileName {
    let isFound: Bool
    /// Of numbers the last two digits are left; of persons, no word in capitals that is not all capitals.
    let hidden: String

    init(_ name: String) {
        var scalars = Array(name.unicodeScalars)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let numbers = PersonNumber.all(in: SearchedText(name))
        for number in numbers {
            let places = number.range.filter { number.kind == .email ? scalars[$0] != "@" : scalars[$0].isNumeral }
            for place in number.kind == .email ? places : places.dropLast(2) { scalars[place] = "*" }
        }
        let words = PersonName.Words(of: stem)
        let isNamed =
            BirthMention.isIn(stem) || PersonName.isAddressed(in: words)
            || PersonName.isNamed(in: words) && (BirthMention.mayStandIn(stem) || Self.isList(stem))
        // Whose number it is stands beside it as often as not.
        let isBesideNumber = !numbers.isEmpty && PersonName.isNamed(in: words)
        if isNamed || isBesideNumber { Self.hideNames(in: &scalars, until: stem.unicodeScalars.count) }
        isFound = !numbers.isEmpty || isNamed
        hidden = String(String.UnicodeScalarView(scalars))
    }

    private static func isList(_ stem: String) -> Bool {
        let key = " " + Folding.key(stem) + " "
        return key.holds(" ds ") || key.holds(" danh sach ")
    }

    private static func hideNames(in scalars: inout [Unicode.Scalar], until end: Int) {
        var at = 0
        while at < end {
            var to = at
            while to < end, scalars[to].isWordLetter || scalars[to].isNumeral { to += 1 }
            let word = scalars[at..<to]
            let isCode = word.allSatisfy { $0.isASCII && !$0.properties.isLowercase } && !word.allSatisfy(\.isNumeral)
            if word.first.map({ $0.properties.isUppercase || $0.isNumeral }) ?? false, !isCode {
                for place in at..<to { scalars[place] = "*" }
            }
            at = max(to, at + 1)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isNumeral: Bool { properties.numericType == .decimal }
}
