/// Words that must appear in such a file, of its header and of its units: what decides the encoding where the file is
/// too short to do so by itself. Made once for many files.
package struct Witnesses: Sendable, ExpressibleByArrayLiteral {
    /// The words as `VietnameseSyllable.key` has them.
    let keys: Set<UInt64>

    package init(_ words: [String]) { keys = Set(words.flatMap { WordReading($0.utf8).keys }) }

    package init(arrayLiteral words: String...) { self.init(words) }
}
