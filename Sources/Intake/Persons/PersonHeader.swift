import Domain

/// Headers of columns that ask for persons, and those that only sound like it.
package enum PersonHeader {
    /// Whether a header asks for what identifies a person.
    package static func isPersonal(_ text: String) -> Bool {
        let text = SeenText.of(text)
        return isPersonal(visible: text) || HiddenMark.parted(text).map(isPersonal(visible:)) ?? false
    }

    private static func isPersonal(visible text: String) -> Bool {
        let clean = text.trimmedCell
        guard clean.utf8.count >= 3, clean.utf8.count < 200 else { return false }
        guard !isForbidding(clean) else { return false }
        let key = Self.key(clean)
        if clean.hasSuffix(")"), !key.contains(" ten ") {
            let lowercased = clean.lowercased()
            if units.contains(where: { lowercased.hasSuffix($0) }) { return false }
        }
        if wholes.contains(key.dropFirst().dropLast().description) { return true }
        // `ho_ten`, «H ọ  v à  t ê n»
        let words = key.split(separator: " ")
        if words.count == 1 || words.count >= 5 && words.allSatisfy({ $0.count == 1 }),
            compounds.contains(words.joined())
        {
            return true
        }
        let exact = Folding.exact(clean)
        if parents.contains(where: { exact.hasPrefix($0) }) { return true }
        if isOfCohort(key) { return false }
        if key == " zalo " || beginnings.contains(where: { key.hasPrefix($0) }) { return !isCounted(key) }
        if phrases.contains(where: { key.holds($0) }) { return !isCounted(key) && !isToBeSigned(key) }
        if key.holds(" nam sinh ") {
            // «Nam sinh» are boys at school.
            return !isCounted(key) && exact.holds("năm sinh")
        }
        return key.holds(" dia chi ") && !isCounted(key) && !venues.contains { key.holds($0) }
    }

    /// «Không ghi họ tên, số CCCD»: what an instruction forbids is asked by nobody.
    private static func isForbidding(_ text: String) -> Bool {
        let exact = Folding.exact(text)
        guard let words = forbidding.first(where: { exact.holds($0) }), let range = exact.firstRange(of: words) else {
            return false
        }
        // Nothing is asked before it: «Họ tên (không ghi tắt)».
        return !isPersonal(visible: String(exact[..<range.lowerBound]))
    }

    private static let forbidding = [
        "không ghi ", "không nêu ", "không điền ", "không nhập ", "không gửi ", "không được ghi ", "không được nêu ",
        "không kèm ", "không đưa ", "không cần ghi ", "không có họ tên", "không thu thập ", "không để ",
        "tuyệt đối không ",
        "cấm ghi ", "xóa họ tên", "xóa cột ", "xóa bỏ ", "bỏ cột ",
    ]

    /// Whether who is asked for in a heading never signs: «Người vi phạm», «Nạn nhân».
    static func namesWhoNeverSigns(_ text: String) -> Bool {
        let key = Folding.key(text)
        return neverSigning.contains {
            key == $0 || key == "ten " + $0 || key == "ho ten " + $0 || key == "ho va ten " + $0
        }
    }

    private static let neverSigning: Set<String> = [
        "nguoi vi pham", "nan nhan", "doi tuong", "bi hai", "bi can", "bi cao", "benh nhan", "nguoi nghien", "chu ho",
        "hoc vien", "nguoi bi hai", "doi tuong vi pham", "nghi pham", "nguoi bi nan", "nguoi chet", "nguoi mat tich",
        "nguoi bi thuong", "nguoi bi phat", "nguoi bi xu phat", "nguoi bi bat", "nguoi to giac", "nguoi to cao",
        "nguoi khieu nai", "hoc sinh", "nguoi gay an", "nguoi gay tai nan", "nguoi nhiem", "nguoi bo tron",
        "nguoi cai nghien", "nguoi tao hon", "nguoi di cu", "ca nhan vi pham", "nguoi duoc ho tro", "nguoi uy tin",
        "nguoi co uy tin", "phu huynh", "hoi vien", "chau",
    ]

    /// Whether a personal header is a figure's all the same where counts stand under it: «Tạm trú», «Hộ chiếu», «CCCD».
    package static func mayCount(_ text: String) -> Bool {
        let text = SeenText.of(text)
        let key = " " + Folding.key(HiddenMark.parted(text) ?? text) + " "
        return ![" ten ", " sinh ", " ho dem ", " bi danh ", " birth ", " name "].contains { key.holds($0) }
            && !["ten", "sinh", "dob", "name", "birth", "hodem"].contains { key.dropFirst().dropLast().hasPrefix($0) }
            && !["hoten", "hovaten", "ngaysinh", "namsinh", "noisinh"].contains { key.holds($0) }
    }

    /// With its unit behind it a header is a figure's: «Tạm trú (người)».
    private static let units = [
        "(cái)", "(chiếc)", "(sổ)", "(thẻ)", "(tài khoản)", "(tin)", "(nhóm)", "(bài)", "(học sinh)", "(cháu)",
        "(biển)", "(biển số)", "(lớp)", "(bộ)", "(người)", "(lượt)", "(lượt người)", "(hộ)", "(vụ)", "(trường hợp)",
        "(nhân khẩu)", "(khẩu)", "(%)", "(cuộc)",
    ]

    private static func key(_ text: String) -> String {
        // «Nơi đăng ký thường trú» asks where; «Đăng ký thường trú» is what was done.
        var key = " " + Folding.key(text) + " "
        for (written, meant) in replaced where key.holds(written) { key = key.replacing(written, with: meant) }
        return key
    }

    private static let replaced: [(written: String, meant: String)] =
        [(" noi dang ky ", " noi "), (" so ho chieu ", " ho chieu so ")] + harmless.map { ($0, " ") }

    /// What only sounds like a question for a person.
    private static let harmless = [
        " sinh hoat ", " sinh song ", " dien thoai thong minh ", " dien thoai di dong thong minh ", " ho va ten xa ",
        " so ho ten trong danh sach ",
    ]

    /// All that a header says.
    private static let wholes: Set<String> = [
        "tel", "telephone", "stk", "so tk", "mail", "e mail", "bien so", "bien so xe", "bien kiem soat", "bks",
        "bsx", "so the bhyt", "so so bhxh", "ho chieu", "passport", "mobile", "dtdd", "dt lien he",
        "dt dd", "ten tuoi", "ho ten tuoi", "ntns", "ng sinh", "hktt", "noi dktt", "nguyen quan", "tai khoan ngan hang",
        "so tai khoan ngan hang", "so cc", "so can cuoc", "ten bao cao vien", "ten giang vien", "so may",
        "so the can cuoc",
        "so giay to tuy than", "ho chieu so", "so bien so", "so khung so may", "so imei", "imei", "ten khai sinh",
        "ten thuong goi", "ten goi khac", "ho va ten khai sinh", "so the can cuoc cong dan", "giay to tuy than",
        "ma the bhyt", "so tk ngan hang", "ten chu xe", "ten ho", "ho gia dinh ten", "n sinh", "ntn sinh", "gmail",
        "danh tinh", "so dt chu ho", "so dt", "tai khoan nhan tien", "so gttt",
    ]

    /// Written as programs name columns.
    private static let compounds: Set<String> = [
        "hoten", "hovaten", "hotendem", "hodem", "ngaysinh", "namsinh", "ngaythangnamsinh", "socccd", "socmnd", "cccd",
        "cmnd", "sodienthoai", "dienthoai", "sodt", "quequan", "hokhau", "sotaikhoan", "sotk", "diachithuongtru",
        "noisinh", "masothue", "sohochieu", "hotenhocvien", "tenhocvien", "tendoituong", "fullname", "phonenumber",
        "dateofbirth", "dob", "biensoxe",
    ]

    /// With their diacritics: «Tên bộ» is no father.
    private static let parents = [
        "tên bố", "tên cha", "tên mẹ", "tên vợ", "tên chồng", "tên người thân", "họ tên bố", "họ tên mẹ",
    ]

    /// «Sinh năm 2009», «Số người năm sinh 2009»: those who were born then.
    private static func isOfCohort(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        guard let last = words.last, last.count == 4, ("1900"..."2099").contains(String(last)), words.count >= 3 else {
            return false
        }
        return !key.holds(" ho ten ") && !key.holds(" ho va ten ")
    }

    /// With other words before them they are what work is about.
    private static let beginnings = [" noi cu tru ", " noi o ", " cho o ", " thu dien tu ", " dia chi email "]

    /// Whether persons' names are expected in its cells: «Báo cáo viên», «Học viên».
    static func namesPersons(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        if key == " ten " { return true }
        return persons.contains { key.holds($0) } && !key.holds(" so ")
    }

    /// Whether a line heads a list of persons; «Có danh sách kèm theo» only speaks of one.
    static func announcesList(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        let isList = key.hasPrefix(" danh sach ") || key.hasPrefix(" phu luc ") && key.holds(" danh sach ")
        return isList && (persons.contains { key.holds($0) } || key.holds(" nguoi "))
    }

    /// Whether a line is the head of where people sign.
    static func isOfSigners(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        return isToBeSigned(key) || key.holds(" chuc vu ") || key.holds(" chuc danh ")
    }

    /// Whether its cells are places, streets or schools, which may bear a person's name.
    static func namesPlaces(_ text: String) -> Bool {
        let folded = Folding.exact(text)
        let exact = " " + (folded.holds(",") ? folded.replacing(",", with: " ,") : folded) + " "
        // «Bí thư chi bộ», «Người dạy, nơi mở lớp»: persons all the same.
        if ofPlaces.contains(where: { exact.holds($0) }) { return false }
        return places.contains { exact.holds($0) }
    }

    /// «Số CCCD đã cấp», «Lừa đảo qua điện thoại (vụ)»: figures.
    private static func isCounted(_ key: String) -> Bool {
        counted.contains { key.holds($0) } && !key.holds(" ho ten ") && !key.holds(" ho va ten ")
    }

    /// «(Ký, ghi rõ họ tên)» under who signs.
    private static func isToBeSigned(_ key: String) -> Bool {
        key.holds(" ky ") || key.holds(" chu ky ") || key.holds(" dong dau ")
            || key.holds(" nguoi lap ") || key.holds(" nguoi ky ") || key.holds(" thu truong ")
    }

    private static let phrases = [
        " ho ten ", " ho va ten ", " ho ten dem ", " ho dem ", " ten hoc vien ", " ten doi tuong ", " ten nguoi ",
        " ten chau ", " ten chu ho ", " ten nan nhan ", " bi danh ", " cccd ", " cmnd ", " cmtnd ", " cmt ",
        " can cuoc ",
        " chung minh nhan dan ", " so dinh danh ", " ma dinh danh ", " ho chieu so ", " so bhxh ", " so the bhyt ",
        " ma so bhxh ", " ma so thue ca nhan ", " mst ca nhan ", " so dien thoai ", " dien thoai ", " sdt ",
        " di dong ",
        " so zalo ", " ngay sinh ", " ngay thang nam sinh ", " noi thuong tru ", " thuong tru ", " tam tru ",
        " noi o hien nay ", " que quan ", " noi sinh ", " ho khau ", " so tai khoan ", " email ", " date of birth ",
        " full name ", " phone ", " cho o hien nay ",
    ]

    private static let counted = [
        " duoc cap ", " da cap ", " cap moi ", " cap doi ", " cap lai ", " kich hoat ", " thu nhan ", " vu ", " cuoc ",
        " mo moi ",
        " luot ", " so luong ", " ty le ", " tong so ", " truong hop ", " so ho ", " so nguoi ", " nhan khau ",
        " so the ", " qua ",
        " trieu dong ", " so vu ", " chua co ", " dang ky ", " tiep nhan ", " da lam ", " dinh danh dien tu ",
        " co quan ",
        " duong day nong ", " tuyen ", " website ", " cap can cuoc ", " cap cccd ", " ket qua ", " cong tac ",
    ]

    private static let venues = [
        " lop ", " lop hoc ", " mo lop ", " truong ", " to chuc ", " co quan ", " don vi ", " tru so ", " co so ",
        " thuc hien ", " dien ra ", " cong trinh ", " mo hinh ", " du an ", " nha van hoa ", " hoi truong ",
        " website ",
        " trang thong tin ", " xay ra ", " ip ", " trang web ", " dia chi do ", " tim dia chi ",
    ]

    private static let places = [
        " trường ", " đường ", " phố ", " tuyến ", " bản ", " xã ", " phường ",
        " nơi ",
        " địa điểm ", " địa bàn ", " khu ", " chi bộ ", " điểm ", " nhà văn hóa ", " hội trường ", " quỹ ", " giải ",
    ]

    /// Who has to do with a place, which follows.
    private static let ofPlaces = [
        " trưởng bản ", " bí thư ", " hiệu trưởng ", " trưởng khu ", " trưởng thôn ", " học viên ", " giảng viên ",
        " báo cáo viên ", " chủ hộ ", " đại diện ", " người ", " hòa giải viên ",
    ]

    private static let persons = [
        " hoc vien ", " bao cao vien ", " giang vien ", " tuyen truyen vien ", " nguoi phu trach ",
        " can bo phu trach ",
        " chu ho ", " truong ban ", " nguoi lien he ", " nan nhan ", " nguoi vi pham ", " dai dien ", " phu huynh ",
        " dau moi ", " nguoi uy tin ", " hoa giai vien ", " doi tuong ", " ca nhan ", " hoi vien ", " hoc sinh ",
        " can bo ", " chau ", " nguoi ", " lien he ",
    ]
}
