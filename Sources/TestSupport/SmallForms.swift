import Domain

/// The forms of the small catalogue: three sheets, a register and a list.
package enum SmallForms {
    package static let all = [training, outreach, security, classes, list]

    /// Communes and districts; `nu` and `kinh_phi` are measures beside the pair of classes and participants.
    package static let training = form(
        "01-dt", "01/ĐT", .sheet, .both,
        columns: place + [
            count("so_lop", "Số lớp", bound: 30, aliases: ["Số lớp đã tổ chức"]),
            count("luot_nguoi", "Lượt người", bound: 2_000, aliases: ["Số học viên"]),
            count("nu", "Trong đó: nữ", aliases: ["Nữ"]),
            column("kinh_phi", "Kinh phí (triệu đồng)", .decimal(1), aliases: ["Kinh phí"]),
            column("thuyet_minh", "Thuyết minh", .reason),
        ],
        measures: [
            sum("lop", "so_lop"), sum("luot_nguoi", "luot_nguoi"), sum("nu", "nu"), sum("kinh_phi", "kinh_phi"),
        ],
        checks: [
            RowCheck(kind: .atMost(part: "nu", whole: "luot_nguoi"), level: .error),
            RowCheck(kind: .zeroTogether(first: "so_lop", second: "luot_nguoi"), level: .error),
        ])

    /// Communes only.
    package static let outreach = form(
        "02-tt", "02/TT", .sheet, .commune,
        columns: place + [
            count("so_buoi", "Số buổi"), count("nguoi_nghe", "Lượt người nghe"),
            count("truc_tiep", "Buổi trực tiếp"), count("qua_loa", "Buổi qua loa"),
        ],
        measures: [sum("buoi", "so_buoi"), sum("nguoi_nghe", "nguoi_nghe")],
        checks: [
            RowCheck(kind: .addsUp(total: "so_buoi", parts: ["truc_tiep", "qua_loa"]), level: .error)
        ])

    package static let security = form(
        "03-an", "03/AN", .sheet, .both,
        columns: place + [
            count("ton_dau", "Tồn đầu kỳ"), count("phat_sinh", "Phát sinh"), count("giai_quyet", "Đã giải quyết"),
            count("ton_cuoi", "Tồn cuối kỳ"),
        ],
        measures: [sum("ton_cuoi", "ton_cuoi"), sum("phat_sinh", "phat_sinh")],
        checks: [
            RowCheck(
                kind: .follows(before: "ton_dau", arising: "phat_sinh", settled: "giai_quyet", pending: "ton_cuoi"),
                level: .error)
        ])

    package static let classes = form(
        "04-lop", "04/LỚP", .register, .both, date: "ngay_be_mac",
        placeless: Form.Placeless(column: "pham_vi", codes: ["tinh"]),
        columns: [
            column("tt", "TT", .ordinal),
            column("ngay_khai_mac", "Ngày khai mạc", .date),
            column("ngay_be_mac", "Ngày bế mạc", .date, required: true, filled: true),
            column("ma_xa", "Mã xã", .unitCode, required: true),
            column("noi_to_chuc", "Nơi tổ chức", .unitName),
            column("pham_vi", "Phạm vi", .code("pham_vi"), required: true, filled: true),
            column("vai_tro", "Vai trò", .code("vai_tro"), required: true, filled: true),
            column("so_lop", "Số lớp", .count, required: true, filled: true),
            column("luot_nguoi", "Lượt người", .count, required: true, filled: true),
            column("chuong_trinh", "Chương trình", .code("chuong_trinh")),
        ],
        measures: [
            Measure(code: "lop", columns: ["so_lop"], selection: ["vai_tro": ["chu-tri"]], by: ["chuong_trinh"]),
            Measure(code: "luot_nguoi", columns: ["luot_nguoi"], selection: ["vai_tro": ["chu-tri"]], by: []),
            Measure(code: "dong_phoi_hop", columns: [], selection: ["vai_tro": ["phoi-hop"]], by: []),
        ],
        checks: [RowCheck(kind: .before(first: "ngay_khai_mac", second: "ngay_be_mac"), level: .error)],
        key: ["ngay_be_mac", "ma_xa", "vai_tro"])

    package static let list = form(
        "06-ct", "06/CT", .list, .both,
        columns: place + [
            column("chi_tieu", "Chỉ tiêu", .text, required: true), count("gia_tri", "Giá trị"),
        ],
        measures: [sum("lop", "gia_tri"), sum("luot_nguoi", "gia_tri")])

    private static let place = [
        column("tt", "TT", .ordinal, aliases: ["STT"]), column("ma_xa", "Mã xã", .unitCode),
        column("ten_xa", "Xã, phường", .unitName, required: true, aliases: ["Xã/phường", "Địa bàn"]),
    ]

    private static func form(
        _ code: String, _ number: String, _ layout: Form.Layout, _ places: Form.Places, date: String? = nil,
        placeless: Form.Placeless? = nil, columns: [Form.Column], measures: [Measure], checks: [RowCheck] = [],
        key: [String] = []
    ) -> Form {
        Form(
            code: code, number: number, title: Bilingual(vi: number, en: number), domain: "dao_tao", layout: layout,
            places: places, dateColumn: date, placeless: placeless, columns: columns, measures: measures,
            checks: checks, key: key)
    }

    private static func column(
        _ id: String, _ name: String, _ kind: Form.Column.Kind, required: Bool = false, filled: Bool = false,
        bound: Int? = nil, aliases: [String] = []
    ) -> Form.Column {
        Form.Column(
            id: id, name: name, nameEnglish: id, kind: kind, aliases: aliases, required: required, filled: filled,
            bound: bound.flatMap { Quantity(whole: $0) })
    }

    private static func count(
        _ id: String, _ name: String, bound: Int? = nil, aliases: [String] = []
    ) -> Form.Column {
        column(id, name, .count, bound: bound, aliases: aliases)
    }

    private static func sum(_ code: String, _ column: String) -> Measure {
        Measure(code: code, columns: [column], selection: [:], by: [])
    }
}
