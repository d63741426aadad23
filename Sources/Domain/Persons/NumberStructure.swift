/// What the digits of a number say: whose number it can be.
struct NumberStructure {
    let digits: String
    /// How the digits are grouped.
    let lengths: [Int]
    let groups: [String]
    let hasPlus: Bool
    let cues: PersonCues
    let isMoney: Bool
    let isLetterhead: Bool
    /// Behind a day, as cameras and telephones name what they save, stands a time.
    let followsDate: Bool
    /// Up to three letters that stand right before it.
    let letters: String

    var kind: PersonNumber.Kind? {
        if let kind = named { return kind }
        guard !isMoney, !(cues.contains(.hotline) && isLandline) else { return nil }
        if isCitizen { return .citizen }
        // An office's own number, with the country's code: «+84 212 …».
        if isLetterhead, hasPlus, digits.hasPrefix("842") || digits.hasPrefix("8402") { return nil }
        if isMobile { return .telephone }
        if isLandline { return isLetterhead ? nil : .landline }
        // Counts never begin with a zero.
        if digits.count == 9, lengths == [9], digits.hasPrefix("0"), isProvinceOfOldCards, !followsDate {
            return .identity
        }
        if isHealthCard { return .insurance }
        // Cards of this country's banks.
        if digits.count == 16, digits.hasPrefix("9704"), lengths == [16] || lengths == [4, 4, 4, 4] { return .account }
        return nil
    }

    /// With a word beside it that says what it is.
    private var named: PersonNumber.Kind? {
        let count = digits.count
        if cues.contains(.identity) {
            if count == 12, digits.hasPrefix("0") || Self.isProvince(digits.prefix(3)) { return .citizen }
            if count == 11 || count == 10, digits.first != "0" { return .citizen }
            if count == 9, isProvinceOfOldCards || digits.first == "0" { return .identity }
        }
        if cues.contains(.licence), count == 12, !isMoney, !isListOfCodes, !hasDate {
            return .identity
        }
        if cues.contains(.telephone), !isLetterhead, !(cues.contains(.hotline) && isLandline) {
            if count == 10 || count == 11, digits.first == "0", !isListOfCodes, !hasDate { return .telephone }
            if count == 9, let first = digits.first, "35789".contains(first) { return .telephone }
        }
        if cues.contains(.device), (14...16).contains(count) { return .device }
        if cues.contains(.passport), count == 7 || count == 8, letters.count == 1 { return .passport }
        if isLetterhead || isMoney { return nil }
        if cues.contains(.tax), count == 10 || count == 12 { return .tax }
        if cues.contains(.insurance), count == 10 || count == 13 { return .insurance }
        if cues.contains(.account), (8...16).contains(count) { return .account }
        return nil
    }

    private var isCitizen: Bool {
        if digits.count == 12 {
            let isGrouped = lengths == [3, 1, 2, 6] || lengths.allSatisfy { $0 >= 3 }
            return digits.hasPrefix("0") && isGrouped && Self.isProvince(digits.prefix(3)) && !isListOfCodes && !hasDate
        }
        // A spreadsheet has taken the zero in front: only a century and a year that people live in leave no doubt.
        guard digits.count == 11, lengths.count == 1, Self.isProvince("0" + digits.prefix(2)), !digits.hasSuffix("000")
        else { return false }
        let rest = Array(digits.utf8.dropFirst(2))
        let (century, year) = (rest[0] - 0x30, Int(rest[1] - 0x30) * 10 + Int(rest[2] - 0x30))
        return century <= 1 || century <= 3 && year <= 40
    }

    private var isMobile: Bool {
        if hasPlus { return isVietnamese(digits, code: "84") }
        if digits.hasPrefix("0084") { return isVietnamese(digits.dropFirst(2), code: "84") }
        if digits.hasPrefix("84"), lengths == [digits.count] || lengths.first == 2 && !hasDate {
            return (digits.count == 11 || digits.count == 12) && isVietnamese(digits, code: "84")
                && digits.dropFirst(2).first != "2"
        }
        if digits.count == 11, Self.oldMobilePrefixes.contains(String(digits.prefix(4))), !isListOfCodes, !hasDate {
            return [[11], [4, 7], [4, 3, 4], [4, 4, 3], [5, 3, 3]].contains(lengths)
        }
        guard digits.count == 10, Self.isMobilePrefix(digits), !isListOfCodes, !hasDate else { return false }
        if lengths == [2, 2, 2, 2, 2] || lengths == [2, 4, 4] || lengths == [1, 3, 3, 3] { return true }
        return (lengths.first ?? 0) >= 3 && lengths != [4, 4, 2] && lengths.allSatisfy { $0 >= 2 }
    }

