import Domain

/// The files that decisions may speak of: those that lie among the submissions, and those that were received before.
package struct KnownFiles: Sendable {
    private let paths: Set<String>
    /// Folders of which nobody knows what is in them.
    private let unlisted: Set<String>

    /// - Parameter paths: Below `submissions/`, as findings show them.
    package init(_ paths: Set<String>, unlisted: Set<String> = []) {
        self.paths = paths
        self.unlisted = unlisted
    }

    /// Whether a file is there, or lies in a folder that cannot be looked into.
    func mayHold(_ path: String) -> Bool {
        paths.contains(path) || unlisted.contains(String(KnownFiles.folder(of: path)))
    }

    /// The few of the same folder, or of the same name in another, that are nearly written so; without its folder or what stands
    /// behind the point, those that it may mean.
    ///
    /// - Parameter period: Of the decision.
    func nearest(to path: String, in period: Period?) -> [String] {
        let (folder, name) = (KnownFiles.folder(of: path), KnownFiles.name(of: path))
        let sorted = paths.sorted()
        let key = Folding.key(String(name))
        let wanted = period.map { Substring($0.description) } ?? (Period(folder) == nil ? nil : folder)
        let meant = sorted.filter { other in
            let own = KnownFiles.name(of: other)
            return (wanted.map { KnownFiles.folder(of: other) == $0 } ?? true)
                && [own, own.prefix { $0 != "." }].contains { Folding.key(String($0)) == key }
        }
        if (1...KnownFiles.namedMost).contains(meant.count) { return meant }
        let candidates =
            sorted.filter { KnownFiles.folder(of: $0) == folder } + sorted.filter { KnownFiles.name(of: $0) == name }
        return EditDistance.nearest(to: Folding.key(path), among: candidates) { [Folding.key($0)] }
    }

    /// So many are named.
    private static let namedMost = 3

    static func folder(of path: String) -> Substring { path.prefix { $0 != "/" } }

    private static func name(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }
}
