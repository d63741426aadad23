/// What a document says of itself in a sentence: «Tài liệu mật, không phổ biến», «Bản này thuộc loại Tối mật».
///
/// Of secret documents as what work is about, «Số tài liệu mật đã giải mật», others speak: those begin otherwise, go on
/// with what was done, or count.
enum SecrecyStatement {
    static func level(in segments: [SecrecyWords.Segment], _ place: SecrecyWords.Place) -> String? {
        for (index, segment) in segments.enumerated() {
            let words = segment.words.map { Folding.exact($0) }
            if let level = ofThis(words) { return level }
            guard index == 0, let level = ofDocument(words) else { continue }
            let next = segments.count > 1 ? segments[1].words.map { Folding.exact($0) } : []
            if isForbidding(next) || words.starts(with: ["đây", "là"]) { return level.name }
            if place != .cell, level.rest == ["thuộc"] { return level.name }
            if place != .cell, segment.isShout, segment.hasMarks, level.name != "MẬT" { return level.name }
            let isNumbered = level.rest.first == "số" && level.rest.count > 1
            if level.name != "MẬT", isNumbered { return level.name }
            if place != .cell, level.rest.isEmpty, level.name != "MẬT", next.isEmpty { return level.name }
        }
        return nil
    }

    private struct Level {
        let name: String
        /// The words behind it.
        let rest: [String]
    }

    /// «(Đây là) tài liệu mật …»
    private static func ofDocument(_ words: [String]) -> Level? {
        var rest = words[...]
        if rest.starts(with: ["đây", "là"]) { rest = rest.dropFirst(2) }
        guard let name = documents.first(where: { rest.starts(with: $0) }) else { return nil }
        rest = rest.dropFirst(name.count)
        if rest.starts(with: ["có", "nội", "dung"]) { rest = rest.dropFirst(3) }
        // «Tài liệu thuộc diện MẬT»
        if rest.first == "thuộc" {
            guard let level = level(rest.dropFirst().drop { classes.contains($0) }), level.rest.isEmpty else {
                return nil
            }
            return Level(name: level.name, rest: ["thuộc"])
        }
        return level(rest)
    }

    private static func level(_ words: ArraySlice<String>) -> Level? {
        if words.starts(with: ["tối", "mật"]) { return Level(name: "TỐI MẬT", rest: Array(words.dropFirst(2))) }
        if words.starts(with: ["tuyệt", "mật"]) { return Level(name: "TUYỆT MẬT", rest: Array(words.dropFirst(2))) }
        return words.first == "mật" ? Level(name: "MẬT", rest: Array(words.dropFirst())) : nil
    }

    /// «Bản này thuộc loại Tối mật», «Báo cáo này thuộc danh mục bí mật nhà nước».
    private static func ofThis(_ words: [String]) -> String? {
        guard let at = words.firstIndex(of: "này"), at + 1 < words.count, ["thuộc", "là"].contains(words[at + 1]) else {
            return nil
        }
        let rest = words[(at + 2)...].drop { classes.contains($0) }
        if rest.starts(with: ["bí", "mật", "nhà", "nước"]) { return "MẬT" }
        return level(rest).flatMap { $0.rest.isEmpty ? $0.name : nil }
    }

    private static let classes: Set<String> = ["loại", "độ", "mức", "danh", "mục", "phạm", "vi", "diện"]

    private static func isForbidding(_ words: [String]) -> Bool {
        forbidding.contains { words.starts(with: $0) }
    }

    private static let forbidding = [
        ["không", "phổ", "biến"], ["không", "sao"], ["không", "được"], ["không", "lưu"], ["cấm"], ["chỉ", "người"],
        ["chỉ", "dành"], ["chỉ", "lưu"], ["lưu", "hành"], ["sao", "gửi"], ["nghiêm", "cấm"], ["hạn", "chế"],
    ]

    private static let documents = [
        ["tài", "liệu"], ["văn", "bản"], ["báo", "cáo"], ["công", "văn"], ["hồ", "sơ"], ["kế", "hoạch"],
        ["công", "điện"], ["điện"], ["phụ", "lục"], ["bản"],
    ]
}
