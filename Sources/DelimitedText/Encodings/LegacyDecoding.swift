/// Bytes of an old encoding, turned into UTF-8 in NFC.
enum LegacyDecoding {
    static func decode(
        _ bytes: [UInt8], _ table: LegacyTable, decision: EncodingDecision, limits: Limits
    ) -> DecodedText {
        var builder = TextBuilder(capacity: bytes.count + bytes.count / 2, limits: limits)
        visit(bytes, table, into: &builder) { range, builder in
            builder.replace(range, of: bytes)
            return true
        }
        return builder.text(decision)
    }

    /// The same of a few letters; nil if a byte is none.
    static func decode(run: [UInt8], _ table: LegacyTable) -> [UInt8]? {
        var builder = TextBuilder(capacity: run.count * 3, limits: .standard)
        let isWhole = visit(run, table, into: &builder) { _, _ in false }
        return isWhole ? builder.bytes : nil
    }

    /// - Parameter undecodable: Told of each byte that is no letter; says whether to go on.
    @discardableResult
    private static func visit(
        _ bytes: [UInt8], _ table: LegacyTable, into builder: inout TextBuilder,
        undecodable: (Range<Int>, inout TextBuilder) -> Bool
    ) -> Bool {
        var at = 0
        var last: (scalar: UInt32, offset: Int) = (0, 0)
        while at < bytes.count {
            let byte = bytes[at]
            var scalar = UInt32(table.letters[Int(byte)])
            var length = 1
            if !table.pairs.isEmpty, at + 1 < bytes.count, bytes[at + 1] >= 0x80,
                let pair = table.pairs[UInt16(byte) << 8 | UInt16(bytes[at + 1])]
            {
                scalar = UInt32(pair)
                length = 2
            }
            if scalar == 0, byte != 0 {
                guard undecodable(at..<at + 1, &builder) else { return false }
                last.scalar = 0
            } else if let composed = ToneComposition.letter(last.scalar, with: scalar) {
                builder.removeAll(from: last.offset)
                builder.append(composed)
                last.scalar = composed
            } else {
                last = (scalar, builder.bytes.count)
                builder.append(scalar)
            }
            at += length
        }
        return true
    }
}

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
