extension Schema {
    /// Officers' copies of reports' texts: the newest of a period and language is in force.
    static let wordings = """
        CREATE TABLE wording (
            entry \(keyOnEntry),
            period_first INTEGER NOT NULL,
            period_last INTEGER NOT NULL CHECK (period_first <= period_last),
            language TEXT NOT NULL,
            receipt INTEGER NOT NULL REFERENCES receipt(entry)
        ) STRICT;
        CREATE INDEX wording_period ON wording (period_first, period_last, language);

        """
}
