import Domain

/// A kind of register: its file, the columns it must have, and what a row means.
protocol RegisterKind: SendableMetatype {
    associatedtype Value
    static var path: String { get }
    static var columns: [String] { get }
    /// What the row says. Cells that cannot be read are reported and stood in for, so that the entry is still known;
    /// `nil` only where the row has no key.
    static func value(of row: RegisterRow) -> Value?
}

extension RegisterKind {
    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<Value> {
        let file = RegisterFile(path: path, columns: columns, files: files, findings: findings)
        let entries = file.rows.compactMap { row -> Located<Value>? in
            let before = findings.count
            guard let value = value(of: row) else { return nil }
            let isSound = findings.count == before && row.cells.count >= row.header.names.count
            return Located(value, in: row, isSound: isSound)
        }
        return Register(entries, isKnown: file.isKnown && entries.count == file.rows.count)
    }
}
