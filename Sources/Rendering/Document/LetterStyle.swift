/// The kinds of paragraph that a report's text has, by the names of the styles that set them.
///
/// A document sets nothing itself: a form that knows a style of such a name sets it its own way.
enum LetterStyle: String, CaseIterable, Sendable {
    case notice = "BC Lưu hành"
    case parentAgency = "BC Cơ quan chủ quản"
    case agency = "BC Cơ quan ban hành"
    case agencyRule = "BC Gạch cơ quan"
    case country = "BC Quốc hiệu"
    case motto = "BC Tiêu ngữ"
    case mottoRule = "BC Gạch tiêu ngữ"
    case number = "BC Số ký hiệu"
    case date = "BC Địa danh ngày tháng"
    case kind = "BC Tên loại"
    case subject = "BC Trích yếu"
    case subjectRule = "BC Gạch trích yếu"
    case draft = "BC Dự thảo"
    case addressee = "BC Kính gửi"
    case text = "BC Đoạn văn"
    case part = "BC Mục I"
    case section = "BC Mục 1"
    case recipientsHead = "BC Nơi nhận"
    case recipients = "BC Danh sách nơi nhận"
    case signer = "BC Chức danh ký"
    case end = "BC Cuối văn bản"
    case small = "BC Dòng ngăn"

    /// By which the usual form calls it.
    var id: String {
        switch self {
        case .notice: "BCLuuHanh"
        case .parentAgency: "BCCoQuanChuQuan"
        case .agency: "BCCoQuan"
        case .agencyRule: "BCGachCoQuan"
        case .country: "BCQuocHieu"
        case .motto: "BCTieuNgu"
        case .mottoRule: "BCGachTieuNgu"
        case .number: "BCSoKyHieu"
        case .date: "BCDiaDanh"
        case .kind: "BCTenLoai"
        case .subject: "BCTrichYeu"
        case .subjectRule: "BCGachTrichYeu"
        case .draft: "BCDuThao"
        case .addressee: "BCKinhGui"
        case .text: "BCDoanVan"
        case .part: "BCMucI"
        case .section: "BCMuc1"
        case .recipientsHead: "BCNoiNhan"
        case .recipients: "BCDanhSachNoiNhan"
        case .signer: "BCChucDanh"
        case .end: "BCCuoi"
        case .small: "BCDongNgan"
        }
    }

    /// How the usual form sets it, as Decree 30/2020/NĐ-CP lays down: the paragraph, then its letters.
    var settings: (paragraph: String, letters: String) {
        let centred = "<w:jc w:val=\"center\"/>"
        func spacing(_ before: Int, _ after: Int) -> String {
            "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"240\" w:lineRule=\"auto\"/>"
        }
        func size(_ half: Int) -> String { "<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/>" }
        func rule(_ indent: Int, after: Int) -> String {
            "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
                + "<w:spacing w:before=\"40\" w:after=\"\(after)\" w:line=\"60\" w:lineRule=\"exact\"/>"
                + "<w:ind w:left=\"\(indent)\" w:right=\"\(indent)\"/>"
        }
        let bold = "<w:b/><w:bCs/>"
        let italic = "<w:i/><w:iCs/>"
        let justified =
            "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"276\" w:lineRule=\"auto\"/>"
            + "<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>"
        return switch self {
        case .notice: ("<w:keepNext/>" + spacing(0, 120) + centred, bold + size(26))
        case .parentAgency: (spacing(0, 0) + centred, size(24))
        case .agency, .country: (spacing(0, 0) + centred, bold + size(24))
        case .motto: (spacing(0, 0) + centred, bold + size(26))
        case .agencyRule: (rule(1250, after: 0), size(4))
        case .mottoRule: (rule(1150, after: 0), size(4))
        case .number: (spacing(60, 0) + centred, size(26))
        case .date: (spacing(60, 0) + centred, italic + size(26))
        case .kind: ("<w:keepNext/>" + spacing(360, 0) + centred + "<w:outlineLvl w:val=\"0\"/>", bold + size(28))
        case .subject:
            ("<w:keepNext/>" + spacing(0, 0) + "<w:ind w:left=\"567\" w:right=\"567\"/>" + centred, bold + size(28))
        case .subjectRule: (rule(3300, after: 120), size(4))
        case .draft: (spacing(120, 120) + centred, bold + italic + size(26))
        case .addressee: (spacing(120, 120) + centred, size(28))
        case .text: (justified, size(28))
        case .part: ("<w:keepNext/>" + justified + "<w:outlineLvl w:val=\"0\"/>", bold + size(28))
        case .section: ("<w:keepNext/>" + justified + "<w:outlineLvl w:val=\"1\"/>", bold + size(28))
        case .recipientsHead: ("<w:keepNext/>" + spacing(120, 0), bold + italic + size(24))
        case .recipients: (spacing(0, 0), size(22))
        case .signer: ("<w:keepNext/>" + spacing(120, 1440) + centred, bold + size(28))
        case .end: (spacing(240, 0), italic + size(22))
        case .small: (spacing(0, 0), size(4))
        }
    }
}
