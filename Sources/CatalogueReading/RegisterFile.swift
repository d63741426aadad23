import DelimitedText
import Domain
import Foundation
import KeptLists

/// A register of the catalogue, a CSV or a workbook: a header that names the columns in any order, and rows.
struct RegisterFile {
    let rows: [RegisterRow]
    /// The file was there with all its columns and could be read to its end.
    let isKnown: Bool

    /// Reports a missing file, missing columns (all of them at once), unreadable text and rows of another length.
    init(path: String, columns: [String], files: [String: SourceFile], findings: FindingCollection) {
        guard let text = RegisterText(path: path, columns: columns, files: files, findings: findings) else {
            (rows, isKnown) = ([], false)
            return
        }
        let (kind, path) = (path, text.path)
        if let misreading = text.misreading, misreading.isTurnedBack {
            findings.add(
                UnreadableCatalogueText.self, at: Position(file: path), value: misreading.written, .misread(misreading))
        }
        let (all, doubts) = (text.rows, text.doubts)
        for doubt in doubts {
            let position = Position(file: path, line: doubt.line, row: doubt.row, column: doubt.column)
            findings.add(UnreadableCatalogueText.self, at: position, value: doubt.sample, .unreadable(doubt))
        }
        let header = RegisterHeader(path: path, row: all.first)
        let missing = columns.filter { header.column($0) == nil }
        guard missing.isEmpty else {
            if !doubts.contains(where: \.isFatal) {
                let position = Position(file: path, line: all.first?.line ?? 1, row: all.first?.spreadsheetRow ?? 1)
                findings.add(MissingRegisterColumn.self, at: position, .missingColumns(missing))
            }
            (rows, isKnown) = ([], false)
            return
        }
        isKnown = !doubts.contains(where: \.isFatal)
        let fields = all.first?.fields.count ?? 0
        if let first = all.first, all.count > 1, all.dropFirst().allSatisfy({ $0.isEmpty(after: fields) }) {
            findings.add(
                RegisterRowLength.self, .query,
                at: Position(file: path, line: first.line, row: first.spreadsheetRow), value: String(fields),
                .headerLength(fields, rows: all[1].fields.count))
        }
        let isSheet = SheetPath.sheet(of: path) != nil
        rows = all.dropFirst().map { row in
            var cells = row.fields.map(\.cleanCell)
            let width = header.names.count
            // A sheet has no cells behind the last that holds something.
            if isSheet { cells += repeatElement("", count: max(0, width - cells.count)) }
            if cells.count != width, cells.count < width || cells[width...].contains(where: { !$0.isEmpty }) {
                let position = Position(file: path, line: row.line, row: row.spreadsheetRow)
                findings.add(
                    RegisterRowLength.self, at: position, value: String(cells.count),
                    .rowLength(cells.count, header: width))
            }
            return RegisterRow(
                header: header, line: row.line, spreadsheetRow: row.spreadsheetRow, cells: cells, findings: findings)
        }
        SavedBySpreadsheet.look(at: rows, of: kind, findings)
    }

}

extension Row {
    /// Whether it is longer than that, by cells that are empty.
    fileprivate func isEmpty(after count: Int) -> Bool {
        fields.count > count && fields[count...].allSatisfy { $0.cleanCell.isEmpty }
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
        var names = (row?.fields ?? []).map(\.cleanCell)
        while names.last == "" { names.removeLast() }
        self.names = names
        keys = names.map { $0.lowercased() }
    }

    func column(_ name: String) -> Int? { keys.firstIndex(of: name) }
}
