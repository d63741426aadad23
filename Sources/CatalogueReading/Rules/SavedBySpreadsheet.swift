import Domain

/// No spreadsheet has rewritten the codes and days of a register.
enum SavedBySpreadsheet: Rule {
    static let code = "register-saved-by-spreadsheet"
    static let page = Bilingual(
        vi: """
            Tệp danh mục đã được mở và lưu lại bằng Excel: mã hành chính mất số 0 ở đầu (03646 thành 3646), ngày viết lại \
            theo máy (2025-07-01 thành 1/7/2025, có máy thành 7/1/2025). Ngày viết như vậy có thể đọc hai cách, và mọi \
            tệp khác của danh mục nhắc đến mã cũ, nên chương trình không tự sửa và chỉ nêu một lỗi cho cả tệp. Lấy lại \
            bản trước khi lưu bằng Excel. Khi cần sửa bằng Excel: Dữ liệu > Từ Văn bản/CSV, đặt cột mã và cột ngày là \
            Text.
            """,
        en: """
            The register was opened and saved by a spreadsheet: administrative codes lost their leading zero (03646 became \
            3646), and days are written as the computer likes (2025-07-01 became 1/7/2025, or 7/1/2025 elsewhere). Such a \
            day has two readings, and all other files name the old codes, so nothing is repaired and one finding stands \
            for the file. Take the copy from before. To edit it, use Data > From Text/CSV and make codes and days text.
            """)

    /// Columns whose cells are codes of administrative units.
    private static let unitColumns: [String: Set<String>] = [
        UnitsRegister.path: ["code", "parent", "district"], UnitChangesRegister.path: ["from", "to"],
        DepartmentsRegister.path: ["unit"], ObligationsRegister.path: ["area"], PopulationsRegister.path: ["unit"],
        TargetsRegister.path: ["unit"], OpenPointsRegister.path: ["unit"],
        NationalUnits.path: ["code", "parent", "district"], NationalChanges.path: ["from", "to"],
    ]
    private static let dayColumns: Set<String> = ["valid_from", "valid_to", "date"]

    /// The first cell of a kind, and how many there are.
    private struct Cells {
        var first: (row: RegisterRow, column: String)?
        var count = 0
        /// How many are written as they should be: a spreadsheet would have rewritten them too.
        var others = 0

        mutating func note(_ row: RegisterRow, _ column: String) {
            count += 1
            if first == nil { first = (row, column) }
        }

        /// Several, and most of them: one alone is a slip.
        var proven: (row: RegisterRow, column: String)? { count > 1 && count >= others ? first : nil }
    }

    /// One finding for the register, where it shows that a spreadsheet has rewritten it.
    static func look(at rows: [RegisterRow], of path: String, _ findings: FindingCollection) {
        guard let header = rows.first?.header else { return }
        func fields(_ columns: Set<String>) -> [Int] {
            header.names.indices.filter { columns.contains(header.names[$0].lowercased()) }
        }
        let (codeFields, dayFields) = (fields(unitColumns[path] ?? []), fields(dayColumns))
        var (codes, days) = (Cells(), Cells())
        for row in rows {
            for field in codeFields where field < row.cells.count {
                let text = row.cells[field]
                if isCodeWithoutZero(text) {
                    codes.note(row, header.names[field])
                } else if text.utf8.first == UInt8(ascii: "0") {
                    codes.others += 1
                }
            }
            for field in dayFields where field < row.cells.count {
                let text = row.cells[field]
                if isDayOfSpreadsheet(text) {
                    days.note(row, header.names[field])
                } else if text.utf8.contains(UInt8(ascii: "-")) {
                    days.others += 1
                }
            }
        }
        guard let (row, column) = codes.proven ?? days.proven else { return }
        findings.add(
            SavedBySpreadsheet.self, at: row.position(of: column.lowercased()), value: row.text(column.lowercased()),
            .savedBySpreadsheet(
                codes: codes.proven.map { ($0.row.text($0.column.lowercased()), codes.count) },
                days: days.proven.map { ($0.row.text($0.column.lowercased()), days.count) }))
    }

    /// Codes have two digits (provinces), three (districts) or five (communes); one of four was one of five.
    private static func isCodeWithoutZero(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }

    /// `1/7/2025`: without the zeros that a day has in either order, so that its order is not known.
    private static func isDayOfSpreadsheet(_ text: String) -> Bool {
        guard text.utf8.count <= 10, text.utf8.contains(UInt8(ascii: "/")) else { return false }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, parts.joined().utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return false
        }
        return parts[0].utf8.count == 1 || parts[1].utf8.count == 1
    }
}

extension FindingText {
    fileprivate static func savedBySpreadsheet(codes: (String, Int)?, days: (String, Int)?) -> Self {
        let parts = [
            codes.map {
                (
                    vi: "\(Language.vi.count($0.1)) mã mất số 0 ở đầu (“\($0.0)” đúng là “0\($0.0)”)",
                    en: "\(Language.en.count($0.1)) codes lost their leading zero (“\($0.0)” is “0\($0.0)”)"
                )
            },
            days.map {
                (
                    vi: "\(Language.vi.count($0.1)) ngày bị viết lại theo máy (“\($0.0)”)",
                    en: "\(Language.en.count($0.1)) days are written as a computer likes (“\($0.0)”)"
                )
            },
        ].compactMap { $0 }
        return Self(
            vi: "tệp đã được Excel lưu lại: " + parts.map(\.vi).joined(separator: "; "),
            en: "a spreadsheet has saved the file: " + parts.map(\.en).joined(separator: "; "),
            expected: ("mã như 03646, ngày như 2025-07-01", "codes such as 03646, days such as 2025-07-01"),
            remedy: (
                "Lấy lại bản trước khi lưu bằng Excel; sửa bằng Dữ liệu > Từ Văn bản/CSV với cột mã và ngày là Text. Các "
                    + "lỗi khác của danh mục được nêu sau khi sửa lỗi này.",
                "Take the copy from before; edit it by Data > From Text/CSV with codes and days as text. What else is wrong "
                    + "with the catalogue is said after that."
            ))
    }
}
