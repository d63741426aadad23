import Testing

@testable import Domain

struct LetterLikenessTests {
    @Test(arguments: [
        ("Ðoàn Kết", "Đoàn Kết"), ("ðặc biệt", "đặc biệt"), ("Ea H’leo", "Ea H'leo"), ("MʼDrắk", "M'Drắk"),
        ("Cư M`gar", "Cư M'gar"), ("Vân\u{2011}Hồ", "Vân-Hồ"), ("bu\u{200B}ổi", "buổi"), ("DT\u{AD}TS", "DTTS"),
        ("Mai Sơn\u{200E}", "Mai Sơn"), ("\u{FEFF}Xã", "Xã"), ("Sơ\u{2060}n", "Sơn"),
        ("Mộ\u{441} Châu", "Mộc Châu"), ("\u{421}hiềng An", "Chiềng An"), ("Yên Bì\u{3BF}", "Yên Bìo"),
    ]) func `is compared as what it looks like`(_ written: String, _ meant: String) {
        #expect(Folding.exact(written) == Folding.exact(meant))
        #expect(Folding.plain(written) == Folding.plain(meant))
        #expect(Folding.key(written) == Folding.key(meant))
        #expect(Folding.exact(written) == Folding.exactOfAnyLetters(written))
    }

    @Test func `letters that look alike stay apart where both are Vietnamese`() {
        #expect(Folding.exact("Hòa Ân") != Folding.exact("Hòa An"))
        #expect(Folding.exact("Đa") != Folding.exact("Da"))
    }

    @Test func `hidden marks are parted or removed, and seen only where they stand`() {
        #expect(HiddenMark.parted("Đoàn\u{2060}Kết") == "Đoàn Kết")
        #expect(HiddenMark.removed(from: "1\u{200B}20") == "120")
        #expect(HiddenMark.parted("Đoàn Kết – “a”") == nil)
    }
}