    private var isLandline: Bool {
        guard digits.count == 11, digits.hasPrefix("02"), !hasDate, !isListOfCodes else { return false }
        let area = lengths.first ?? 0
        return area >= 3 && area != 5 && lengths.dropFirst().count(where: { $0 < 3 }) <= 2
    }

    /// Cards of health insurance have two letters before thirteen digits.
    private var isHealthCard: Bool {
        digits.count == 13 && lengths == [13] && letters.count == 2 && letters.allSatisfy(\.isUppercase)
            && Self.cardLetters.contains(letters) && "12345".contains(digits.first ?? "0")
    }

    /// Behind the country's code, with or without the zero.
    private func isVietnamese(_ digits: some StringProtocol, code: String) -> Bool {
        guard digits.hasPrefix(code) else { return false }
        var rest = Substring(digits.dropFirst(code.count))
        if rest.first == "0" { rest = rest.dropFirst() }
        guard let first = rest.first else { return false }
        return rest.count == 9 && "35789".contains(first) || (9...10).contains(rest.count) && first == "2"
    }

    /// `03646-03664`: groups of one length that all begin with a zero, and no telephone's.
    private var isListOfCodes: Bool {
        groups.count > 1 && Set(lengths).count == 1
            && (lengths[0] == 5
                ? groups.allSatisfy { $0 < "33000" && $0.hasPrefix("0") } && groups.count >= 2
                : groups.count > 2 && groups.allSatisfy { $0.hasPrefix("0") })
    }

    /// Whether a group behind the first is a date or a year with its month: `0140-20261015`.
    private var hasDate: Bool {
        let tail = groups.dropFirst()
        if tail.contains(where: { Self.isDate($0) }) { return true }
        return tail.count >= 2 && Self.isYear(tail.last ?? "") && lengths.dropFirst().contains(2)
    }

    /// Whether digits alone are a day or a month with its year.
    static func isDate(_ group: String) -> Bool {
        func number(_ from: Int, _ count: Int) -> Int { Int(group.dropFirst(from).prefix(count)) ?? 0 }
        switch group.count {
        case 6: return isYear(String(group.prefix(4))) && (1...12).contains(number(4, 2))
        case 8:
            return isYear(String(group.prefix(4))) && (1...12).contains(number(4, 2)) && (1...31).contains(number(6, 2))
                || isYear(String(group.suffix(4))) && (1...31).contains(number(0, 2)) && (1...12).contains(number(2, 2))
        default: return false
        }
    }

    /// A day, its month and a year, in eight digits.
    static func isBirthday(_ digits: String) -> Bool {
        guard let day = Int(digits.prefix(2)), let month = Int(digits.dropFirst(2).prefix(2)) else { return false }
        return (1...31).contains(day) && (1...12).contains(month)
    }

    private static func isYear(_ text: String) -> Bool { text.count == 4 && ("1990"..."2099").contains(text) }

    private static func isMobilePrefix(_ digits: String) -> Bool {
        digits.hasPrefix("0") && "35789".contains(digits[digits.index(after: digits.startIndex)])
    }

    /// Of eleven digits until 2018; old lists keep them.
    private static let oldMobilePrefixes: Set<String> = Set(
        (120...129).map { "0\($0)" } + (162...169).map { "0\($0)" } + ["0186", "0188", "0199"])

    /// The first two digits of a card of nine stand for one of the provinces of its time.
    private var isProvinceOfOldCards: Bool { (1...38).contains(Int(digits.prefix(2)) ?? 0) }

    private static func isProvince(_ code: some StringProtocol) -> Bool { Int(code).map(provinces.contains) ?? false }

    /// The codes of the 63 provinces of before 2025, which citizens' numbers keep.
    private static let provinces: Set<Int> = [
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
        45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
        91, 92, 93, 94, 95, 96,
    ]

    private static let cardLetters: Set<String> = [
        "DN", "HX", "CH", "NN", "TK", "HC", "XK", "HT", "TB", "NO", "CT", "XB", "TN", "CS", "QN", "CA", "CY", "XN",
        "MS",
        "CC", "CK", "CB", "KC", "HD", "TE", "BT", "HN", "DT", "DK", "XD", "TS", "TC", "TQ", "TA", "TY", "HG", "LS",
        "PV",
        "HS", "SV", "GB", "GD", "ND", "TG", "XV", "TD", "TU", "TV",
    ]
}
