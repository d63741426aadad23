/// The words by which names of persons are known.
extension PersonName {
    /// Which of the lists below a word is in; looked up once for each word of a text.
    struct Traits: OptionSet {
        let rawValue: UInt8

        static let honorific = Traits(rawValue: 1)
        static let plainHonorific = Traits(rawValue: 2)
        static let titleBeginning = Traits(rawValue: 4)
        static let degree = Traits(rawValue: 8)
        static let place = Traits(rawValue: 16)
        static let family = Traits(rawValue: 32)
        static let plainFamily = Traits(rawValue: 64)

        static let anyFamily = Traits(rawValue: 32 | 64)
        static let anyHonorific = Traits(rawValue: 1 | 2)
        static let title = Traits(rawValue: 1 | 8)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Whether it has any of these; as `isDisjoint`, which is asked of every word and goes through generic code.
        func hasAny(_ traits: Traits) -> Bool { rawValue & traits.rawValue != 0 }

        /// - Parameter word: As `Folding.exact`.
        init(of word: String) { self = Self.known[ExactText(word)] ?? [] }

        private static let known: [ExactText: Traits] = {
            let lists: [(Set<String>, Traits)] = [
                (honorifics, .honorific), (plainHonorifics, .plainHonorific), (titleBeginnings, .titleBeginning),
                (degrees, .degree), (places, .place), (families, .family), (plainFamilies, .plainFamily),
            ]
            var known: [ExactText: Traits] = [:]
            for (words, trait) in lists {
                for word in words { known[ExactText(Folding.composed(word)), default: []].insert(trait) }
            }
            return known
        }()
    }

    static let honorifics: Set<String> = [
        "ông", "bà", "anh", "chị", "cháu", "em", "cô", "chú", "bác", "thầy", "bé", "đc", "vợ", "chồng", "mẹ",
        "bố", "con", "ô",
    ]

    /// Those before one word of a name.
    static let formsOfAddress: Set<String> = [
        "ông", "bà", "anh", "chị", "cháu", "em", "cô", "chú", "bác", "thầy", "bé",
    ]

    /// What is said of more than one.
    static let many: Set<String> = ["các", "những", "nhiều", "mấy", "số"]

    /// Where somebody lives, behind a name.
    static let ofHomes: Set<String> = ["bản", "xã", "thôn", "tổ", "phường", "tiểu", "ở", "trú", "thường"]

    /// Without diacritics, as in names of files.
    static let plainHonorifics: Set<String> = ["ong", "ba", "chi", "chau", "mr", "mrs", "ms"]

    /// Two words, or four, that name a person's part.
    static let titles: Set<String> = [
        "đồng chí", "đ c", "bệnh nhân", "nạn nhân", "đối tượng", "học viên", "bị can", "bị cáo", "học sinh", "công dân",
        "trưởng bản", "giảng viên", "cán bộ", "chủ hộ", "họ tên", "và tên", "tên là", "người nghiện",
        "vi phạm", "bị hại", "bí thư chi bộ", "hội viên", "đảng viên", "phụ huynh",
        "thầy giáo", "cô giáo", "bác sĩ", "bác sỹ", "già làng", "trưởng thôn", "gia đình", "nghi phạm", "lái xe",
        "chủ xe", "người dân", "nghệ nhân", "bị đơn", "nguyên đơn", "đương sự", "tài xế", "chủ nhà", "người nhà",
        "thân nhân", "nghi can", "phạm nhân", "can phạm", "cháu bé", "tên trộm",
    ]

    /// Words of texts that list streets, schools and movements.
    static let namesakes: Set<String> = [
        "đường", "phố", "trường", "thcs", "thpt", "th", "ptdtbt", "ptdtnt", "dtnt", "tuyến", "cầu", "chợ", "quỹ",
        "giải", "liệt", "hùng", "lăng", "đền", "tượng", "đài", "trào", "viện", "bến", "tên",
    ]

    static let placesNearby: Set<String> = [
        "bản", "xã", "phường", "thôn", "xóm", "tổ", "khu", "lớp", "đoàn", "đội", "khối", "huyện", "tư",
    ]

    /// What is said of one person, and of no street or school.
    static let deeds = [
        "bắt giữ", "bị bắt", "bắt quả tang", "khởi tố", "về hành vi", "phạm tội", "bị xử phạt", "xử phạt", "bị lừa",
        "tử vong", "bị thương", "tự tử", "gây ra", "gây tai nạn", "trình báo", "tố giác", "đầu thú", "truy nã",
        "tạm giữ", "tạm giam", "bị hại", "qua đời", "bị chết", "cai nghiện", "mua bán trái phép", "tàng trữ",
        "nghiện ma túy", "tảo hôn",
    ]

    /// Those that stand right behind a name.
    static let deedsOfOne = [
        ["bị", "khởi"], ["bị", "bắt"], ["bị", "thương"], ["bị", "lừa"], ["bị", "tạm"], ["bị", "truy"], ["tử", "vong"],
        ["tự", "tử"], ["đầu", "thú"], ["tảo", "hôn"], ["nghiện"], ["trộm", "cắp"], ["gây", "tai"],
    ]

