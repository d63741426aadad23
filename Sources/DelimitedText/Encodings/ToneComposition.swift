/// A letter and the tone that follows it as one letter, as NFC has it. (Two tones on one letter are nobody's spelling
/// and stay as they come.)
enum ToneComposition {
    /// Nil where there is no such letter: the mark stays as it is.
    static func letter(_ base: UInt32, with mark: UInt32) -> UInt32? {
        guard (0x300..<0x324).contains(mark) else { return nil }
        return table[UInt64(base) << 32 | UInt64(mark)]
    }

    /// For each mark, base and letter in turn: every base that windows-1258 has, or makes with another mark.
    private static let written: [(mark: UInt32, pairs: String)] = [
        (0x300, "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦĂẰÊỀÔỒƠỜÜǛƯỪâầăằêềôồơờüǜưừ¨῭"),
        (0x309, "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨĂẲÊỂÔỔƠỞƯỬâẩăẳêểôổơởưử"),
        (0x303, "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪĂẴÊỄÔỖƠỠƯỮâẫăẵêễôỗơỡưữ"),
        (
            0x301,
            """
            AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕ\
            sśuúwẃyýzźÂẤĂẮÅǺÆǼÇḈÊẾÏḮÔỐƠỚØǾÜǗƯỨâấăắåǻæǽçḉêếïḯôốơớøǿüǘưứ¨΅
            """
        ),
        (
            0x323,
            "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓÂẬĂẶÊỆÔỘƠỢƯỰâậăặêệôộơợưự"
        ),
    ]

    private static let table: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        for (mark, pairs) in written {
            let scalars = Array(pairs.unicodeScalars)
            for at in stride(from: 0, to: scalars.count - 1, by: 2) {
                table[UInt64(scalars[at].value) << 32 | UInt64(mark)] = scalars[at + 1].value
            }
        }
        return table
    }()
}
