import CatalogueReading
import Domain
import Foundation

/// The office's own catalogue as files in memory, to be read as it is or with one thing changed.
struct RealCatalogue {
    private(set) var texts: [String: String]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "inputs/catalogue")
        var texts: [String: String] = [:]
        for folder in ["", "forms/", "reports/"] {
            for name in try FileManager.default.contentsOfDirectory(
                atPath: root.path(percentEncoded: false) + "/" + folder)
            where name.hasSuffix(".csv") || name.hasSuffix(".yaml") || name.hasSuffix(".geojson") {
                let path = folder + name
                texts["catalogue/" + path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            }
        }
        self.texts = texts
    }

    var files: [SourceFile] {
        texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    func read() -> (catalogue: Catalogue?, findings: [Finding]) { CatalogueReader.read(files, digest: "test") }

    func putting(_ text: String, at path: String) -> RealCatalogue {
        var copy = self
        copy.texts[path] = text
        return copy
    }

    func without(_ path: String) -> RealCatalogue {
        var copy = self
        copy.texts[path] = nil
        return copy
    }

    /// The first occurrence of a text in a file replaced by another; unchanged if there is none.
    func replacing(_ old: String, with new: String, in path: String) -> RealCatalogue {
        var copy = self
        if let range = copy.texts[path]?.range(of: old) { copy.texts[path]?.replaceSubrange(range, with: new) }
        return copy
    }

    func adding(_ line: String, to path: String) -> RealCatalogue {
        var copy = self
        copy.texts[path]? += line + "\n"
        return copy
    }

    /// The number of the first line that holds a text; 0 where none does.
    func line(of text: String, in path: String) -> Int {
        let lines = texts[path]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
    }

    /// The number of the last line.
    func lastLine(in path: String) -> Int { texts[path]?.split(separator: "\n").count ?? 0 }
}
