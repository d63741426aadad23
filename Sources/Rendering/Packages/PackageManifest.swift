import Domain
import Foundation
import Legibility
import Reporting

/// Writes what a package is and the digests of its parts, as JSON: keys sorted, two spaces, a line feed at the end.
///
/// It names no submission and no edition by its digest: who holds the digest of what was suppressed can try out numbers.
package enum PackageManifest {
    package static func bytes(_ package: ReleasePackage, files: [SetFile]) throws -> [UInt8] {
        try JSONPage.bytes(
            Page(
                name: package.name, title: package.title.vi, period: package.period.description,
                firstDay: package.firstDay.description, lastDay: package.lastDay.description,
                edition: package.edition, audience: package.audience.rawValue, detail: package.detail.rawValue,
                notice: package.notice.vi, asOf: package.asOfInstant?.description,
                catalogueDigest: package.catalogueDigest, programVersion: package.programVersion,
                formats: [
                    "datapackage": "2.0", "sdmx-csv": "2.0.0", "dhis2-csv": "dataValueSets",
                ],
                figures: package.observations.count, suppressedFigures: package.suppressedCount,
                files: files.sorted { $0.name < $1.name }.map {
                    Page.File(name: $0.name, sha256: $0.sha256, size: $0.size)
                }))
    }

    /// The file's layout; a package without data has no `asOf`.
    private struct Page: Encodable {
        let name: String
        let title: String
        let period: String
        let firstDay: String
        let lastDay: String
        let edition: Int
        let audience: String
        let detail: String
        let notice: String
        let asOf: String?
        let catalogueDigest: String
        let programVersion: String
        let formats: [String: String]
        let figures: Int
        let suppressedFigures: Int
        let files: [File]

        struct File: Encodable {
            let name: String
            let sha256: String
            let size: Int
        }
    }
}

/// JSON as all of ours is: keys sorted, and no character in it that is not shown.
package enum JSONPage {
    /// A file's bytes: two spaces, a line feed at the end.
    package static func bytes(_ page: some Encodable) throws -> [UInt8] { Array((try text(page) + "\n").utf8) }

    /// Without the last line feed; on one line where it is not to be read by people.
    package static func text(_ page: some Encodable, isPretty: Bool = true) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return ShownText.json(String(decoding: try encoder.encode(page), as: UTF8.self))
    }
}
