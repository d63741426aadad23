extension Schema {
    /// Of which draft an edition was made, and which orders to give out a package were obeyed, so that none is obeyed twice.
    static let orders = """
        CREATE TABLE edition_draft (
            edition INTEGER PRIMARY KEY REFERENCES edition(entry),
            code INTEGER NOT NULL CHECK (code BETWEEN 0 AND 4294967295)
        ) STRICT;
        CREATE TABLE obeyed (
            entry INTEGER PRIMARY KEY REFERENCES entry(seq) DEFERRABLE INITIALLY DEFERRED,
            at INTEGER NOT NULL,
            audience TEXT NOT NULL,
            edition INTEGER NOT NULL REFERENCES edition(entry)
        ) STRICT;

        """
}
