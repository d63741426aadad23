import Domain

/// There is a catalogue.
enum NoCatalogue: Rule {
    static let code = "no-catalogue"
    static let page = Bilingual(
        vi:
            "Không có thư mục danh mục, nên không lệnh nào chạy được. Chỉ đúng thư mục bằng --inputs, hoặc lập danh mục "
            + "mới bằng “tonghop init”.",
        en:
            "There is no folder of the catalogue, so no command can work. Name it with --inputs, or begin one with "
            + "“tonghop init”.")
}

extension FindingText {
    static func noCatalogue(_ why: Bilingual) -> Self {
        Self(
            why,
            remedy: Bilingual(
                vi: "Đặt danh mục vào đó, hoặc lập danh mục mới bằng “tonghop init THƯ_MỤC”.",
                en: "Put the catalogue there, or begin one with “tonghop init DIR”."))
    }
}
