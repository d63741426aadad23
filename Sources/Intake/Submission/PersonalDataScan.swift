import Domain
import Foundation

/// Finds what identifies a person: columns of names and numbers, identity and telephone numbers in cells.
enum PersonalDataScan {
    /// Whether a header asks for personal data.
    static func isPersonal(header: String) -> Bool {
        let clean = header.trimmedCell
        guard clean.utf8.count >= 3, clean.utf8.count < 200 else { return false }
        var key = " " + Folding.key(clean) + " "
        // The address of a class is a place; nobody lives there.
        for place in addressesOfPlaces where key.contains(place) {
            key = key.replacingOccurrences(of: place, with: " ")
        }
        return phrases.contains { key.contains($0) }
    }

    private static let addressesOfPlaces = [
        " dia chi lop hoc ", " dia chi lop ", " dia chi mo lop ", " dia chi to chuc ", " dia chi noi to chuc ",
        " dia chi dia diem ", " dia chi hoi truong ", " dia chi tap huan ", " dia chi tuyen truyen ",
        " dia chi truong ", " dia chi co quan ", " dia chi don vi ", " dia chi tru so ", " dia chi nha van hoa ",
    ]

    private static let phrases = [
        " ho ten ", " ho va ten ", " ho ten dem ", " ten hoc vien ", " ten doi tuong ", " ten nguoi ", " bi danh ",
        " cccd ", " cmnd ", " cmt ", " can cuoc ", " chung minh nhan dan ", " so dinh danh ", " ma dinh danh ",
        " so dien thoai ", " dien thoai ", " sdt ", " di dong ", " ngay sinh ", " nam sinh ", " ngay thang nam sinh ",
        " dia chi ", " noi thuong tru ", " thuong tru ", " noi o hien nay ", " que quan ", " noi sinh ", " ho khau ",
        " so tai khoan ", " email ", " date of birth ", " full name ", " phone ",
    ]

    /// The first identity or telephone number in a text; `nil` where there is none.
    static func identifier(in text: String) -> String? {
        guard hasDigits(text.utf8, atLeast: 9) else { return nil }
        for run in runs(in: text) where isIdentifier(run) { return run }
        return nil
    }

    /// Whether there are so many digits at all: what nearly every cell is told apart by.
    static func hasDigits(_ bytes: some Sequence<UInt8>, atLeast wanted: Int) -> Bool {
        var count = 0
        for byte in bytes where (0x30...0x39).contains(byte) { count += 1 }
        return count >= wanted
    }

    /// Digits with single blanks, points or hyphens between them.
    private static func runs(in text: String) -> [String] {
        var runs: [String] = []
        var run = ""
        var gap = ""
        for character in text {
            if character.isASCII, character.isNumber {
                if !run.isEmpty { run += gap }
                gap = ""
                run.append(character)
            } else if !run.isEmpty, gap.isEmpty, character == " " || character == "." || character == "-" {
                gap = String(character)
            } else {
                if !run.isEmpty { runs.append(run) }
                run = ""
                gap = ""
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private static func isIdentifier(_ run: String) -> Bool {
        // Sums of money have round ends and points; numbers of persons have neither.
        for part in run.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "-" })
        where part.count == 9 || part.count == 12 {
            if part.first == "0" || !part.hasSuffix("000") { return true }
        }
        let digits = run.filter(\.isNumber)
        if digits.count == 12, digits.first == "0" { return true }
        if digits.count == 10, digits.hasPrefix("0"), let second = digits.dropFirst().first, "35789".contains(second) {
            return true
        }
        if digits.count == 11, digits.hasPrefix("02") || digits.hasPrefix("84") { return true }
        return digits.count == 9 && digits == run && digits.first == "0"
    }

    /// A secrecy mark in a line above the table: in capitals, whole words.
    static func secrecyMark(in text: String) -> String? {
        guard text.utf8.count < 4_000 else { return nil }
        let composed = Folding.composed(text)
        guard composed.contains("MẬT") else { return nil }
        let words = composed.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        for (index, word) in words.enumerated() where word == "MẬT" {
            let before = index > 0 ? words[index - 1] : ""
            let after = index + 1 < words.count ? words[index + 1] : ""
            if before == "TỐI" || before == "TUYỆT" { return before + " MẬT" }
            if !wordsBefore.contains(before), !wordsAfter.contains(after) { return "MẬT" }
        }
        return nil
    }

    /// «bảo mật», «bí mật», «mật mã» speak of secrets; they mark none.
    private static let wordsBefore: Set<String> = ["BẢO", "BÍ", "CƠ", "ĐỘ"]
    private static let wordsAfter: Set<String> = ["MÃ", "KHẨU", "ONG", "THIẾT", "ĐỘ"]
}
