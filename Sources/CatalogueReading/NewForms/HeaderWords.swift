import Domain

/// What the words over a column say of it: its kind, its unit, how it adds.
struct HeaderWords {
    let header: String
    private let key: String
    private let units: [String]

    /// - Parameter units: Units of measure that the catalogue knows.
    init(_ header: String, units: [String]) {
        self.header = header
        key = Folding.key(header)
        self.units = units
    }

    private static let ordinal: Set<String> = ["tt", "stt", "so tt", "so thu tu", "no"]
    private static let unitCode: Set<String> = [
        "ma", "ma xa", "ma xa phuong", "ma dvhc", "ma don vi", "ma don vi hanh chinh", "ma dia ban", "commune code",
    ]
    private static let unitName: Set<String> = [
        "xa", "xa phuong", "ten xa", "ten xa phuong", "xa phuong thi tran", "xa phuong dac khu", "dia ban",
        "don vi hanh chinh", "ten don vi hanh chinh", "noi thuc hien", "noi xay ra", "commune",
    ]
    private static let reason: Set<String> = ["thuyet minh", "giai trinh", "ly do", "explanation"]
    private static let words = [
        "ghi chu", "noi dung", "ten ", "dia diem", "don vi thuc hien", "co quan", "hinh thuc", "ket qua thuc hien",
        "nguon von", "doi tuong thu huong", "remark", "note",
    ]
    private static let measured = [
        "kinh phi", "dien tich", "so tien", "so von", "von ", "doanh so", "san luong", "chieu dai", "gia tri", "du no",
    ]
    private static let measures = [
        "dong", "trieu dong", "ty dong", "nghin dong", "ha", "m2", "km", "tan", "kg", "m3", "tr d", "usd",
    ]

    var kind: NewFormKind {
        if Self.ordinal.contains(key) { return .ordinal }
        if Self.unitCode.contains(key) { return .unitCode }
        if Self.unitName.contains(key) { return .unitName }
        if Self.reason.contains(key) { return .reason }
        if key.hasPrefix("ngay") && !key.hasPrefix("ngay cong") || key.hasPrefix("thoi gian") || key == "date" {
            return .date
        }
        if divides { return .ratio }
        if Self.words.contains(where: { key.hasPrefix($0) || key + " " == $0 }) { return .text }
        let isMeasured = bracketed.map { Self.measures.contains(Folding.key($0)) } ?? false
        return isMeasured || Self.measured.contains { key.hasPrefix($0) } ? .decimal : .count
    }

    /// Shares, means and changes, by the first of their words or any.
    private static let shares = [
        "ty le", "ti le", "ty trong", "ti trong", "ty suat", "ti suat", "phan tram", "binh quan", "so voi",
        "toc do tang",
    ]
    private static let sharesInFront = ["trung binh", "mat do", "nang suat", "dat ke hoach"]

    /// Whether it divides or compares, so that its numbers are not to be added up.
    private var divides: Bool {
        if header.contains("(%") || header.hasSuffix("%") { return true }
        func isInFront(_ words: String) -> Bool { (key + " ").hasPrefix(words + " ") }
        if (Self.shares + Self.sharesInFront).contains(where: isInFront) { return true }
        // «Số hộ có tỷ lệ …» counts.
        guard !isInFront("so"), !isInFront("tong so") else { return false }
        return hasPercentSign || bracketed?.contains("/") == true
            || Self.shares.contains { (" " + key + " ").contains(" " + $0 + " ") }
    }

    /// One that is not part of a number: `% so với cùng kỳ`, but not `đạt trên 80% tiêu chí`.
    private var hasPercentSign: Bool {
        var before: Unicode.Scalar?
        for scalar in header.unicodeScalars where scalar != " " {
            if scalar == "%", before.map({ !("0"..."9").contains($0) }) ?? true { return true }
            before = scalar
        }
        return false
    }

    /// What stands in brackets behind the words: `Kinh phí (triệu đồng)`.
    private var bracketed: String? {
        guard header.hasSuffix(")"), let open = header.lastIndex(of: "(") else { return nil }
        let text = String(header[header.index(after: open)...].dropLast()).cleanCell
        return text.isEmpty ? nil : text
    }

    /// In brackets, else behind «Số»; `nil`: nothing says it.
    var unit: String? {
        if let bracketed { return bracketed }
        let words = header.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(where: { Folding.key($0) == "so" }), at <= 2, at + 1 < words.count else {
            return nil
        }
        let rest = words[(at + 1)...].joined(separator: " ").lowercased()
        let known = units.filter { rest == $0.lowercased() || rest.hasPrefix($0.lowercased() + " ") }
        return known.max { $0.utf8.count < $1.utf8.count } ?? words[at + 1].lowercased()
    }

    /// The words without the unit in brackets, and without the name of a group over «Trong đó» or «Tổng số».
    var name: String {
        guard bracketed != nil, let open = header.lastIndex(of: "(") else { return withoutTotal(header) }
        let name = String(header[..<open]).cleanCell
        return name.isEmpty ? header : withoutTotal(name)
    }

    private func withoutTotal(_ name: String) -> String {
        let words = name.split(separator: " ").map(String.init)
        for lead in [["trong", "đó"], ["of", "which"]] {
            guard words.count > 2,
                let at = words.indices.dropLast().first(where: { start in
                    zip(words[start...], lead).allSatisfy { $0.lowercased().hasPrefix($1) }
                })
            else { continue }
            let rest = words[at...].joined(separator: " ")
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        for ending in [" tổng số", " tổng cộng", " total"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count)).cleanCell
        }
        return name
    }

    var adding: NewFormAdding {
        if key.contains("luy ke") || key.contains("tu dau nam") || key.contains("cong don") { return .yearToDate }
        let standing = ["cuoi ky", "hien co", "den nay", "dang hoat dong", "con lai", "ton cuoi", "du no", "hien dang"]
        return standing.contains { key.contains($0) } ? .stock : .flow
    }

    /// A «Trong đó», perhaps under the name of a group.
    var isPart: Bool { ["trong do ", "of which "].contains { (" " + key + " ").contains(" " + $0) } }

    /// Other names under which a column of that kind is known.
    static func aliases(_ kind: NewFormKind) -> [String] {
        switch kind {
        case .ordinal: ["TT", "STT", "Số TT", "Số thứ tự"]
        case .unitCode: ["Mã xã", "Mã", "Mã xã, phường", "Mã ĐVHC", "Mã đơn vị"]
        case .unitName:
            [
                "Xã, phường", "Tên xã, phường", "Xã, phường, thị trấn", "Xã", "Địa bàn", "Đơn vị hành chính",
                "Nơi thực hiện",
            ]
        case .reason: ["Thuyết minh", "Giải trình", "Lý do", "Thuyết minh số liệu"]
        default: []
        }
    }
}
