/// What the names met in a file were found to be, so that each spelling is compared with the register once.
struct NameCache<Value> {
    private struct Key: Hashable {
        let column: Int
        /// The last day on which the name must be valid.
        let day: Int
        /// Not a string: equal texts of different composition may be looked up twice, which is cheaper.
        let bytes: [UInt8]
    }

    /// A file of ever new names gains nothing from being remembered.
    private static var most: Int { 20_000 }

    private var values: [Key: Value] = [:]

    mutating func value(column: Int = 0, day: Int, _ texts: String..., find: () -> Value) -> Value {
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text.utf8
            bytes.append(0)
        }
        let key = Key(column: column, day: day, bytes: bytes)
        if let known = values[key] { return known }
        let found = find()
        if values.count < Self.most { values[key] = found }
        return found
    }
}
