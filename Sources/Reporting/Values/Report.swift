import Domain

/// Whether a set is still remade or has been issued.
package enum Standing: Hashable, Sendable {
    case draft
    /// A draft of what had been received, decided and defined by a time.
    case draftAsOf(Instant)
    case edition(Int)

    package var isDraft: Bool { if case .edition = self { false } else { true } }
}

/// A text made of paragraphs and tables, in one language.
package struct Document: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        /// Two columns of centred lines: the agency at the left, the country's name and motto at the right.
        case letterhead(left: [String], right: [String])
        /// Two columns that end a letter: the recipients at the left, as they stand, who signs centred at the right.
        case signature(left: [String], right: [String])
        case title([String])
        /// 1 = `I.`, 2 = `1.`
        case heading(Int, String)
        case paragraph(String)
        case list([String])
        case table(Table)
        /// Lines as they stand.
        case lines([String])
    }

    package let blocks: [Block]
    /// What stands in those paragraphs that are filled in place by place, in their order; a paragraph is known by its text.
    package let passages: [Passage]

    package init(_ blocks: [Block], passages: [Passage] = []) {
        self.blocks = blocks
        self.passages = passages
    }
}

/// The tables of a report: what the workbook and the CSV hold.
package struct Report: Hashable, Sendable {
    package let title: String
    package let subject: String
    package let author: String
    package let language: Language
    package internal(set) var tables: [Table]
    /// What every page bears; `nil`: nothing.
    package let notice: String?
    /// What else a reader is told of the whole: when it was published, and whom to ask.
    package var details: [Detail] = []

    /// Something about a report, under its name.
    package struct Detail: Hashable, Sendable {
        package let name: String
        package let words: String

        package init(_ name: String, _ words: String) {
            self.name = name
            self.words = words
        }
    }

    package init(
        title: String, subject: String, author: String, language: Language, tables: [Table], notice: String? = nil
    ) {
        self.notice = notice
        self.title = title
        self.subject = subject
        self.author = author
        self.language = language
        self.tables = tables
    }
}

/// What goes back to a department.
package struct Return: Hashable, Sendable {
    /// Lower-case code of the department: the file's name.
    package let name: String
    /// When the department's newest file was received: what others send changes nothing in its return.
    package let asOf: LocalTime
    package let report: Report
    package let text: Document

    package init(name: String, asOf: LocalTime, report: Report, text: Document) {
        self.name = name
        self.asOf = asOf
        self.report = report
        self.text = text
    }
}

/// All that a set holds, before it is drawn. The same values give the same bytes.
package struct ReportSet: Hashable, Sendable {
    package let period: Period
    package let standing: Standing
    /// Newest time of receipt that counts, on the wall clock of the office; the workbooks' created time.
    package let asOf: LocalTime
    /// One of each language.
    package internal(set) var editions: [LanguageEdition]
    package let returns: [Return]
    package internal(set) var status: Document
    package let reminders: Document
    /// Decisions that wait, as lines to be copied.
    package internal(set) var decisions: Table
    /// The lines of submissions behind the figures, for the office alone; `nil` where none were read again.
    package internal(set) var sources: Report?
    package let manifest: Manifest

    /// The files that exist once in each language.
    package struct LanguageEdition: Hashable, Sendable {
        package let language: Language
        package internal(set) var workbook: Report
        package internal(set) var data: Report
        package internal(set) var summary: Document
        package internal(set) var letter: Document
        /// What the letter is written into as a document.
        package let paper: LetterPaper
        /// `nil` only where a set is put together by hand.
        package internal(set) var page: LeaderPage?

        package init(
            language: Language, workbook: Report, data: Report, summary: Document, letter: Document,
            paper: LetterPaper = .plain, page: LeaderPage? = nil
        ) {
            self.page = page
            self.language = language
            self.workbook = workbook
            self.data = data
            self.summary = summary
            self.letter = letter
            self.paper = paper
        }
    }

    package init(
        period: Period, standing: Standing, asOf: LocalTime, editions: [LanguageEdition], returns: [Return],
        status: Document, reminders: Document, decisions: Table, sources: Report? = nil, manifest: Manifest
    ) {
        self.period = period
        self.standing = standing
        self.asOf = asOf
        self.editions = editions
        self.returns = returns
        self.status = status
        self.reminders = reminders
        self.decisions = decisions
        self.sources = sources
        self.manifest = manifest
    }
}

/// What a set was made of.
package struct Manifest: Hashable, Sendable {
    package let period: Period
    package let firstDay: Day
    package let lastDay: Day
    package let standing: Standing
    /// ISO 8601 in UTC; `nil` where nothing was received.
    package let asOf: Instant?
    package let catalogueDigest: String
    /// Path and SHA-256 of every submission that counts, by path.
    package let inputs: [Input]
    package let programVersion: String
    /// The ledger's last entry before an edition was made.
    package let anchor: Anchor?

    package struct Input: Hashable, Sendable {
        package let path: String
        package let sha256: String

        package init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    package init(
        period: Period, firstDay: Day, lastDay: Day, standing: Standing, asOf: Instant?, catalogueDigest: String,
        inputs: [Input], programVersion: String, anchor: Anchor? = nil
    ) {
        self.anchor = anchor
        self.period = period
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.standing = standing
        self.asOf = asOf
        self.catalogueDigest = catalogueDigest
        self.inputs = inputs
        self.programVersion = programVersion
    }
}
