/// A code page in which bytes of UTF-8 are mistaken for letters, each for one: `Sơn` is shown as `S╞ín` or `SÆ¡n`.
struct CodePage: Sendable {
    /// As its users call it.
    let name: String
    /// The byte of each letter beyond ASCII.
    private let bytes: [UInt32: UInt8]
    /// By byte, from 0x80 on.
    private let letters: [Unicode.Scalar]

    /// - Parameter letters: Of the bytes from 0x80 on; `_` where a byte has none: then it is shown as the control character of
    ///   its number.
    private init(_ name: String, _ letters: String) {
        self.name = name
        self.letters = letters.unicodeScalars.enumerated().map { place, scalar in
            scalar == "_" ? Unicode.Scalar(UInt8(truncatingIfNeeded: 0x80 + place)) : scalar
        }
        var bytes: [UInt32: UInt8] = [:]
        // A program that knows no letter of a byte shows the control character of its number.
        for byte in UInt8(0x80)..<0xA0 { bytes[UInt32(byte)] = byte }
        for (place, scalar) in self.letters.enumerated() {
            bytes[scalar.value] = UInt8(truncatingIfNeeded: 0x80 + place)
        }
        self.bytes = bytes
    }

    /// What is shown for bytes, as UTF-8.
    func shown(_ bytes: [UInt8]) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : letters[Int(byte) - 0x80]) }
        return Array(String(scalars).utf8)
    }

    /// The byte that was shown as a letter; `nil` where none is.
    func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : bytes[scalar.value]
    }

    static let all = [cp437, windows1252, windows1258, cp850, macRoman]

    private static let cp437 = CodePage(
        "cp437",
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
    private static let windows1252 = CodePage(
        "windows-1252",
        "€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")
    private static let cp850 = CodePage(
        "cp850",
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
            + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
    private static let windows1258 = CodePage(
        "windows-1258",
        "€_‚ƒ„…†‡ˆ‰_‹Œ____‘’“”•–—˜™_›œ__Ÿ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ")
    private static let macRoman = CodePage(
        "Mac Roman",
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
}
