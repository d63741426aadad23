extension Schema {
    /// What was given to an audience, file by file: the parts of the package, what was suppressed, what was shown.
    static let releaseFiles = """
        CREATE TABLE release_file (
            release INTEGER NOT NULL REFERENCES release(entry),
            n INTEGER NOT NULL,
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            blob TEXT NOT NULL REFERENCES blob(sha256),
            PRIMARY KEY (release, n),
            UNIQUE (release, role, name)
        ) STRICT, WITHOUT ROWID;

        """
}
