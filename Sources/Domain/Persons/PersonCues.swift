/// Words that say what a number beside them is.
package struct PersonCues: OptionSet {
    package let rawValue: Int

    /// Of identity papers.
    package static let identity = PersonCues(rawValue: 1)
    package static let telephone = PersonCues(rawValue: 2)
    static let tax = PersonCues(rawValue: 4)
    static let insurance = PersonCues(rawValue: 8)
    static let account = PersonCues(rawValue: 16)
    static let passport = PersonCues(rawValue: 32)
    /// Of driving licences.
    static let licence = PersonCues(rawValue: 128)
    /// The number is a sum of money or a measure.
    package static let money = PersonCues(rawValue: 64)

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// What the words of a header, of a label, or before a number say.
    package init(in text: String) {
        self = []
        let key = " " + Folding.key(text) + " "
        guard key.utf8.count > 2 else { return }
        for (cue, words) in Self.words where words.contains(where: { key.contains($0) }) { insert(cue) }
        if contains(.account), key.contains(" kho bac ") || key.contains(" dinh danh ") { remove(.account) }
        // «ĐT», and not the form 01/ĐT.
        if key.hasSuffix(" dt "), text.contains(where: { "Đđ:".contains($0) }), !text.contains("/") {
            insert(.telephone)
        }
    }

    private static let words: [(PersonCues, [String])] = [
        (
            .identity,
            [
                " cccd ", " cmnd ", " cmtnd ", " cmt ", " can cuoc ", " chung minh ", " so dinh danh ",
                " ma dinh danh ",
                " so giay to ", " giay to tuy than ", " identity ", " ddcn ",
            ]
        ),
        (
            .telephone,
            [
                " sdt ", " dien thoai ", " dthoai ", " di dong ", " zalo ", " tel ", " phone ", " mobile ", " mob ",
                " lien he ",
                " hotline ", " so may ", " goi so ",
            ]
        ),
        (.tax, [" mst ", " ma so thue ", " mst ca nhan "]),
        (.insurance, [" bhxh ", " bao hiem xa hoi ", " bhyt ", " bao hiem y te "]),
        (.account, [" so tai khoan ", " stk ", " tai khoan ngan hang ", " tk ngan hang ", " so tk "]),
        (.licence, [" gplx ", " giay phep lai xe ", " bang lai xe "]),
        (.passport, [" ho chieu ", " passport "]),
        (
            .money,
            [
                " kinh phi ", " tien ", " dong ", " trieu ", " ty ", " vnd ", " von ", " ngan sach ", " gia tri ",
                " du toan ", " quyet toan ", " giai ngan ", " dien tich ", " ty le ", " usd ",
            ]
        ),
    ]
}
