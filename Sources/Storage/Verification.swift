import Domain
import GRDB

extension Ledger {
    /// Reads everything again, and says what is not as it was written; nothing, if all is well.
    package func verify() throws -> [Mismatch] {
        try read { reader in
            guard isPresent else { return [] }
            return try DatabaseVerification(reader.database).mismatches()
                + Mismatch.gathered(from: [{ try self.wrongHead(reader) }, { try self.wrongBlobs(reader) }])
        }
    }

    /// How many files lie in the archive that no entry names: a run that was killed leaves some, and so does whoever puts an
    /// older ledger in the place of this one.
    package func unnamedBlobs() throws -> Int {
        try read { reader in
            let rows = PreparedStatement(reader.database, "SELECT sha256 FROM blob")
            var named: Set<String> = []
            while try rows.step() { named.insert(rows.text(0)) }
            return try archive.digests().count { !named.contains($0) }
        }
    }

    /// The paths of what lies in the archive and has no name that it gives.
    package func foreignInArchive() throws -> [String] {
        try archive.foreignNames().map { "\(archive.folder)/\($0)" }
    }

    private func wrongHead(_ reader: LedgerReader) throws -> [Mismatch] {
        do {
            try headFile.check(try reader.head)
            return []
        } catch let error as LedgerError {
            return [.head(error)]
        }
    }

    private func wrongBlobs(_ reader: LedgerReader) throws -> [Mismatch] {
        let rows = PreparedStatement(reader.database, "SELECT sha256 FROM blob ORDER BY sha256")
        var found: [Mismatch] = []
        while try rows.step() {
            let sha256 = rows.text(0)
            do {
                try reader.verifyBlob(sha256: sha256)
            } catch let error as LedgerError {
                found.append(.blob(sha256, error))
            }
        }
        return found
    }
}
