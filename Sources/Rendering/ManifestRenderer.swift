import Domain
import Reporting

/// Writes what a set was made of, and the digests of its files, as JSON: keys sorted, two spaces, a line feed at the
/// end.
package enum ManifestRenderer {
    /// The bytes of `manifest.json`; the files stand by name.
    package static func bytes(_ manifest: Manifest, files: [SetFile]) throws -> [UInt8] {
        let edition: Int? = if case .edition(let number) = manifest.standing { number } else { nil }
        let requested: Instant? = if case .draftAsOf(let time) = manifest.standing { time } else { nil }
        let page = Page(
            period: manifest.period.description, firstDay: manifest.firstDay.description,
            lastDay: manifest.lastDay.description, standing: edition == nil ? "draft" : "edition", edition: edition,
            asOf: manifest.asOf?.description, asOfRequested: requested?.description,
            catalogueDigest: manifest.catalogueDigest,
            programVersion: manifest.programVersion, ledgerEntry: manifest.anchor?.entry,
            ledgerHash: manifest.anchor?.digest,
            inputs: manifest.inputs.map { Page.Input(path: $0.path, sha256: $0.sha256) },
            files: files.sorted { $0.name < $1.name }.map {
                Page.File(name: $0.name, sha256: $0.sha256, size: $0.size)
            })
        return try JSONPage.bytes(page)
    }

    /// The file's layout. What there is none of is left out: `edition` and the ledger's entry of a draft, `asOf` of a set without data, `asOfRequested`
    /// of a set as of now.
    private struct Page: Encodable {
        let period: String
        let firstDay: String
        let lastDay: String
        let standing: String
        let edition: Int?
        let asOf: String?
        let asOfRequested: String?
        let catalogueDigest: String
        let programVersion: String
        let ledgerEntry: Int?
        let ledgerHash: String?
        let inputs: [Input]
        let files: [File]

        struct Input: Encodable {
            let path: String
            let sha256: String
        }

        struct File: Encodable {
            let name: String
            let sha256: String
            let size: Int
        }
    }
}
