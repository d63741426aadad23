import Digest
import Domain
import Reporting
import Storage

/// An edition as an audience may see it.
struct ProtectedEdition {
    let ledger: Ledger
    let edition: Edition

    /// What a package is made of; the explanation is for the officer alone, and there is none where nothing is protected.
    ///
    /// - Parameter key: By what the figures are rounded; `nil`: they are not.
    func basis(
        for audience: Audience, _ detail: Release.Detail, roundedBy key: RoundingKey? = nil
    ) throws -> (basis: Basis, explanation: ProtectionExplanation?) {
        let past = PastState(ledger: ledger)
        guard detail == .protected else { return (try past.basis(of: edition), nil) }
        let seen = try seen(by: audience)
        let basis = try past.basis(of: edition)
        let (mask, explanation) = try Protection(basis).mask(
            for: audience, seen: try seen.value.get().map(identified), rounding: key?.rounding)
        return (basis.masked(by: mask), explanation)
    }

    /// All that was given out to those whom the audience may have it from; read while the edition is worked out.
    private func seen(by audience: Audience) throws -> Meanwhile<Result<[SeenFigures], LedgerError>> {
        let files = try ledger.read { reader in
            try reader.releases().filter { audience.knows.contains($0.audience) }.flatMap { $0.files(.seen) }
                .map { (sha256: $0.sha256, bytes: try reader.blob(sha256: $0.sha256)) }
        }
        return Meanwhile {
            Result { () throws(LedgerError) in
                try ParallelMap.map(files) { file throws(LedgerError) in
                    guard let seen = SeenFigures(decoding: file.bytes) else {
                        throw LedgerError(.damaged, place: "ledger.sqlite", detail: "seen \(file.sha256)")
                    }
                    return seen
                }
            }
        }
    }

    /// Packages of an older version do not say what their indicators counted; the catalogue of their time does.
    private func identified(_ seen: SeenFigures) throws -> SeenFigures {
        guard !seen.isIdentified else { return seen }
        let catalogue = try PastState(ledger: ledger).catalogue(of: seen.period, edition: seen.edition)
        return catalogue.map(seen.identified) ?? seen
    }
}

/// By what figures are rounded: laid down with the first package that is, and kept in the ledger ever since, so that a figure is
/// rounded the same way in all of them. It is never given out.
struct RoundingKey {
    let bytes: [UInt8]

    init(_ ledger: Ledger) throws {
        bytes = try ledger.read { reader in
            if let kept = try reader.releases().flatMap({ $0.files(.key) }).first {
                return try reader.blob(sha256: kept.sha256)
            }
            // The chain's head hangs on every byte that the office ever received, and stands in no output.
            let head = try reader.head.hash
            return Array(SHA256Digest.of(Array("tonghop rounding key 1\n\(head)\n".utf8)).hex.utf8)
        }
    }

    var rounding: Rounding {
        Rounding { [bytes] text in
            SHA256Digest.of(bytes + [0x0A] + Array(text.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
