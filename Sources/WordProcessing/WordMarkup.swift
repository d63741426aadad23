/// The elements of a well-formed part, each by its place among the bytes, so that the rest can be kept byte for byte.
///
/// Names are compared with their prefix; whoever reads a part has to know that `w` means what it usually means.
package struct WordMarkup: Sendable {
    /// An element, by its place in `elements`.
    package typealias Index = Int

    package struct Element: Sendable {
        /// The name, as it is written.
        package let name: Range<Int>
        /// From its first tag to its last.
        package fileprivate(set) var whole: Range<Int>
        /// Between its tags; empty behind a tag that closes itself.
        package fileprivate(set) var inner: Range<Int>
        package let parent: Index?
        /// What lies in it, at any depth.
        package fileprivate(set) var descendants: Range<Index>
        /// The tag that begins it.
        fileprivate let tag: Range<Int>
    }

    package let bytes: [UInt8]
    /// In the order in which they begin.
    package private(set) var elements: [Element] = []

    /// No part of a document is nested deeper.
    package static let depthMax = 256
    static let elementsMax = 1_000_000

    /// - Parameter bytes: Of a part that is well-formed UTF-8, which the parser has seen to.
    package init(_ bytes: [UInt8], part: String) throws(WordFault) {
        self.bytes = bytes
        var open: [Index] = []
        var place = 0
        while let tag = Self.nextTag(in: bytes, from: &place) {
            if tag.isEnd {
                guard let index = open.popLast() else { throw .damaged(part: part, detail: "an end without a start") }
                elements[index].inner = elements[index].inner.lowerBound..<tag.range.lowerBound
                elements[index].whole = elements[index].whole.lowerBound..<tag.range.upperBound
                elements[index].descendants = index + 1..<elements.count
                continue
            }
            let index = elements.count
            elements.append(
                Element(
                    name: tag.name, whole: tag.range, inner: tag.range.upperBound..<tag.range.upperBound,
                    parent: open.last, descendants: index + 1..<index + 1, tag: tag.range))
            if !tag.isEmpty { open.append(index) }
            if open.count > Self.depthMax { throw .tooLarge("\(part): depth \(open.count)") }
            if elements.count > Self.elementsMax { throw .tooLarge("\(part): elements") }
        }
        if !open.isEmpty { throw .damaged(part: part, detail: "a start without an end") }
    }

    package func isNamed(_ index: Index, _ name: StaticString) -> Bool {
        let range = elements[index].name
        guard range.count == name.utf8CodeUnitCount else { return false }
        return range.allSatisfy { bytes[$0] == name.utf8Start[$0 - range.lowerBound] }
    }

    package func name(_ index: Index) -> String { text(elements[index].name) }

    /// The elements of a name within another, or within the part.
    package func all(_ name: StaticString, in index: Index? = nil) -> [Index] {
        let range = index.map { elements[$0].descendants } ?? elements.indices
        return range.filter { isNamed($0, name) }
    }

    /// The first child of a name.
    package func child(_ name: StaticString, of index: Index) -> Index? {
        elements[index].descendants.first { elements[$0].parent == index && isNamed($0, name) }
    }

    /// The nearest element of a name around another.
    package func around(_ index: Index, _ name: StaticString) -> Index? {
        var above = elements[index].parent
        while let some = above {
            if isNamed(some, name) { return some }
            above = elements[some].parent
        }
        return nil
    }

    /// The value of an attribute, by its name as it is written.
    package func attribute(_ name: StaticString, of index: Index) -> String? {
        let wanted = name.withUTF8Buffer { Array($0) }
        var place = elements[index].name.upperBound
        let end = elements[index].tag.upperBound
        while let (key, value, after) = attribute(from: place, before: end) {
            if bytes[key].elementsEqual(wanted) { return text(value) }
            place = after
        }
        return nil
    }

    /// All attributes, as they are written.
    package func attributes(of index: Index) -> [(name: String, value: String)] {
        var found: [(String, String)] = []
        var place = elements[index].name.upperBound
        while let (key, value, after) = attribute(from: place, before: elements[index].tag.upperBound) {
            found.append((text(key), text(value)))
            place = after
        }
        return found
    }

    private func attribute(
        from start: Int, before end: Int
    ) -> (key: Range<Int>, value: Range<Int>, after: Int)? {
        var place = start
        while place < end, Self.isBlank(bytes[place]) { place += 1 }
        let key = place
        while place < end, bytes[place] != UInt8(ascii: "="), !Self.isBlank(bytes[place]) { place += 1 }
        let keyEnd = place
        while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") { place += 1 }
        guard place < end else { return nil }
        let quote = bytes[place]
        place += 1
        let value = place
        while place < end, bytes[place] != quote { place += 1 }
        return (key..<keyEnd, value..<place, place + 1)
    }

    /// What a stretch without tags says, its entities resolved.
    package func text(_ range: Range<Int>) -> String { XMLText.resolved(bytes[range]) }

    /// The bytes with some stretches exchanged; what lies within another that is exchanged goes with it.
    package func replacing(_ edits: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        let inOrder = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for edit in inOrder where edit.range.lowerBound >= place {
            result += bytes[place..<edit.range.lowerBound]
            result += edit.bytes
            place = edit.range.upperBound
        }
        return result + bytes[place...]
    }

    private struct Tag {
        let range: Range<Int>
        let name: Range<Int>
        let isEnd: Bool
        let isEmpty: Bool
    }

    /// The next tag; instructions, comments and verbatim text are passed.
    private static func nextTag(in bytes: [UInt8], from place: inout Int) -> Tag? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                place += 1
                continue
            }
            if let after = passed(bytes, at: place) {
                place = after
                continue
            }
            let start = place
            let isEnd = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "/")
            place += isEnd ? 2 : 1
            let name = place
            while place < bytes.count, !isBlank(bytes[place]), bytes[place] != UInt8(ascii: ">"),
                bytes[place] != UInt8(ascii: "/")
            {
                place += 1
            }
            let nameEnd = place
            var quote: UInt8?
            while place < bytes.count, quote != nil || bytes[place] != UInt8(ascii: ">") {
                if bytes[place] == quote {
                    quote = nil
                } else if quote == nil, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
                    quote = bytes[place]
                }
                place += 1
            }
            guard place < bytes.count else { return nil }
            place += 1
            return Tag(
                range: start..<place, name: name..<nameEnd, isEnd: isEnd,
                isEmpty: !isEnd && bytes[place - 2] == UInt8(ascii: "/"))
        }
        return nil
    }

    /// Behind what begins like a tag and is none.
    private static func passed(_ bytes: [UInt8], at place: Int) -> Int? {
        for (start, end) in [("<?", "?>"), ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">")]
        where bytes[place...].starts(with: start.utf8) {
            var after = place + start.utf8.count
            while after < bytes.count, !bytes[after...].starts(with: end.utf8) { after += 1 }
            return min(bytes.count, after + end.utf8.count)
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
