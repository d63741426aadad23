import DelimitedText
import Testing

struct LettersByNumberTests {
    @Test(arguments: [
        ("Ti&ecirc;n H&#7879;u &#x1EC7;", LettersByNumber.Manner.entities),
        ("Ti\\u00ean H\\u1ec7u \\u0111", .escapes), ("Ti=C3=AAn H=E1=BB=87u =C4=91", .quotedPrintable),
        ("Ti%C3%AAn%20H%E1%BB%87u%20%C4%91", .percent), ("Ti+AOo-n H+Hsc-u +ARE-", .utf7),
    ]) func `letters by number are told by who writes them so`(_ text: String, _ manner: LettersByNumber.Manner) {
        #expect(LettersByNumber(text)?.manner == manner)
    }

    @Test(arguments: [
        "Tiên Hiệu", "A & B; C &amp; D &amp; E &lt; F", "50% 60% 70%", "C:\\users\\u1 \\ui", "=A1+B1=C2 +12-5 +84-912",
        "a=1=2=3 b=45=67 c", "Ti&ecirc;n", "+1-2 +AB-cd +Muong-La",
    ]) func `other marks are none`(_ text: String) {
        #expect(LettersByNumber(text) == nil)
    }
}
