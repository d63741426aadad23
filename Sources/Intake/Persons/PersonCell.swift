import Domain

/// What one cell holds that must not be kept, and what it may be part of.
struct PersonCell {
    /// Where the cell stands.
    struct Place {
        var header = Header.none
        /// The cell before it in its row, which may be its label.
        var label = ""
        /// The words beside or above it say that it is a sum.
        var isOfMoney = false
        /// Above the header of a table.
        var isAbove = false
        /// Reasons are asked for again where they name persons, and never refuse a file for it.
        var isReason = false
    }

    /// What the header above a cell says of it.
    struct Header {
        fileprivate let cues: PersonCues
        fileprivate let speaksOfSecrecy: Bool

        static let none = Header("")

        init(_ text: String) {
            let text = SeenText.of(text)
            cues = PersonCues(in: text).union(Self.isOfMoney(text) ? .money : [])
            let key = Folding.key(text)
            speaksOfSecrecy = key == "mat" || SecrecyWords.labels.contains { key.hasPrefix($0) }
        }

        /// Whether the figures below or beside it are sums: «Hỗ trợ», «Dư nợ», «Chi», which within a sentence say nothing.
        static func isOfMoney(_ text: String) -> Bool {
            let exact = Folding.exact(text) + " "
            return sums.contains { exact.hasPrefix($0) } || words.contains { exact.holds($0) }
        }

        private static let words = [
            "kinh phí", "số tiền", "thành tiền", "ngân sách", "vốn ", "dự toán", "quyết toán", "giải ngân", "giá trị",
            "triệu đồng", "tỷ đồng", "nghìn đồng", "(đồng)", "vnđ",
        ]

        private static let sums = [
            "tổng mức đầu tư ", "mức đầu tư ", "đầu tư ", "doanh thu ", "doanh số ", "tạm ứng ", "dư nợ ", "nợ ",
            "hỗ trợ ",
            "mức hỗ trợ ", "số hỗ trợ ", "trị giá ", "thiệt hại ", "ước thiệt hại ", "phạt ", "xử phạt ", "mức phạt ",
            "quỹ ",
            "quyên góp ", "ủng hộ ", "nộp ", "thu ", "chi ", "tổng thu ", "tổng chi ", "cho vay ", "kim ngạch ", "giá ",
            "thuế ",
            "lương ", "thu nhập ", "đóng góp ", "tài trợ ", "số dư ", "sản lượng ", "chi phí ", "thanh toán ",
            "tổng cộng (đồng",
        ]
    }

    let found: PersonFound?
    /// A person's name and nothing else.
    let isName: Bool
    /// One that hardly any place bears.
    let isStrongName: Bool
    /// One of a person, whom no street and no school is called after.
    let isCivilName: Bool

    /// A cell of which nothing need be known.
    static let nothing = PersonCell(found: nil, isName: false, isStrongName: false, isCivilName: false)

    private init(found: PersonFound?, isName: Bool, isStrongName: Bool, isCivilName: Bool) {
        self.found = found
        self.isName = isName
        self.isStrongName = isStrongName
        self.isCivilName = isCivilName
    }

    /// A day or a year that stands beside the words that ask for somebody's birth.
    init(birth text: String) {
        self.init(found: .person(text), isName: false, isStrongName: false, isCivilName: false)
    }

    init(_ written: String, _ place: Place) {
        let text = SeenText.of(written)
        self.init(seen: text, PersonName.Words(of: text), place)
    }

    /// The same, of one cell among many.
    init(_ written: String, _ place: Place, _ known: inout PersonName.KnownWords) {
        let text = SeenText.of(written)
        self.init(seen: text, PersonName.Words(of: text, &known), place)
    }

    private init(seen text: String, _ words: PersonName.Words, _ place: Place) {
        isCivilName = text.utf8.count < 80 && (PersonName.isCivil(words) || Self.isHyphenated(text))
        isName = isCivilName || text.utf8.count < 80 && PersonName.isWhole(words)
        isStrongName = isCivilName || isName && PersonName.isStrong(words)
        found = Self.found(in: text, words, place) ?? Self.foundApart(in: text, place)
    }

    /// A mark without width may have stood for a blank.
    private static func foundApart(in text: String, _ place: Place) -> PersonFound? {
        HiddenMark.parted(text).flatMap { found(in: $0, PersonName.Words(of: $0), place) }
    }

    /// What a cell with few digits is, and whether it would be so with any others in their places.
    ///
    /// - Parameter written: One of which `PersonBytes.hasFewDigits`.
    static func fewDigits(
        _ written: String, _ place: Place, _ known: inout PersonName.KnownWords
    ) -> (cell: PersonCell, withAny: Bool) {
        let text = SeenText.of(written)
        let words = PersonName.Words(of: text, &known)
        let cell = PersonCell(seen: text, words, place)
        let dependsOnThem =
            cell.found != nil || BirthMention.maySpeak(written) || SecrecyWords.mayBearMark(written)
            || PersonName.isNamed(in: words) || written.contains(where: \.isNewline)
        return (cell, !dependsOnThem)
    }

