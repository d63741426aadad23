extension LegacyTable {
    /// TCVN3 (ABC), the encoding of the .Vn fonts: no accented capitals, which a font of capitals shows instead.
    static let tcvn3 = LegacyTable(
        .tcvn3,
        runs: [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
            (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ])
}