    /// Names that streets, schools and movements bear, in documents of every office.
    static let commemorated: Set<String> = [
        "nguyễn văn cừ", "nguyễn văn trỗi", "nguyễn văn linh", "nguyễn thị minh", "nguyễn thị định", "nguyễn thị nhỏ",
        "võ thị sáu", "lê văn tám", "lò văn giá", "trần văn ơn", "la văn cầu", "hoàng văn thụ", "nguyễn văn huyên",
        "phạm văn đồng", "nguyễn văn thoại", "tô vĩnh diện", "bế văn đàn", "nguyễn văn bé", "nguyễn thị chiên",
        "lê văn sỹ", "nguyễn văn tố", "lê thị hồng", "nguyễn thị suốt", "lương văn tri", "trần thị lý", "tôn thị",
        "hoàng văn thái", "nguyễn văn lạc", "nguyễn văn lượng", "phan văn trị", "lê văn hưu", "lê văn thiêm",
        "chu văn an",
        "vừ a dính", "đồng văn cống", "cao văn lầu", "đặng văn ngữ", "huỳnh văn bánh", "huỳnh văn nghệ",
        "trần văn đang", "trần văn thời",
        "lê văn miến", "phạm văn cội", "cầm văn thinh", "trần thị lan", "nguyễn văn tiết", "lê văn nhung",
        "phan văn trường", "đinh thị vân",
        "lê văn lương", "trần văn giàu", "nguyễn văn quá", "lê văn việt", "lê văn khương",
        "nguyễn thị thập",
        "phan văn hớn",
        "nguyễn văn nghi", "lê văn chí", "nguyễn văn lương", "trần văn kiểu", "nguyễn văn đậu", "phạm văn chiêu",
        "lê văn quới",
        "hoàng văn hòe", "nguyễn văn hưởng", "trần văn trà", "nguyễn văn bảo", "đặng văn bi", "phạm văn hai",
        "nông văn dền",
        "nguyễn thị tú", "nguyễn văn bứa", "phan thị ràng", "lê thị riêng", "hồ thị kỷ", "mạc thị bưởi", "bùi thị xuân",
        "đoàn thị điểm", "nguyễn thị duệ", "hoàng văn nô", "trần thị vân", "đinh văn tỷ", "lê văn duyệt",
        "cầm bá thước", "nguyễn văn siêu", "nguyễn văn tạo", "cầm văn dung", "lò văn hặc", "lò văn mười",
    ]

    /// The first words of `titles`, which few words are.
    static let titleBeginnings = Set(titles.compactMap { $0.split(separator: " ").first.map(String.init) })

    /// Degrees and ranks before a name.
    static let degrees: Set<String> = [
        "ths", "ts", "bs", "gs", "pgs", "cn", "ks", "thạc", "tiến", "sĩ", "sỹ", "đại", "thượng", "trung", "thiếu", "úy",
        "tá", "tướng", "cử", "kỹ", "sư",
    ]

    /// «Bà Triệu», «Bác Hồ», «cháu ngoan Bác Hồ»: known by their names.
    static let famous: Set<String> = [
        "hồ", "triệu", "trưng", "rịa", "nà", "đen", "chúa", "tôn", "ba", "hai", "cả",
        // Peoples, and offices that somebody holds.
        "mông", "thái", "mường", "dao", "kinh", "tày", "nùng", "lào", "hoa", "bí", "chủ", "phó", "giám", "trưởng",
        "hội",
        "đoàn", "bản", "mầm", "tô",
    ]

    /// Family names whose sons have the middle name «A».
    static let ofTheNorthWest: Set<String> = [
        "giàng", "sùng", "hạng", "thào", "vàng", "mùa", "vừ", "sồng", "cứ", "lầu", "hờ", "tráng", "phàng", "chá", "ly",
        "lý",
        "và", "vì", "lậu", "hạ", "lù", "sình", "dềnh", "ma", "phua", "phá", "khang", "thò", "hảng", "cháng", "chảo",
        "sinh", "lừ", "phừ", "mua", "kháng", "lò", "giằng", "dua", "tếnh",
    ]

    /// And those of their names beside it.
    static let middlesOfTheNorthWest: Set<String> = ["a", "mí", "seo", "bá", "chứ", "nhè"]

    /// Rarer ones, which are words, too: persons' only before «Văn» and «Thị», or before «A» and its like.
    static let rareFamilies: Set<String> = [
        "điêu", "cút", "cụt", "moong", "ngân", "phá", "lậu", "hạ", "sình", "thò", "dềnh", "phua", "khang", "ven",
        "lự",
    ]

    /// Family names that begin no word, street or school.
    static let ofThaiAlone: Set<String> = [
        "lường", "quàng", "tòng", "lèo", "giàng", "sùng", "sồng", "điêu", "phàng",
    ]

