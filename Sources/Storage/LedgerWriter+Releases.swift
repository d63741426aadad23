import Domain

extension LedgerWriter {
    /// Records what an audience is given, with every byte of it. The edition is to be recorded before.
    ///
    /// Where the newest release of that edition to that audience is the same, nothing changes.
    package func record(release: Release, files: [[UInt8]]) throws {
        let place = release.name
        guard files.count == release.files.count,
            zip(files, release.files).allSatisfy({ $0.count == $1.size }),
            (release.detail == .full) == release.files(.mask).isEmpty
        else { throw LedgerError(.contradiction, place: place, detail: "files and bytes differ") }
        let edition = try firstInteger(
            "SELECT entry FROM edition WHERE period_first = ? AND period_last = ? AND number = ?",
            [.integer(release.period.first.index), .integer(release.period.last.index), .integer(release.edition)])
        guard let edition else { throw LedgerError(.missing, place: place, detail: "lan-\(release.edition)") }
        let before = try reader.releases(to: release.audience).last {
            $0.period == release.period && $0.edition == release.edition
        }
        guard before != release else { return }
        try append(.release) { entry in
            let mask = release.files(.mask).first?.sha256 ?? Release.Detail.full.rawValue
            try PreparedStatement(
                database, "INSERT INTO release (entry, edition, audience, mask) VALUES (?, ?, ?, ?)"
            ).run([.integer(entry), .integer(edition), .text(release.audience.rawValue), .text(mask)])
            let insert = PreparedStatement(
                database, "INSERT INTO release_file (release, n, role, name, blob) VALUES (?, ?, ?, ?, ?)")
            for (index, (bytes, file)) in zip(files, release.files).enumerated() {
                try keep(bytes, sha256: file.sha256, place: file.name, entry: entry)
                try insert.run([
                    .integer(entry), .integer(index), .text(file.role.rawValue), .text(file.name), .text(file.sha256),
                ])
            }
        }
    }
}
