import Domain
import Testing

@testable import Intake

/// Words above a table that speak of other figures than the form asks for are asked about; those of every form are not.
struct WordsAboveTableTests {
    private func rules(above words: String) -> [String] {
        SmallFile.read(words + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")).rules
    }

    @Test(arguments: [
        ";;;Lũy kế từ đầu năm;;", ";;;Kế hoạch năm 2026;;", ";;;Tháng trước;;", ";;;Cùng kỳ năm trước;;",
        ";;;Ước thực hiện tháng 11;;", ";;;Tháng 8;;", ";;;Quý III;;", "(Tháng 9 năm 2026);;",
        "10 tháng đầu năm 2026;;",
        ";;;Từ đầu năm đến nay;;", ";;;Kết quả 10 tháng;;", ";;;10 tháng năm 2026;;", ";;;Tổng cộng 9 tháng;;",
        ";;;Năm 2025;;",
        ";;;Kết quả thực hiện năm 2026;;", ";;;Mục tiêu 2026;;", ";;;Nhiệm vụ được giao;;", "(Số liệu ước thực hiện);;",
        "BÁO CÁO KẾT QUẢ ĐÀO TẠO, TẬP HUẤN THÁNG 9 NĂM 2026;;", "KẾT QUẢ TẬP HUẤN QUÝ III/2026;;",
        "BÁO CÁO KẾT QUẢ THÁNG 9;;", "BÁO CÁO KẾT QUẢ 9 THÁNG NĂM 2026;;", "BIỂU TỔNG HỢP NĂM 2025;;",
        "KẾ HOẠCH ĐÀO TẠO THÁNG 10 NĂM 2026;;", "BÁO CÁO ƯỚC THỰC HIỆN THÁNG 10 NĂM 2026;;",
        "(Từ ngày 15/8/2026 đến ngày 14/9/2026);;", ";;;Từ 01/01/2026 đến 14/10/2026;;",
        "CHỈ TIÊU ĐÀO TẠO GIAO CHO CÁC XÃ;;", "CHỈ TIÊU TẬP HUẤN THÁNG 10 NĂM 2026;;",
        "SỐ LIỆU VÍ DỤ (MẪU), KHÔNG SỬ DỤNG;;",
        "DỰ THẢO LẦN 1 - chưa được duyệt;;",
        "KẾT QUẢ CÔNG TÁC THÁNG 9 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 10 NĂM 2026;;", ";;;KH năm 2026;;",
        "BIỂU TỔNG HỢP LŨY KẾ 10 THÁNG;;", "Đơn vị tính: nghìn lượt người;;", "ĐVT:;1.000 lượt", ";;;;ĐVT: triệu lượt",
    ]) func `other figures are asked about`(_ words: String) {
        let reading = SmallFile.read(words + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect(reading.rules.contains("words-above-table"), "\(reading.rules)")
        #expect(reading.findings.first { $0.rule.text == "words-above-table" }?.level == .query)
    }

    /// What a file is called after.
    @Test(arguments: [
        ("CAT-01-dt ke hoach nam 2026", true), ("CAT-01-dt-luy-ke-10-thang", true), ("CAT-01-dt-ban-nhap", true),
        ("CAT-01-dt ket qua thuc hien ke hoach", false), ("CAT-01-dt va luy ke", false), ("CAT-01-dt", false),
    ]) func `a file called after other figures is asked about`(_ name: String, _ isAsked: Bool) {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;"), as: "2026-10/\(name).csv")
        #expect(reading.rules.contains("words-above-table") == isAsked, "\(reading.rules)")
        #expect(reading.sum("lop") == 1)
    }

    /// What comes next month stands in the title of a month's report.
    @Test(arguments: [
        "KẾT QUẢ CÔNG TÁC THÁNG 10 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 11 NĂM 2026;;",
        "BÁO CÁO KẾT QUẢ THÁNG 10 VÀ NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2026;;", "CHỈ TIÊU GIÁO DỤC PHÁP LUẬT;;",
        "BÁO CÁO THÁNG 10, PHƯƠNG HƯỚNG THÁNG 11/2026;;",
    ]) func `what comes next in a title is no other figures`(_ words: String) {
        #expect(!rules(above: words).contains("words-above-table"), "\(rules(above: words))")
    }

    /// Whose figures these are is asked where only another department is named.
    @Test(arguments: [
        ("SỞ TƯ PHÁP", true),
        ("UBND TỈNH MẪU;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP;;Độc lập - Tự do - Hạnh phúc", true),
        ("Ban Dân tộc", true), ("CÔNG AN TỈNH", false), ("SỞ TƯ PHÁP\nPhòng Tham mưu - Công an tỉnh", false),
        ("Kính gửi:;Sở Tư pháp", false), ("Kính gửi: Sở Tư pháp", false), ("- Sở Tư pháp;", false),
        ("Đơn vị nhận báo cáo:;;Sở Tư pháp", false), ("Theo Kế hoạch số 12 của Sở Tư pháp", false),
    ]) func `another department's name alone is asked about`(_ words: String, _ isAsked: Bool) {
        let rules = rules(above: words)
        #expect(rules.contains("words-above-table") == isAsked, "\(rules)")
    }

    /// Who carries on its work sends its paper, too.
    @Test func `the name of a department before is its heir's`() {
        let words = "BAN DÂN TỘC\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")
        #expect(!SmallFile.read(words, as: "2026-10/SDTTG-01-dt.csv").rules.contains("words-above-table"))
    }

    /// The name of a file's column may say nothing of what money is written in.
    @Test(arguments: [
        ("Đơn vị tính: nghìn đồng", "Kinh phí", true), ("ĐVT: 1.000 đồng", "Kinh phí", true),
        ("ĐVT: tỷ đồng", "Kinh phí", true),
        ("Đơn vị tính: đồng", "Kinh phí", true), ("Đơn vị tính: nghìn đồng", "Kinh phí (triệu đồng)", true),
        ("Đơn vị tính: triệu đồng", "Kinh phí", false), ("ĐVT: lao động", "Kinh phí", false),
        ("ĐVT: lớp", "Kinh phí", false),
    ]) func `money in another unit than the form's is asked about`(_ words: String, _ column: String, _ isAsked: Bool) {
        let reading = SmallFile.read(
            "\(words)\nÔ trống và xã, phường không ghi tên: không phát sinh\n"
                + "TT;Mã xã;Xã, phường;Số lớp;Lượt người;\(column)\n1;00101;Hòa An;1;30;415\n")
        #expect(reading.rules.contains("words-above-table") == isAsked, "\(reading.rules)")
    }

    /// What stands below a heading of other figures is none of the period's; a heading that nothing follows is nobody's.
    @Test(arguments: [
        "B;;Dự kiến tháng 11;;;", "Lũy kế từ đầu năm", "KẾ HOẠCH THÁNG 11 NĂM 2026", "II;Ước thực hiện tháng 11",
        ";;Kết quả 10 tháng;;;", "II. KẾ HOẠCH THÁNG 11", "* Kế hoạch tháng 11", "II. Kỳ trước;;;", "II;Kỳ trước",
        "B. Chưa tổ chức", "- Sẽ tổ chức trong tháng tới", "2) Số liệu tháng 9", "Kỳ báo cáo:;Tháng 9 năm 2026",
        "II. Phối hợp", "II. Lớp phối hợp với đơn vị khác", "Các lớp do đơn vị khác chủ trì",
    ]) func `rows below a heading of other figures are not counted`(_ heading: String) {
        let table = SmallFile.sheet("1;00101;Hòa An;1;30;;;") + heading + "\n"
        let reading = SmallFile.read(table + "2;00102;Thủy Sơn;5;70;;;\n")
        #expect(reading.sum("lop") == 1 && reading.rules.contains("other-table"), "\(reading.rules)")
        let alone = SmallFile.read(table)
        let isOwn = heading.contains("Số liệu tháng 9")
        #expect(alone.sum("lop") == 1 && alone.rules.contains("other-table") == isOwn, "\(alone.rules)")
    }

    /// Rows of a register have days of their own, and a plan's are in no period.
    @Test(arguments: [
        ("Kế hoạch tháng 11", true), ("Kế hoạch (chưa tổ chức)", true), ("II. Lớp chưa tổ chức", true),
        ("Lũy kế từ đầu năm", true), ("I. Lớp đã tổ chức", false), ("Kế hoạch số 45/KH-UBND", false),
        ("Tháng 10", false), ("II. Phối hợp", false),
    ]) func `rows of a register below a plan's heading are not counted`(_ heading: String, _ isOther: Bool) {
        let rows = [
            "1;20/09/2026;21/09/2026;00101;Hòa An;xã;chủ trì;1;30;",
            "2;22/09/2026;23/09/2026;00101;Hòa An;xã;chủ trì;1;31;",
            "\(heading);;;;;;;;;", "3;10/10/2026;12/10/2026;00102;Thủy Sơn;xã;chủ trì;1;40;",
        ]
        let reading = SmallFile.read(SmallFile.register(rows.joined(separator: "\n")), as: "2026-10/CAT-04-lop.csv")
        #expect(reading.rules.contains("other-table") == isOther, "\(reading.rules)")
        #expect(reading.sum("luot_nguoi") == (isOther ? 61 : 101), "\(reading.rules)")
    }

    @Test(arguments: [
        "I;;Kết quả thực hiện;;;", "Tháng 10", "A;Các xã biên giới", "BÁO CÁO THÁNG 10 NĂM 2026", "II. Tháng 10",
        "Kỳ báo cáo:;Tháng 10 năm 2026", "I. Chủ trì", "I. Chương trình phối hợp với Công an tỉnh",
        "Lớp do đơn vị chủ trì, phối hợp với Hội Nông dân", "Kế hoạch số 45/KH-UBND ngày 01/9/2026",
        "1. Các xã biên giới",
        "II. Kết quả tháng mười", "I. Phía Nam sáu xã", "Ghi chú: các xã chưa tổ chức sẽ báo cáo sau",

        "II. Các xã chưa tổ chức hội nghị", "II. Các xã chuyển sang tháng 10",
    ])
    func `rows below another heading are`(_ heading: String) {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;;") + heading + "\n2;00102;Thủy Sơn;5;70;;;\n")
        #expect(!reading.rules.contains("other-table"), "\(reading.rules)")
    }

    /// A share is no count, a change is none, and what is paid in dollars is no million đồng.
    @Test(arguments: [
        "Lượt người (%)", "% Lượt người", "Lượt người (‰)", "Lượt người (+/-)", "± Lượt người", "Lượt người ($)",
    ]) func `a column of another measure is not read as a count`(_ header: String) {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;\(header)\n1;00101;Hòa An;1;30\n"
        )
        #expect(reading.sum("luot_nguoi") != 30, "\(reading.rules)")
        #expect(reading.rules.contains("unknown-column"), "\(reading.rules)")
        let plain = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người\n1;00101;Hòa An;1;30\n"
        )
        #expect(plain.sum("luot_nguoi") == 30, "\(plain.rules)")
    }

    @Test(arguments: [
        "TT;Mã xã;Xã, phường;Kế hoạch năm;;Trong đó\n;;;Số lớp;Lượt người;nữ",
        "TT;Mã xã;Xã, phường;Tháng 9;;Trong đó\n;;;Số lớp;Lượt người;nữ",
    ]) func `headers of several rows are asked about, too`(_ header: String) {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\n\(header)\n1;00101;Hòa An;1;30;\n")
        #expect(reading.rules.contains("words-above-table"), "\(reading.rules)")
    }

    @Test func `a row of plans and results under one column's name is part of the header`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;;Lượt người\n"
                + ";;;Kế hoạch;Thực hiện;\n1;00101;Hòa An;7;1;30\n")
        #expect(reading.sum("lop") == 1, "\(reading.rules)")
        #expect(reading.findings.map(\.value) == ["Số lớp Kế hoạch"] && reading.findings[0].level == .note)
    }

    @Test func `units in brackets below the header are no row`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ\n"
                + ";;;(lớp);(lượt);(người)\n1;00101;Hòa An;1;30;3\n")
        #expect(reading.sum("lop") == 1)
        #expect(reading.state == .accepted && !reading.rules.contains("not-a-number"), "\(reading.rules)")
    }

    @Test func `a header of several rows that only groups is none of them`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Kết quả;;Trong đó\n"
                + ";;;Số lớp;Lượt người;nữ\n1;00101;Hòa An;1;30;\n")
        #expect(!reading.rules.contains("words-above-table"), "\(reading.rules)")
    }

    @Test(arguments: [
        "BIỂU TỔNG HỢP KẾT QUẢ;;", "Chỉ thị 10 tháng 9 năm 2020;;", ";;;Tháng 10;;", ";;;Tháng 10 năm 2026;;",
        "ĐVT: triệu đồng;;",
        "Đơn vị tính: lượt;;",
        "Đơn vị tính: Kinh phí (triệu đồng);;", "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/9/2026;;",
        ";;;Kết quả thực hiện;;", "Kế hoạch số 12;;", "Tháng hành động phòng, chống ma túy;;",
        "Số liệu đến hết ngày 14/10/2026;;",
        "Quý cơ quan;;", "Nghìn lẻ một;;", "BÁO CÁO KẾT QUẢ ĐÀO TẠO THÁNG 10 NĂM 2026;;", "BÁO CÁO KẾT QUẢ NĂM 2026;;",
        "Sơn La, ngày 5 tháng 9 năm 2026;;", "(Kèm theo Báo cáo số 12/BC-STP ngày 3 tháng 9 năm 2026);;",
        "Tình hình thực hiện Kế hoạch tháng 9 năm 2026;;", "BÁO CÁO THÁNG 10 NĂM 2026 SO VỚI THÁNG 9 NĂM 2026;;",
        "Tổng hợp theo Công văn tháng 9 năm 2026;;", "Kế hoạch số 9 tháng 9 năm 2026;;", ";;;Năm 2026;;",
    ]) func `other words are not`(_ words: String) {
        #expect(!rules(above: words).contains("words-above-table"), "\(rules(above: words))")
    }
}
