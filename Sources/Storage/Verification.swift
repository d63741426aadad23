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

    private func wrongHead(_ reader: LedgerReader) throws -> [Mismatch] {
        do {
            try headFile.check(try reader.head)
            return []
        } catch let error as LedgerError {
            return [.head(error)]
        }
    }

    private func wrongBlobs(_ reader: LedgerReader) throws -> [Mismatch] {
        let rows = try PreparedStatement(reader.database, "SELECT sha256 FROM blob ORDER BY sha256")
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
