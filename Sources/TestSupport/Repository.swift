import CatalogueReading
import Domain
import Foundation

/// The checkout that the tests belong to.
package enum Repository {
    /// Its top folder, found from this file.
    package static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// The real catalogue as it is, read once for all tests that only use it.
    package static let catalogue = (try? catalogueFiles()).flatMap {
        CatalogueReader.read($0, digest: "test").catalogue
    }

    /// The files of the real catalogue, as the program hands them to its reader.
    package static func catalogueFiles() throws -> [SourceFile] {
        let folder = "\(root)/inputs/catalogue"
        let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
        return try names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") || $0.hasSuffix(".geojson") }.sorted()
            .map { name in
                SourceFile(
                    path: "catalogue/\(name)",
                    bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
            }
    }
}
