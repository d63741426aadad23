/// Something doubtful about the bytes themselves, and where; whoever reads the file puts it in words.
package struct Doubt: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Bytes that are no letter in the file's encoding: each is U+FFFD in the text.
        case undecodableByte
        case nulByte
        /// A quote inside an unquoted cell, or text after a closing quote.
        case loneQuote
        /// A quote that nothing closes: everything after it is in one cell.
        case unclosedQuote
        /// No delimiter makes columns of the rows.
        case singleColumn
        /// The file (`column` is nil) or a row of it (`column` is where it was given up) passes the limits.
        case tooLarge
        case cellTooLong
        /// A workbook, an archive, a picture, a program: `sample` names which (`xlsx`, `docx`, `zip`, `ole`, `pdf`, …).
        case notText
        /// Nothing but blanks, line ends and delimiters.
        case empty
        /// Letters whose encoding cannot be told from the bytes, or that are broken in 100,000 places, where reading ends.
        /// `sample` names the candidates with their counts: `windows-1258 4/4; TCVN3 0/4: D0 F5 «��n vi�»`.
        case doubtfulEncoding
        /// So many words hold question marks in place of letters (`S?n La`) that an old code page has lost them for
        /// good; the place is the first's, and `further` counts the others.
        case lostLetters
    }

    package let kind: Kind
    /// The physical line, from 1.
    package let line: Int
    /// The row as a spreadsheet numbers it, from 1.
    package let row: Int
    /// The cell in its row, from 1, where the doubt is about one.
    package let column: Int?
    /// The place as it stands, control characters made visible; undecodable bytes as `FF «Mường Xại� 12»`.
    package let sample: String
    /// Set on the last of its kind when a whole file has been read: how many more were found and are not listed.
    /// Rows among those are doubtful too.
    package internal(set) var further: Int

    package init(kind: Kind, line: Int, row: Int, column: Int?, sample: String, further: Int = 0) {
        self.kind = kind
        self.line = line
        self.row = row
        self.column = column
        self.sample = sample
        self.further = further
    }

    /// The same, with nothing of the place itself.
    package var withoutSample: Doubt {
        Doubt(kind: kind, line: line, row: row, column: column, sample: "…", further: further)
    }

    /// Nothing that was read of the file can be relied on.
    package var isFatal: Bool {
        switch kind {
        case .unclosedQuote, .tooLarge, .cellTooLong, .notText, .empty, .doubtfulEncoding, .lostLetters: true
        case .undecodableByte, .nulByte, .loneQuote, .singleColumn: false
        }
    }
}
