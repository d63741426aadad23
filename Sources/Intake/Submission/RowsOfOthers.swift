import Domain

/// The rows below the heading of another table, none of which counts.
struct RowsOfOthers {
    private(set) var haveBegun = false
    /// A heading that may stand below the table with nothing behind it, until a row of a place follows: «Lũy kế từ đầu năm».
    private var pending: (position: Position, words: String, kind: OtherTable.Kind)?

    /// From a heading on that may have nothing behind it.
    mutating func begin(_ kind: OtherTable.Kind, _ words: String, at position: Position) {
        haveBegun = true
        pending = (position, words, kind)
    }

    /// From a heading on that says so by itself.
    mutating func begin(_ kind: OtherTable.Kind, _ words: String, at position: Position, _ judge: inout RowJudge) {
        begin(kind, words, at: position)
        sayPending(&judge)
    }

    /// Says where they begin, once there are any.
    mutating func sayPending(_ judge: inout RowJudge) {
        guard let (position, words, kind) = pending else { return }
        judge.say(OtherTable.self) { OtherTable.finding(at: position, value: words, kind) }
        pending = nil
    }
}
