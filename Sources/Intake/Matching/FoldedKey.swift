import Domain
import Foundation

/// `Folding.key`, without its cost for the letters that Vietnamese is written with.
enum FoldedKey {
    static func of(_ text: some StringProtocol) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var isBetweenWords = false
        for scalar in text.unicodeScalars {
            let letter: UInt8
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: letter = UInt8(scalar.value)
            case 0x41...0x5A: letter = UInt8(scalar.value + 0x20)
            case 0..<0x80:
                isBetweenWords = true
                continue
            // Marks of decomposed letters.
            case 0x300...0x36F: continue
            case 0xC0..<0x1F00 where letters[Int(scalar.value)] != 0: letter = letters[Int(scalar.value)]
            default: return Folding.key(text)
            }
            if isBetweenWords, !key.isEmpty { key.append(UInt8(ascii: " ")) }
            isBetweenWords = false
            key.append(letter)
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// By the number of a composed letter, the letter without its marks; 0 for all that Vietnamese does not use.
    private static let letters: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x1F00)
        let families: [(Character, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), ("d", "đĐ"), ("e", "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
            ("i", "ìíỉĩịÌÍỈĨỊ"), ("o", "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
            ("u", "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"), ("y", "ỳýỷỹỵỲÝỶỸỴ"),
        ]
        for (letter, family) in families {
            for scalar in family.precomposedStringWithCanonicalMapping.unicodeScalars {
                table[Int(scalar.value)] = letter.asciiValue ?? 0
            }
        }
        return table
    }()
}
