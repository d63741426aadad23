import Foundation

/// Which files of a house need which: a file needs another of the same house that declares a type which it names.
///
/// Counted are types at the top of a file that others may name; comments and the texts of strings name nothing, a member (`.x`)
/// neither. What an extension adds to a type of another file is not seen.
struct SourceNeeds {
    /// By the paths of the files.
    let needs: [String: Set<String>]

    /// - Parameter files: Path → text, of one house.
    init(_ files: [String: String]) {
        let words = files.mapValues(SourceWords.init)
        var places: [String: String] = [:]
        for (path, some) in words.sorted(by: { $0.key < $1.key }) {
            for name in some.declared where places[name] == nil { places[name] = path }
        }
        needs = words.reduce(into: [:]) { needs, file in
            needs[file.key] = Set(file.value.named.compactMap { places[$0] }).subtracting([file.key])
        }
    }

    /// The files that need one another, round about: each set with more than one file, the largest first.
    var knots: [[String]] {
        var walk = Walk(needs: needs)
        for path in needs.keys.sorted() where walk.order[path] == nil { walk.visit(path) }
        return walk.knots.sorted { ($0.count, $1.first ?? "") > ($1.count, $0.first ?? "") }
    }

    /// Tarjan's walk: a knot is complete when the walk comes back to the first of its files.
    private struct Walk {
        let needs: [String: Set<String>]
        var order: [String: Int] = [:]
        var lowest: [String: Int] = [:]
        var open: [String] = []
        var knots: [[String]] = []

        mutating func visit(_ path: String) {
            order[path] = order.count
            lowest[path] = order[path]
            open.append(path)
            for next in (needs[path] ?? []).sorted() {
                if order[next] == nil {
                    visit(next)
                    lowest[path] = min(lowest[path] ?? 0, lowest[next] ?? 0)
                } else if open.contains(next) {
                    lowest[path] = min(lowest[path] ?? 0, order[next] ?? 0)
                }
            }
            guard lowest[path] == order[path], let first = open.firstIndex(of: path) else { return }
            let knot = Array(open[first...])
            open.removeSubrange(first...)
            if knot.count > 1 { knots.append(knot.sorted()) }
        }
    }
}

/// The names in a file of Swift.
private struct SourceWords {
    /// Types at its top that are not private.
    private(set) var declared: Set<String> = []
    /// Names that begin with a capital.
    private(set) var named: Set<String> = []

    private static let keywords: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        read(bytes, &index, isInterpolated: false)
    }

    /// Reads to the end, or to the parenthesis that ends an interpolation.
    private mutating func read(_ bytes: [UInt8], _ index: inout Int, isInterpolated: Bool) {
        var depth = 0
        // The words before on a line that is not indented.
        var line: [String] = []
        var isAtTop = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") {
                line = []
                index += 1
                isAtTop = index < bytes.count && SourceWords.isWord(bytes[index])
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == byte {
                index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else if byte == UInt8(ascii: "\"") {
                readString(bytes, &index)
            } else if SourceWords.isWord(byte) {
                let start = index
                while index < bytes.count, SourceWords.isWord(bytes[index]) { index += 1 }
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
                if !isInterpolated, isAtTop { take(word, after: line) }
                line.append(word)
                if !isMember, word.first?.isUppercase == true { named.insert(word) }
            } else {
                if isInterpolated, byte == UInt8(ascii: ")"), depth == 0 {
                    index += 1
                    return
                }
                depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
                index += 1
            }
        }
    }

    private mutating func take(_ word: String, after line: [String]) {
        guard let last = line.last, SourceWords.keywords.contains(last) else { return }
        let isPrivate = line.contains("private") || line.contains("fileprivate")
        // `class func` and the like declare no type.
        if !isPrivate, word.first?.isUppercase == true { declared.insert(word) }
    }

    /// Reads a string; what it interpolates is code.
    private mutating func readString(_ bytes: [UInt8], _ index: inout Int) {
        let quote = UInt8(ascii: "\"")
        let isLong = bytes[index...].prefix(3).elementsEqual([quote, quote, quote])
        index += isLong ? 3 : 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
                guard index < bytes.count else { return }
                let isCode = bytes[index] == UInt8(ascii: "(")
                index += 1
                if isCode { read(bytes, &index, isInterpolated: true) }
            } else if isLong ? bytes[index...].prefix(3).elementsEqual([quote, quote, quote]) : bytes[index] == quote {
                index += isLong ? 3 : 1
                return
            } else if !isLong, bytes[index] == UInt8(ascii: "\n") {
                // A quote within a pattern between slashes.
                return
            } else {
                index += 1
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
