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
        let edition = try entry(of: release.period, edition: release.edition, for: place)
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

extension LedgerReader {
    /// What was released, in the order in which it was; to one audience where it is named.
    package func releases(to audience: Audience? = nil) throws -> [Release] {
        let filter = audience == nil ? "" : "AND audience = ?"
        let rows = PreparedStatement(
            database,
            """
            SELECT release.entry, period_first, period_last, number, audience, mask
            FROM release JOIN edition ON edition.entry = release.edition
            WHERE release.entry <= ? \(filter) ORDER BY release.entry
            """)
        try rows.bind([.integer(last)] + (audience.map { [.text($0.rawValue)] } ?? []))
        var releases: [Release] = []
        while try rows.step() {
            let entry = rows.integer(0)
            guard let period = Period(rows, from: 1), let audience = Audience(rawValue: rows.text(4)) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: "audience “\(rows.text(4))”")
            }
            releases.append(
                Release(
                    period: period, edition: rows.integer(3), audience: audience,
                    detail: rows.text(5) == Release.Detail.full.rawValue ? .full : .protected,
                    files: try releaseFiles(entry)))
        }
        return releases
    }

    /// The release that is the very last thing recorded, whose package a killed run may not have shown.
    package func newestEntryAsRelease() throws -> Release? {
        let row = PreparedStatement(database, "SELECT 1 FROM release WHERE entry = ?")
        try row.bind(try head.seq, at: 1)
        return try row.step() ? releases().last : nil
    }

    /// The edition that is the very last thing recorded, whose folder a killed run may not have shown.
    package func newestEntryAsEdition() throws -> Edition? {
        let row = PreparedStatement(
            database, "SELECT period_first, period_last, number FROM edition WHERE entry = ?")
        try row.bind(try head.seq, at: 1)
        guard try row.step(), let period = Period(row, from: 0) else { return nil }
        let number = row.integer(2)
        return try editions(period: period).first { $0.number == number }
    }

    private func releaseFiles(_ entry: Int) throws -> [Release.File] {
        let rows = PreparedStatement(
            database,
            """
            SELECT role, name, blob, size FROM release_file JOIN blob ON sha256 = blob WHERE release = ? ORDER BY n
            """)
        try rows.bind(entry, at: 1)
        var files: [Release.File] = []
        while try rows.step() {
            guard let role = Release.File.Role(rawValue: rows.text(0)) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: "role “\(rows.text(0))”")
            }
            files.append(
                Release.File(role: role, name: rows.text(1), sha256: rows.text(2), size: rows.integer(3)))
        }
        return files
    }
}