    /// `Lò-Văn-Thử`, `Lò_Văn_Thử`
    private static func isHyphenated(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "-")), !text.utf8.contains(UInt8(ascii: " ")) else { return false }
        return PersonName.isCivil(PersonName.Words(of: text.replacing("-", with: " ")))
    }

    private static func found(in text: String, _ words: PersonName.Words, _ place: Place) -> PersonFound? {
        if mayHaveLines(text), text.contains(where: \.isNewline), let found = foundInLines(of: text, place) {
            return found
        }
        return foundWhole(in: text, words, place)
    }

    private static func mayHaveLines(_ text: String) -> Bool {
        text.utf8.contains { $0 &- 0x0A < 4 || $0 == 0xC2 || $0 == 0xE2 }
    }

    /// A line of a cell may be a mark by itself; where a quote has swallowed rows, each of their cells is looked at.
    private static func foundInLines(of text: String, _ place: Place) -> PersonFound? {
        let hasCells = text.contains { $0 == ";" || $0 == "\t" }
        for line in text.split(whereSeparator: { $0.isNewline || hasCells && ($0 == ";" || $0 == "\t") }) {
            let line = String(line).trimmedCell
            switch foundWhole(in: line, PersonName.Words(of: line), place) {
            case .mark(let mark): return .mark(mark)
            case .markBesideTable(let mark): return hasCells ? .mark(mark) : .markBesideTable(mark)
            case .signer(let text) where hasCells: return .person(text)
            case .number(let text) where hasCells: return .number(text)
            case .person(let text) where hasCells: return .person(text)
            default: continue
            }
        }
        return nil
    }

    private static func foundWhole(in text: String, _ words: PersonName.Words, _ place: Place) -> PersonFound? {
        var bytes = text
        let holds = bytes.withUTF8(LineBytes.init)
        if holds.mayHoldMark, SecrecyWords.mayBearMark(text) {
            let isLevel = place.header.speaksOfSecrecy
            if let mark = SecrecyWords.mark(in: text, isLevel ? .levelCell : .cell) { return .mark(mark) }
            if let mark = SecrecyWords.mark(in: text, .besideTable) { return .markBesideTable(mark) }
        }
        let isNamed = PersonName.isNamed(in: words)
        if bytes.withUTF8(PersonBytes.mayHoldNumber) {
            var context = PersonNumber.Context(cues: place.header.cues, isLetterhead: place.isAbove)
            if !place.label.isEmpty { context.cues.formUnion(PersonCues(in: place.label).subtracting(.money)) }
            if place.isOfMoney { context.cues.insert(.money) }
            if isNamed { context.cues.formUnion([.identity, .telephone]) }
            if let number = PersonNumber.first(in: text, context) { return .number(number.text) }
        }
        if place.isReason { return nil }
        if holds.mayHoldBirth, BirthMention.isIn(text) { return .person(text) }
        return person(in: text, words, isNamed: isNamed)
    }

    private static func person(in text: String, _ words: PersonName.Words, isNamed: Bool) -> PersonFound? {
        if isNamed, BirthMention.mayStandIn(text) || isList(text) || VehiclePlate.isIn(text) { return .person(text) }
        if isNamed {
            // Streets and schools bear the names of persons; two of them, and what is said of persons, are no streets.
            let count = PersonName.countNamed(in: words)
            if count >= 3 || PersonName.isOfDeed(text, words) {
                return SignerLine.mayStandIn(text) ? .signer(text) : .person(text)
            }
            if count == 2 { return .signer(text) }
        }
        if PersonName.beginsWithCivil(words) || PersonName.isAddressedAlone(words) || isNamedInBrackets(text) {
            return .signer(text)
        }
        guard isNamed, PersonName.isAddressed(in: words) else { return nil }
        // Outside the table somebody signs; nobody's birth belongs there.
        return SignerLine.mayStandIn(text) ? .signer(text) : .person(text)
    }

    /// «Xã Mai Sơn (Lò Thị Hoa)»
    private static func isNamedInBrackets(_ text: String) -> Bool {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return false }
        let inside = String(text[text.index(after: open)...].dropLast()).trimmedCell
        return PersonName.isCivil(PersonName.Words(of: inside))
    }

    /// «Danh sách đối tượng: …»
    private static func isList(_ text: String) -> Bool { (" " + Folding.key(text) + " ").holds(" danh sach ") }
}

extension PersonCell {
    /// Judges one text that stands by itself: a cell of a sheet that no form knows, hidden or not, a comment, the name of
    /// a sheet, a property of a document.
    ///
    /// What must not be kept of it, or `nil`. Whoever reads rows uses `PersonsSurvey`, which asks this of each cell and
    /// sees besides what only rows show: lists of persons, labels in the cell before, numbers in two cells.
    /// - Parameter isBesideTable: Outside a table, where somebody signs and where marks of secrecy stand.
    static func judge(_ text: String, _ place: Place = Place(), isBesideTable: Bool) -> PersonFound? {
        guard let found = PersonCell(text, place).found, found.stands(isBesideTable: isBesideTable) else { return nil }
        return found
    }
}

extension PersonFound {
    /// Whether it must not be kept where it stands: who signs may be named beside a table, and words are marks only there.
    func stands(isBesideTable: Bool) -> Bool {
        switch self {
        case .signer: !isBesideTable
        case .markBesideTable: isBesideTable
        case .number, .person, .header, .mark: true
        }
    }
}

/// What is found in a cell that must not be kept.
enum PersonFound {
    /// A number or address that identifies one person.
    case number(String)
    /// A person's name, or when somebody was born.
    case person(String)
    /// A person's name that does no harm where people sign.
    case signer(String)
    /// The header of a list of persons.
    case header(String)
    case mark(String)
    /// A word that is a mark above or below a table, and only a word in it.
    case markBesideTable(String)
}

/// What stands in a file, or in its name, and must not be kept.
struct ForbiddenContent {
    /// The name of the file identifies somebody.
    var isInName = false
    /// With where it stands.
    var found: [(position: Position, found: PersonFound)] = []

    var isEmpty: Bool { !isInName && found.isEmpty }
}
