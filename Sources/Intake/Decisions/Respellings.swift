import Domain

/// What a spreadsheet has rewritten in a list of decisions, and what it is, since only one reading is possible.
final class Respellings {
    struct Spelling {
        let written: String
        let meant: String
        var count: Int
    }

    /// In the order in which they came.
    private(set) var spellings: [Spelling] = []
    /// Of the first.
    private(set) var position: Position?
    private var places: [String: Int] = [:]

    func note(_ written: String, as meant: String, at position: Position) {
        if self.position == nil { self.position = position }
        if let place = places[written] {
            spellings[place].count += 1
        } else {
            places[written] = spellings.count
            spellings.append(Spelling(written: written, meant: meant, count: 1))
        }
    }
}
