import DelimitedText
import Domain

/// Lines in which somebody signs: their names are allowed there, and no rule sees them.
enum SignerLine {
    /// Whether a text names who signs, made the list or can be asked.
    static func mayStandIn(_ text: String) -> Bool {
        if text.utf8.count <= longestName, PersonName.isWhole(text) { return true }
        let key = " " + Folding.key(text) + " "
        return titles.contains { key.holds($0) }
    }

    /// Whether a row of a file is made of titles and names of who signs.
    static func isMade(of block: borrowing RowBlock, _ row: Int) -> Bool {
        guard block.fieldCount(row) <= 400, mayBeMade(of: block, row) else { return false }
        let cells = (0..<block.fieldCount(row)).map { block.text(row, $0).trimmedCell }.filter { !$0.isEmpty }
        return isMade(of: cells)
    }

    /// Those who sign stand in few cells; of a row of data that is seen without making texts of it.
    private static func mayBeMade(of block: borrowing RowBlock, _ row: Int) -> Bool {
        var filled = 0
        for field in 0..<block.fieldCount(row) {
            let isFilled = block.withBytes(row, field) { $0.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 } }
            guard isFilled else { continue }
            filled += 1
            if filled > cellsMost { return false }
        }
        return true
    }

    private static let cellsMost = 4

    /// Whether the cells of a row are titles and names of who signs, and nothing else.
    static func isMade(of cells: [String]) -> Bool {
        !cells.isEmpty && cells.count <= cellsMost && cells.allSatisfy { isName($0) || isTitle($0) }
            && cells.contains { isName($0) }
    }

    /// Bytes; nobody's name is longer, and a long text costs more than its length to look through.
    private static let longestName = 200

    private static func isName(_ text: String) -> Bool { text.utf8.count <= longestName && PersonName.isStrong(text) }

    private static func isTitle(_ text: String) -> Bool {
        let key = " " + Folding.key(text) + " "
        return key.utf8.count < 60 && titles.contains { key.hasPrefix($0) }
    }

    private static let titles = [
        " nguoi lap ", " lap bieu ", " nguoi tong hop ", " nguoi ky ", " ky ", " nguoi bao cao ", " nguoi kiem tra ",
        " can bo tong hop ", " nguoi phu trach ", " phu trach bieu ", " thu truong ", " lanh dao ", " giam doc ",
        " pho giam doc ", " chu tich ", " pho chu tich ", " truong phong ", " pho truong phong ", " chanh van phong ",
        " chi huy ", " chi cuc truong ", " truong cong an ", " kt ", " tm ", " tl ", " tuq ", " ke toan ",
        " dau moi ", " nguoi lien he ", " lien he ", " ho va ten ", " ho ten ", " chuyen vien ", " can bo phu trach ",
    ]
}
