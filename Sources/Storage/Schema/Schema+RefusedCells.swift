extension Schema {
    /// How many cells of a tally hold something that cannot be counted; `n` is the tally's. Tallies without any have no row.
    static let refusedCells = """
        CREATE TABLE refused_cells (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            cells INTEGER NOT NULL CHECK (cells > 0),
            PRIMARY KEY (reading, n),
            FOREIGN KEY (reading, n) REFERENCES tally (reading, n)
        ) STRICT, WITHOUT ROWID;

        """
}
