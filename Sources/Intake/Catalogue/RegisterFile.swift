import DelimitedText
import Domain
import Foundation

/// A register of the catalogue as a CSV: a header that names the columns in any order, and rows.
struct RegisterFile {
    let rows: [RegisterRow]
    /// The file was there with all its columns and could be read to its end.
    let isKnown: Bool

    /// Reports a missing file, missing columns (all of them at once), unreadable text and rows of another length.
    init(path: String, columns: [String], files: [String: SourceFile], findings: FindingCollection) {
        guard let file = files[path] else {
            findings.add(CatalogueReader.missingFile, at: Position(file: path), .missingFile(path))
            (rows, isKnown) = ([], false)
            return
        }
        let (written, found) = DelimitedDocument(file.bytes).rowsWithDoubts()
        let doubts = found.filter { $0.kind != .empty && $0.kind != .singleColumn }
        for doubt in doubts {
            let position = Position(file: path, line: doubt.line, row: doubt.row, column: doubt.column)
            findings.add(CatalogueReader.unreadableText, at: position, value: doubt.sample, .unreadable(doubt))
        }
        let all = written.filter { !$0.fields.allSatisfy { Self.clean($0).isEmpty } }
        let header = RegisterHeader(path: path, row: all.first)
        let missing = columns.filter { header.column($0) == nil }
        guard missing.isEmpty else {
            if !doubts.contains(where: \.isFatal) {
                let position = Position(file: path, line: all.first?.line ?? 1, row: all.first?.spreadsheetRow ?? 1)
                findings.add(CatalogueReader.missingColumn, at: position, .missingColumns(missing))
            }
            (rows, isKnown) = ([], false)
            return
        }
        isKnown = !doubts.contains(where: \.isFatal)
        rows = all.dropFirst().map { row in
            let cells = row.fields.map(Self.clean)
            let width = header.names.count
            if cells.count != width, cells.count < width || cells[width...].contains(where: { !$0.isEmpty }) {
                let position = Position(file: path, line: row.line, row: row.spreadsheetRow)
                findings.add(
                    CatalogueReader.rowLength, at: position, value: String(cells.count),
                    .rowLength(cells.count, header: width))
            }
            return RegisterRow(
                header: header, line: row.line, spreadsheetRow: row.spreadsheetRow, cells: cells, findings: findings)
        }
    }

    /// Composed (NFC), without blanks around.
    static func clean(_ text: String) -> String {
        Folding.composed(text).trimmedCell
    }
}

/// The names of a register's columns, and which column each is.
final class RegisterHeader {
    let path: String
    /// As written, without spaces around.
    let names: [String]
    /// In lower case; there are so few that they are looked up by going through them.
    private let keys: [String]

    init(path: String, row: Row?) {
        self.path = path
        var names = (row?.fields ?? []).map(RegisterFile.clean)
        while names.last == "" { names.removeLast() }
        self.names = names
        keys = names.map { $0.lowercased() }
    }

    func column(_ name: String) -> Int? { keys.firstIndex(of: name) }
}

extension FindingText {
    static func missingFile(_ path: String) -> Self {
        Self(
            vi: "không có tệp “\(path)”", en: "there is no file “\(path)”",
            remedy: (
                "Đặt tệp vào thư mục danh mục; nếu chưa có số liệu thì tệp chỉ cần dòng tiêu đề.",
                "Put the file into the catalogue's folder; with nothing to enter, its header line is enough."
            ))
    }

    fileprivate static func missingColumns(_ columns: [String]) -> Self {
        let list = columns.map { "“\($0)”" }.joined(separator: ", ")
        return Self(
            vi: "thiếu cột \(list)", en: "columns are missing: \(list)",
            remedy: (
                "Thêm các cột còn thiếu vào dòng tiêu đề, đúng tên như trên; thứ tự cột tùy ý.",
                "Add the missing columns to the header, named exactly so; their order does not matter."
            ))
    }

    fileprivate static func rowLength(_ count: Int, header: Int) -> Self {
        Self(
            vi: "dòng có \(count) ô, dòng tiêu đề có \(header) cột",
            en: "the row has \(count) cells, the header \(header) columns",
            expected: ("\(header) ô", "\(header) cells"),
            remedy: (
                "Thêm hoặc bớt dấu phân cách cho đủ số ô; ô có dấu phân cách bên trong thì đặt trong ngoặc kép.",
                "Add or remove delimiters; put a cell that contains a delimiter in quotes."
            ))
    }

    private static let saveAgain = (
        vi: "Mở lại bản gốc và lưu thành CSV UTF-8.", en: "Open the original again and save it as CSV UTF-8."
    )
    private static let closeQuotes = (
        vi: "Đóng ngoặc kép; một dấu ngoặc kép bên trong ô thì viết hai lần.",
        en: "Close the quotes; write a quote inside a cell twice."
    )

    static func unreadable(_ doubt: Doubt) -> Self {
        switch doubt.kind {
        case .loneQuote:
            Self(
                vi: "dấu ngoặc kép lạc trong ô: “\(doubt.sample)”", en: "a stray quote in the cell: “\(doubt.sample)”",
                remedy: closeQuotes)
        case .unclosedQuote:
            Self(vi: "dấu ngoặc kép mở mà không đóng", en: "a quote is opened and never closed", remedy: closeQuotes)
        case .notText:
            Self(
                vi: "tệp không phải là CSV mà là “\(doubt.sample)”", en: "the file is no CSV but “\(doubt.sample)”",
                remedy: saveAgain)
        case .tooLarge, .cellTooLong:
            Self(
                vi: "tệp, dòng hoặc ô quá lớn, phần còn lại không đọc",
                en: "the file, a row or a cell is too large; the rest was not read", remedy: closeQuotes)
        case .undecodableByte, .nulByte, .doubtfulEncoding, .lostLetters, .empty, .singleColumn:
            Self(
                vi: "có ký tự không đọc được: “\(doubt.sample)”", en: "bytes that are no letter: “\(doubt.sample)”",
                expected: ("UTF-8", "UTF-8"), remedy: saveAgain)
        }
    }
}
