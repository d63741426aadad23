import Domain

/// The catalogue's map can be drawn.
enum BadMap: Rule {
    static let code = "bad-map"
    static let page = Bilingual(
        vi: """
            Tệp map.geojson không vẽ được: không đọc được, quá 1 MB, không phải GeoJSON, thiếu mã xã (thuộc tính code), tọa độ ngoài mặt \
            đất, hoặc một xã có hai hình. Trang tóm tắt khi đó không có bản đồ; số liệu không đổi. Mỗi xã là một Feature kiểu Polygon \
            hoặc MultiPolygon, tọa độ là kinh độ rồi vĩ độ.
            """,
        en: """
            map.geojson cannot be drawn: it cannot be read, is over 1 MB, no GeoJSON, without a commune's code (property code), has \
            coordinates that are no place on the earth, or a commune twice. The leader's page then has no map; no figure \
            changes. Each commune is a Feature of type Polygon or MultiPolygon, its coordinates longitude before latitude.
            """)
}

extension FindingText {
    private static var redraw: (vi: String, en: String) {
        (
            "Xuất lại bản đồ thành GeoJSON, giảm bớt điểm nếu quá 1 MB.",
            "Write the map anew as GeoJSON, simplified if over 1 MB."
        )
    }

    static func tooLargeMap(_ bytes: Int) -> Self {
        Self(
            vi: "bản đồ có \(Language.vi.count(bytes)) byte, nhiều hơn mức đọc được",
            en: "the map has \(Language.en.count(bytes)) bytes, more than is read",
            expected: ("không quá 1 MB", "at most 1 MB"), remedy: redraw)
    }

    static func badMap(_ place: String) -> Self {
        Self(
            vi: "bản đồ không đọc được theo GeoJSON\(place.isEmpty ? "" : " (ở \(place))")",
            en: "the map cannot be read as GeoJSON\(place.isEmpty ? "" : " (at \(place))")", remedy: redraw)
    }

    /// - Parameter reason: A sentence that says what to do, too.
    static func unreadMap(_ reason: Bilingual) -> Self {
        Self(
            vi: "\(reason.vi); trang tóm tắt không có bản đồ, số liệu không đổi",
            en: "\(reason.en); the leader's page has no map, and no figure changes", remedy: redraw)
    }

    static func outlinedTwice(_ code: String) -> Self {
        Self(
            vi: "mã “\(code)” có hai hình trong bản đồ", en: "“\(code)” has two outlines in the map",
            remedy: (
                "Gộp các phần của một xã thành một MultiPolygon.", "Join the parts of a commune into one MultiPolygon."
            ))
    }
}
