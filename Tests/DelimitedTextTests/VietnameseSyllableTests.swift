import Testing

@testable import DelimitedText

struct VietnameseSyllableTests {
    private func verdict(_ word: String) -> WordReading.Verdict { WordReading(word.utf8).verdict }

    @Test(
        arguments: """
            Sơn Đơn vị số lượng phường xã bản người đồng bào dân tộc thiểu giáo dục thường xuyên nghèo cận nghĩa \
            trường phổ thông tiểu học quốc quý quyết quỳnh quỵt gì giếng giữa gìn giải huyện khuỵu khuỷu ngoằn ngoèo \
            nguyễn tuyển thuở yếu yêu ý kỳ mỹ lý tỷ hòa hoà thủy thuỷ ốc ếch ích ướt út Nghịu Khoọng Xoóng Púng Bánh \
            Chiềng Hặc Mường Bú Và Nậm Ét Tòng É Ớt Tạ Phìn MƯỜNG XÃ
            """.split(separator: " ").map(String.init))
    func `Vietnamese words are possible, composed or not`(word: String) {
        #expect(verdict(word) == .proof)
        #expect(verdict(word.decomposed) == .proof)
    }

    @Test(arguments: [
        "được\u{300}", "việtt", "éừn", "cềng", "kổ", "nghà", "gề", "quư", "viêt", "bưn", "été", "für", "Größe", "á́",
        "S¬n", "Tr\u{AD}êng", "Đắk", "số\u{FFFD}", "ngườing", "zô", "Phßng",
    ])
    func `what no one could say in Vietnamese is not`(word: String) {
        #expect(verdict(word) == .counterproof)
    }

    @Test(arguments: ["", "La", "GDĐT", "Đ", "m²", "20°C", "«La»", "1½"])
    func `plain letters, initials and symbols say nothing`(word: String) {
        #expect(verdict(word) == .neither)
    }

    @Test func `a word is the same wherever its tone is written, and in either case`() {
        #expect(WordReading("Hòa".utf8).keys == WordReading("HOÀ".utf8).keys)
        #expect(WordReading("hòa".utf8).keys != WordReading("hóa".utf8).keys)
    }
}

extension String {
    /// Each letter with its marks apart, without a normalisation that the code under test might share.
    fileprivate var decomposed: String {
        let tones = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
        let vowels = [
            "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ",
            "ưừứửữự", "yỳýỷỹỵ",
        ]
        let marked: [Character: String] = [
            "ă": "a\u{306}", "â": "a\u{302}", "ê": "e\u{302}", "ô": "o\u{302}", "ơ": "o\u{31B}", "ư": "u\u{31B}",
        ]
        return lowercased().map { letter -> String in
            for vowel in vowels {
                guard let at = Array(vowel).firstIndex(of: letter), let base = vowel.first else { continue }
                return (marked[base] ?? String(base)) + (at == 0 ? "" : tones[at - 1])
            }
            return String(letter)
        }.joined()
    }
}
