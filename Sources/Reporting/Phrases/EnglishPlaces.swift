import Domain

extension Unit {
    /// What English calls it: `Mường Lạn Commune`, `Sơn La City`; that areas are former districts is said below tables.
    var englishName: String {
        let old = " (cũ)"
        return Unit.named(name.hasSuffix(old) ? String(name.dropLast(old.count)) : name, type.lowercased())
    }

    private static func named(_ name: String, _ type: String) -> String {
        if let word = words[type] { return "\(name) \(word)" }
        // The name of an area may bear the word for what it was.
        for (vietnamese, word) in words where name.lowercased().hasPrefix(vietnamese + " ") {
            return "\(name.dropFirst(vietnamese.count + 1)) \(word)"
        }
        return name
    }

    private static let words: [String: String] = [
        "xã": "Commune", "phường": "Ward", "thị trấn": "Township", "đặc khu": "Special Zone", "huyện": "District",
        "thị xã": "Town", "thành phố": "City", "quận": "District",
    ]
}
