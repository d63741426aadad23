extension Schema {
    /// What the question of a row is of; `n` is the finding's. Findings of anything else have no row.
    static let findingSubjects = """
        CREATE TABLE finding_subject (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            unit_code INTEGER NOT NULL REFERENCES text(id),
            unit_from INTEGER,
            measure INTEGER REFERENCES text(id),
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;

        """
}
