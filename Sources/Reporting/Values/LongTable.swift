/// A table of more rows than are held at a time: they are made part by part whenever they are asked for, always the same.
///
/// Two that were made apart are not equal, whatever they hold.
package struct LongTable: Hashable, Sendable {
    /// The table without its rows.
    package let head: Table
    package let parts: Int
    private let maker: Maker

    private final class Maker: Sendable {
        let make: @Sendable (Int) -> [Table.Row]

        init(_ make: @escaping @Sendable (Int) -> [Table.Row]) { self.make = make }
    }

    init(_ head: Table, parts: Int, _ make: @escaping @Sendable (Int) -> [Table.Row]) {
        self.head = head
        self.parts = parts
        maker = Maker(make)
    }

    package func rows(ofPart part: Int) -> [Table.Row] { maker.make(part) }

    package static func == (left: LongTable, right: LongTable) -> Bool { left.maker === right.maker }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(maker)) }
}
