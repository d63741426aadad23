/// Marks of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, as a document bears them, not as it speaks of them.
package enum SecrecyWords {
    /// Where a text stands.
    package enum Place {
        /// Above or below a table, or the name of a file.
        case besideTable
        case cell
        /// Under a header that speaks of secrecy.
        case levelCell
    }

    /// Whether a text may bear a mark at all, wherever it stands: nearly no text has the letters of one, in their order.
    package static func mayBearMark(_ text: String) -> Bool {
        let text = SeenText.of(text)
        return holdsInOrder("secret".utf8, text.utf8) || mayHold(text)
    }

    private static func holdsInOrder(_ letters: String.UTF8View, _ text: String.UTF8View) -> Bool {
        var rest = letters[...]
        for byte in text where byte | 0x20 == rest.first {
            rest = rest.dropFirst()
            if rest.isEmpty { return true }
        }
        return false
    }

    /// The mark that a text bears.
    package static func mark(in text: String, _ place: Place = .besideTable) -> String? {
        guard text.utf8.count < 4_000 else { return nil }
        let text = SeenText.of(text)
        if let level = foreignLevel(text, place) { return level }
        guard mayHold(text) else { return nil }
        let written = Segment.all(in: text)
        let letters = written.flatMap(\.words)
        // `T.Ố.I M.Ậ.T`
        let isSpread = letters.count >= 3 && letters.allSatisfy { $0.count == 1 }
        let segments = isSpread ? [Segment(letters, isListed: false)] : written
        let key = " " + Folding.key(text) + " "
        let isTopic = topics.contains { key.holds($0) }
        let isHoney = speaksOfHoney(text)
        if place != .cell, let level = stateLevel(text) { return level }
        if let level = SecrecyStatement.level(in: segments, place) { return level }
        for (index, segment) in segments.enumerated() {
            guard let level = segment.level else {
                if !isTopic, !isHoney, let level = segment.documentLevel { return level }
                let isDocument = documents.contains(segment.key) || segment.isSecretWire
                if segments.count == 1, place != .cell, isDocument, segment.hasMarks {
                    return "MẬT"
                }
                continue
            }
            let label = index > 0 ? segments[index - 1].key : ""
            if !segment.isBare || labels.contains(where: { label.hasSuffix($0) }) || bareLabels.contains(label) {
                return level
            }
            if level == "MẬT", isHoney { continue }
            // «tài liệu mật, tối mật, tuyệt mật»: what a lesson is about.
            if isTopic, index > 0, segment.isListed { continue }
            if segments.count == 1 {
                if segment.isShout || level != "MẬT" || place != .cell { return level }
            } else if index == 0, place != .cell, numbered.contains(where: { segments[1].key.hasPrefix($0) }) {
                return level
            } else if segment.isShout, index == 0 || index == segments.count - 1 || level != "MẬT" {
                return level
            }
        }
        return nil
    }

    /// The mark in the name of a file, or of a folder that an office made for it.
    static func mark(inNameOf path: String) -> String? {
        let parts = path.split(separator: "/")
        for part in path.hasPrefix("/") ? parts.suffix(1) : parts[...] {
            if let mark = mark(inName: String(part)) { return mark }
        }
        return nil
    }

    private static func mark(inName name: String) -> String? {
        let stem = SeenText.of(name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name)
        let latin = stem.split { !$0.isLetter }.map(String.init)
        if latin.last == "SECRET" { return latin.dropLast().last == "TOP" ? "TOP SECRET" : "SECRET" }
        guard mayHold(stem) else { return nil }
        if let mark = mark(in: stem) { return mark }
        let key = " " + Folding.key(stem) + " "
        let isTopic = topics.contains { key.holds($0) }
        if !isTopic, !speaksOfHoney(stem), key.holds(" toi mat ") || key.holds(" tuyet mat ") {
            return key.holds(" toi mat ") ? "TỐI MẬT" : "TUYỆT MẬT"
        }
        if !isTopic, documents.contains(where: { key.hasSuffix(" \($0) ") }) { return "MẬT" }
        guard !topics.contains(where: { key.holds($0) }), !speaksOfHoney(stem) else {
            return nil
        }
        // Words of a name stand beside one another without stops.
        let segments = Segment.all(in: stem)
        if let last = segments.last, last.isBare, last.level != nil { return last.level }
        for segment in segments {
            let exact = segment.words.map { Folding.exact($0) }
            for at in exact.indices.dropFirst() where exact[at] == "mật" {
                if exact[at - 1] == "tối" || exact[at - 1] == "tuyệt" { return "\(exact[at - 1]) mật".uppercased() }
            }
            if exact.last == "mật", segment.words.last == "MẬT", exact.dropLast().last != "xã" { return "MẬT" }
        }
        return nil
    }

    /// What stands before the level of secrecy, folded.
    package static let labels = ["do mat", "muc do mat", "cap do mat", "dau mat", "dau chi do mat", "loai mat"]

    /// Before a colon and the level alone: «Dấu: Mật».
    private static let bareLabels: Set<String> = ["dau", "muc mat", "do"]

    /// «Mật (bản số 2)», «Mật (theo Quyết định …)».
    private static let numbered = ["ban so ", "so ban ", "theo quyet dinh ", "theo danh muc "]

    /// What speaks of secrets as what work is about.
    private static let topics = [
        " bi mat ", " bao mat ", " bao ve ", " tuyen truyen ", " pho bien phap luat ", " tap huan ", " quy dinh ",
        " luat ",
        " nghi dinh ", " giai mat ",
    ]

    private static let documents: Set<String> = [
        "van ban mat", "tai lieu mat", "bao cao mat", "cong van mat", "ho so mat",
        "van ban toi mat", "tai lieu toi mat", "bao cao toi mat", "cong van toi mat", "ho so toi mat",
        "van ban tuyet mat", "tai lieu tuyet mat", "bao cao tuyet mat", "cong van tuyet mat", "ho so tuyet mat",
    ]

    /// By its diacritics: «hỏa tốc», «Hòa Bình», «ông» and «Dương» are neither flowers, bees nor sugar.
    private static func speaksOfHoney(_ text: String) -> Bool {
        let words = text.lowercased().unicodeScalars.split { !$0.isWordLetter }.map { Folding.exact(String($0)) }
        let exact = " " + words.joined(separator: " ") + " "
        return honey.contains { exact.holds($0) }
    }

    private static let honey = [" ong ", " sáp ", " mía ", " hoa ", " đường ", " nuôi ", " lấy mật "]

    /// «Bí mật nhà nước độ Tối mật», as the law calls the levels.
    private static func stateLevel(_ text: String) -> String? {
        let exact = Folding.exact(text)
        guard let range = exact.firstRange(of: "bí mật nhà nước độ ") else { return nil }
        let level = exact[range.upperBound...]
        return ["tuyệt mật", "tối mật", "mật"].first { level.hasPrefix($0) }?.uppercased()
    }

    /// «SECRET», «TOP SECRET», in capitals and with nothing beside them but a number of the copy.
    private static func foreignLevel(_ text: String, _ place: Place) -> String? {
        guard text.utf8.count < 60, text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "s") }) else { return nil }
        let words = Segment.all(in: text).flatMap(\.words)
        let isSpread = words.count >= 6 && words.allSatisfy { $0.count == 1 }
        let written = isSpread ? words.joined() : words.joined(separator: " ")
        let all = place == .cell ? written : written.uppercased()
        if ["SECRET", "STRICTLY SECRET", "STATE SECRET"].contains(all) { return "SECRET" }
        return ["TOP SECRET", "TOPSECRET"].contains(all) ? "TOP SECRET" : nil
    }

    private static func mayHold(_ text: String) -> Bool {
        // Blanks do not count: the letters may be spread.
        var met = 0
        let mark = Array("mat".utf8)
        for letter in Folding.key(text).utf8 where letter != UInt8(ascii: " ") {
            met = letter == mark[met] ? met + 1 : letter == mark[0] ? 1 : 0
            if met == mark.count { return true }
        }
        return false
    }

    /// What bears a mark behind its name, and what says how soon it must arrive.
    private static let documentNames = [
        "văn bản", "tài liệu", "công văn", "báo cáo", "hồ sơ", "độ", "loại", "dấu", "kế hoạch", "chỉ thị", "phương án",
        "tờ trình", "thông báo", "công điện", "dự thảo", "quyết định", "nghị quyết", "phụ lục", "đề án", "biên bản",
        "hỏa tốc", "thượng khẩn", "khẩn", "điện",
    ]

    /// Words between two stops.
    struct Segment {
        let words: [String]
        let key: String
        let isShout: Bool
        /// Written with its diacritics.
        let hasMarks: Bool
        /// With a label before it in the same segment, `ĐỘ MẬT TỐI MẬT`, it is not bare.
        let isBare: Bool
        /// After a comma.
        let isListed: Bool

        static func all(in text: String) -> [Segment] {
            let text = SearchedText(Folding.composed(text))
            var segments: [Segment] = []
            var words: [String] = []
            var word = ""
            var isListed = false
            func flush() {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            for scalar in text.scalars {
                if scalar.isWordLetter || scalar.isDigit {
                    word.unicodeScalars.append(scalar)
                } else {
                    flush()
                    if scalar != " ", scalar != "_", !words.isEmpty {
                        segments.append(Segment(words, isListed: isListed))
                        words = []
                        isListed = scalar == ","
                    }
                }
            }
            flush()
            if !words.isEmpty { segments.append(Segment(words, isListed: isListed)) }
            return segments
        }

        init(_ written: [String], isListed: Bool) {
            self.isListed = isListed
            words = Self.joined(written)
            key = words.map { Folding.key($0) }.joined(separator: " ")
            isShout = words.joined().unicodeScalars.allSatisfy { !$0.properties.isLowercase }
            hasMarks = words.joined().unicodeScalars.contains { !$0.isASCII }
            isBare = ["mat", "toi mat", "tuyet mat"].contains(key)
        }

        /// `T Ố I  M Ậ T` is two words whose letters were spread.
        private static func joined(_ words: [String]) -> [String] {
            guard words.count >= 3, words.allSatisfy({ $0.count == 1 }) else { return words }
            let all = words.joined()
            let key = Folding.key(all)
            guard key.hasSuffix("mat"), ["mat", "toimat", "tuyetmat"].contains(key) else { return words }
            return key == "mat" ? [all] : [String(all.dropLast(3)), String(all.suffix(3))]
        }

        /// The level where the segment is nothing else, or a label with it.
        var level: String? {
            var rest = words
            for label in SecrecyWords.labels where key.hasPrefix(label + " ") {
                rest = Array(words.dropFirst(label.split(separator: " ").count))
                break
            }
            var exact = rest.map { Folding.exact($0) }
            // `TỐl`, `T0I`
            if exact.count == 2, let word = Self.alike[exact[0]] { exact[0] = word }
            let said = exact.joined(separator: " ")
            switch said {
            case "mật", "tối mật", "tuyệt mật": return said.uppercased()
            case "toi mat": return isShout ? "TỐI MẬT" : nil
            case "tuyet mat": return isShout ? "TUYỆT MẬT" : nil
            case "mat": return rest.count < words.count && isShout ? "MẬT" : nil
            default: return nil
            }
        }

        private static let alike = ["tốl": "tối", "tố1": "tối", "tol": "toi", "t0i": "toi", "to1": "toi", "t0l": "toi"]

        /// «Điện mật», «Điện mật số 05»; «điện mặt trời» is none.
        var isSecretWire: Bool {
            let exact = words.map { Folding.exact($0) }
            let rest = exact.drop { ["công", "bức"].contains($0) }
            guard rest.starts(with: ["điện", "mật"]) else { return false }
            let behind = rest.dropFirst(2)
            return behind.isEmpty || behind.count <= 2 && ["số", "khẩn", "hỏa", "thượng"].contains(behind.first)
        }

        /// «VĂN BẢN MẬT», «TÀI LIỆU TỐI MẬT»: in capitals, at the end of what names the document.
        var documentLevel: String? {
            guard isShout, hasMarks, !SecrecyWords.labels.contains(key) else { return nil }
            let exact = words.map { Folding.exact($0) }
            if exact.suffix(2) == ["tối", "mật"] { return exact.count <= 8 ? "TỐI MẬT" : nil }
            if exact.suffix(2) == ["tuyệt", "mật"] { return exact.count <= 8 ? "TUYỆT MẬT" : nil }
            guard exact.last == "mật" else { return nil }
            let before = exact.dropLast().suffix(2).joined(separator: " ")
            return documentNames.contains {
                before == $0 || before.hasSuffix(" " + $0)
            } ? "MẬT" : nil
        }
    }
}
