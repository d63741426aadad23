/// What the sheet of a return calls itself and its columns: whoever writes it and whoever reads it again when it is sent
/// back name them here. Returns are Vietnamese.
package enum ReturnSheet {
    package static let request = "Phiếu đề nghị chỉnh sửa, bổ sung số liệu"
    package static let confirmation = "Phiếu xác nhận tiếp nhận số liệu"
    package static let addressee = "Kính gửi"
    package static let sheetName = "Cần sửa, cần xác nhận"
    /// What stands in a cell to which nothing belongs.
    package static let nothing = "–"
    /// The level of a query that has its reason.
    package static let answered = "đã thuyết minh"

    package enum Column: String, CaseIterable, Sendable {
        case number = "TT"
        case level = "Mức"
        case file = "Tệp"
        case cell = "Ô"
        case value = "Giá trị đã ghi"
        case message = "Nội dung"
        case remedy = "Đề nghị"
        case reason = "Thuyết minh"
        case rule = "Mã quy tắc"
        /// Returns made before there was a column of addresses say row and column apart.
        case row = "Dòng"
        case column = "Cột"

        /// Those that a return is written with, from left to right.
        package static let written: [Column] = allCases.filter { $0 != .row && $0 != .column }

        /// The words above the column.
        package var heading: String { self == .reason ? "\(rawValue) (ghi vào đây)" : rawValue }

        /// All words by which a column is known again.
        package var names: [String] { heading == rawValue ? [rawValue] : [heading, rawValue] }
    }

    /// So many characters has a reason at most.
    package static let reasonMost = 200

    /// `C14 (Xã, phường)`, as a spreadsheet finds it; `dòng 14` for a whole row, `cột C` for a whole column.
    package static func address(_ position: Position, header: String?) -> String {
        let letters = position.columnLetters
        let place: String
        switch (letters, position.row) {
        case (nil, ...0): return nothing
        case (nil, let row): return "dòng \(row)"
        case (let letters?, ...0): place = "cột \(letters)"
        case (let letters?, let row): place = "\(letters)\(row)"
        }
        return header.map { "\(place) (\($0))" } ?? place
    }

    /// The row, 0 for none, and the column of an address.
    package static func place(_ address: String) -> (row: Int, column: Int?) {
        let words = address.prefix { $0 != "(" }.split(separator: " ")
        let text = words.last ?? ""
        let letters = text.prefix { $0.isASCII && $0.isLetter }.uppercased()
        let row = Int(text.dropFirst(letters.count)) ?? 0
        guard (1...3).contains(letters.count), row > 0 || words.count == 2 else { return (row, nil) }
        return (row, letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 })
    }

    /// A question as it is written into a return, and by which it is known again.
    package static func question(_ finding: Finding) -> String {
        let message = finding.message.vi
        return message.prefix(1).uppercased() + message.dropFirst()
    }
}

extension Reading {
    /// The same with its queries looked at again.
    package func mappingFindings(_ transform: (Finding) -> Finding) -> Reading {
        Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings.map(transform), answers: answers)
    }
}