    /// The second words that make persons' names of those that are words, too: «lò vôi», «bạc», «cầm đồ».
    static let middlesOfThai: [String: Set<String>] = {
        let kin: Set<String> = ["cầm", "lò", "bun", "khăm", "hoàng", "quàng", "lường"]
        let given: Set<String> = [
            "minh", "thanh", "ngọc", "thu", "hồng", "đức", "quang", "duy", "mạnh", "hữu", "công", "chí", "thúy", "kim",
            "phương", "trung", "tuấn", "quốc", "tiến", "hải", "đình", "xuân", "bá", "huy", "như", "thùy", "bích", "lệ",
            "diệu", "khánh", "bảo", "anh", "việt", "hoài", "thế", "bích", "mai", "lan",
        ]
        return ["lò": kin.union(given), "cầm": kin.union(given), "bạc": kin, "cà": kin, "vì": kin, "lừ": kin]
    }()

    /// «Giàng Chu Phìn»: words that places of the highlands end in.
    static let ofHighlandPlaces: Set<String> = [
        "phìn", "chải", "phình", "ngài", "phài", "trà", "sán", "pán", "lủng", "lũng", "sín", "máng", "tè", "lao",
    ]

    /// Where a name's bearer lives, behind a hyphen, comma or bracket.
    static let ofVillages: Set<String> = ["bản", "thôn", "xóm", "xã", "trú", "ở"]

    /// Words that go on behind a person's name, and not behind that of a street or a school.
    static let ofPersons: Set<String> = ["và", "cùng", "với", "là", "trú", "bị", "đã", "được", "tham", "vắng", "nghỉ"]

    /// What stands behind «văn» and «thị» in words that are no names.
    static let nouns: Set<String> = [
        "hóa", "hoá", "học", "phòng", "bản", "nghệ", "xã", "trấn", "trường", "hành", "đua", "tuyển", "tứ", "chương",
        "thư",
    ]

    static let middles: Set<String> = ["văn", "thị", "a"]

    static let plainNouns = Set(nouns.map(Folding.plain)).subtracting(["thu"]).union(["minh", "cong", "don"])

    static let plainCommemorated = Set(commemorated.map(Folding.plain))

    /// The same of places, as names of files write them.
    static let plainPlaces: Set<String> = [
        "duong", "pho", "truong", "thcs", "thpt", "th", "ptdtbt", "ptdtnt", "dtnt", "phuong", "xa", "ban", "to", "khu",
        "cau", "cho", "non", "chi", "doan", "quy", "giai", "tuyen", "tieu", "thon", "xom", "lang", "tuong", "dai",
        "lop",
    ]

    /// Places that are called after persons.
    static let places: Set<String> = [
        "đường", "phố", "hùng", "sĩ", "sỹ", "trường", "ngõ", "ngách", "phường", "xã", "bản", "tổ", "khu", "chợ", "cầu",
        "thcs", "thpt",
        "th",
        "học", "non", "chi", "ty", "viện", "nhà", "đền", "chùa", "lớp", "lạc", "tên", "viên", "giải", "quỹ", "huyện",
        "tuyến", "thpt", "ptdtbt", "ptdtnt", "dtnt", "liên", "lăng", "quảng", "bến", "hồ", "đảo", "quân", "tiểu",
        "thôn",
        "xóm", "phòng", "hội", "đội", "khối", "bãi", "tượng", "đài", "trận", "chiến", "học", "gdtx", "gdnn", "trào",
    ]

    /// Family names of the Kinh and of the peoples of the north-west.
    static let families: Set<String> = certain.union([
        "hồ", "dương", "lý", "đào", "đoàn", "lâm", "mai", "tô", "hà", "lưu", "vương", "cao", "tạ", "thái", "châu",
        "tăng", "kiều", "quách", "la", "lương", "tống", "chu", "trương", "trịnh", "vi", "mạc", "cà", "lừ", "hờ", "hạng",
        "mùi", "đinh", "bàn", "tráng", "bạc", "đèo", "ngần", "lù", "lầu", "ly", "mùa", "và", "vì", "cứ", "phừ", "đồng",
        "khuất", "nghiêm", "phùng", "tôn", "từ", "viên", "ông", "âu", "bế", "nông", "ma", "triệu", "đàm", "hứa", "lục",
        "lã", "lại", "lê", "ninh", "quản", "sa", "xa", "bùi", "cầm", "khà", "lộc", "lỳ", "mè", "ngô", "pờ", "phàng",
        "phạm", "seo", "súa", "thạch", "thân", "tếnh", "vạ", "kháng", "hảng", "dua", "chá", "cháng", "chảo", "phà",
        "vừ", "giằng",
    ])

    static let plainFamilies: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "lo", "luong",
        "quang", "tong", "leo", "giang", "vang", "thao", "sung", "song", "cam", "ha", "dinh", "vi", "ca", "mua",
    ]

    /// Of the Mông, before «A» without diacritics: «Giang A …».
    static let plainFamiliesOfMong: Set<String> = [
        "giang", "sung", "thao", "vang", "song", "mua", "phang", "lau",
    ]

    /// Family names that begin no other word of three.
    static let certain: Set<String> = [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "ngô", "lò", "lường",
        "quàng", "tòng", "lèo", "giàng", "vàng", "thào", "sùng", "sồng", "cầm",
    ]
}
