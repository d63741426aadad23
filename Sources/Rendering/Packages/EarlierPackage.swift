/// A package of the same period that the audience was given before: what it loaded then, it is to lose where it is no more.
package struct EarlierPackage: Sendable {
    package let name: String
    let sdmx: [UInt8]
    let dhis2: [UInt8]

    /// - Parameters:
    ///   - name: The package's own.
    ///   - parts: Its files.
    package init(name: String, parts: [(name: String, bytes: [UInt8])]) {
        func bytes(_ beginning: String) -> [UInt8] {
            parts.first { PackageFileNames.last($0.name).hasPrefix(beginning) }?.bytes ?? []
        }
        self.name = name
        sdmx = bytes("sdmx-")
        dhis2 = bytes("dhis2-2")
    }

    /// The first cells of each row of such a file, without its heading. No cell of them holds a comma.
    static func keys(_ bytes: [UInt8], cells: Int) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst().map { line in
            line.split(separator: ",", maxSplits: cells, omittingEmptySubsequences: false).prefix(cells).map(
                String.init)
        }
    }

    /// What stood in files before and does not in one now, each once, in the order of the older ones.
    static func gone(from earlier: [[[String]]], in now: [[String]]) -> [[String]] {
        var seen = Set(now)
        return earlier.joined().filter { seen.insert($0).inserted }
    }
}
