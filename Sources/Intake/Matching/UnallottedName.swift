import Domain

/// `Mộc Châu (chưa phân bổ)`: the value of a district that no commune has.
enum UnallottedName {
    /// What is left of the name without those words, empty where there is nothing else; `nil` where it does not say so.
    static func district(in name: String) -> String? {
        guard name.utf8.count >= 12, name.utf8.count < 200 else { return nil }
        let words = name.split { !$0.isLetter }
        guard words.count >= 3 else { return nil }
        for start in 0...words.count - 3 {
            guard Folding.key(String(words[start])) == "chua", Folding.key(String(words[start + 1])) == "phan",
                Folding.key(String(words[start + 2])) == "bo"
            else { continue }
            return rest(name[..<words[start].startIndex], name[words[start + 2].endIndex...])
        }
        return nil
    }

    private static func rest(_ before: Substring, _ after: Substring) -> String {
        var (front, back) = (String(before).trimmedCell, String(after).trimmedCell)
        if front.hasSuffix("("), back.hasPrefix(")") {
            front = String(front.dropLast())
            back = String(back.dropFirst())
        }
        var name = (front + " " + back).trimmedCell
        while let last = name.last, "-–—:,;".contains(last) { name = String(name.dropLast()).trimmedCell }
        while let first = name.first, "-–—:,;".contains(first) { name = String(name.dropFirst()).trimmedCell }
        if name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()).trimmedCell }
        return name
    }
}
