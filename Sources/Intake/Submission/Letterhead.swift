import Domain

/// The names of offices that stand by themselves above a table, as in the corner of an official paper.
enum Letterhead {
    /// The first that is another department's where nothing above the table names the sender: «SỞ Y TẾ» above what was sent as
    /// Sở Tư pháp's. Whom a paper is addressed to sent nothing, and the office that gathers them gives out forms with its name.
    static func other(
        than sender: Department, in head: Head, _ names: CatalogueNames, during days: ClosedRange<Day>
    ) -> Head.Cell? {
        let catalogue = names.catalogue
        func heir(_ department: Department) -> String { catalogue.successor(of: department.code, on: days.upperBound) }
        let gathering = names.departments.match(catalogue.organisation.agencyName.vi, during: days)
        let own = Set((gathering + [sender]).map(heir))
        let addressed = Set(head.cells.filter { isAddress($0.text) }.map(\.position.row))
        let other = head.cells.first { cell in
            guard cell.text.utf8.count < bytesMost, !addressed.contains(cell.position.row), cell.text.contains(" "),
                cell.text.first?.isLetter == true
            else { return false }
            let named = names.departments.match(cell.text, during: days)
            return !named.isEmpty && named.allSatisfy { !own.contains(heir($0)) }
        }
        guard let other else { return nil }
        let namesSender = head.cells.contains { cell in
            names.departments.witnesses(inFileName: cell.text, during: days).contains { heir($0) == heir(sender) }
        }
        return namesSender ? nil : other
    }

    /// What is longer is a sentence.
    private static let bytesMost = 120

    /// «Kính gửi:», «Nơi nhận», «Đơn vị nhận báo cáo:».
    private static func isAddress(_ text: String) -> Bool {
        text.hasSuffix(":") || !Set(Folding.words(text)).isDisjoint(with: ["gui", "nhan"])
    }
}
