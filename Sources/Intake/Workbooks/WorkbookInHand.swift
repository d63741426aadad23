import DelimitedText
import Domain
import SheetReading

/// A workbook on its way to readings: each sheet with a form's header is a submission of its own, hidden ones too.
///
/// All sheets, their comments and their names are looked through for what must not be kept; where one holds such, the file
/// is refused whole.
package struct WorkbookInHand {
    private let file: SourceFile
    private let names: CatalogueNames
    private let workbook: WorkbookFile

    /// `nil`: the bytes are no workbook. A fault is the file's.
    init?(_ file: SourceFile, names: CatalogueNames) throws(SheetFault) {
        self.file = file
        self.names = names
        let opened: WorkbookFile?
        do {
            opened = try WorkbookFile(file.bytes)
        } catch {
            throw Self.fault(error)
        }
        guard let opened else { return nil }
        workbook = opened
    }

    private static func fault(_ error: any Error) -> SheetFault {
        error as? SheetFault ?? .damaged(part: "", detail: "\(error)")
    }

    /// What a sheet is by its first rows.
    private struct Glanced {
        let info: SheetInfo
        let source: SourceFile
        let head: Head?
        var header: TableHeader? { head?.header }
        var isSubmission: Bool
        let isEmpty: Bool

        var path: String { source.path }
    }

    /// What `make` makes of each submission; of a file that must not be kept, of that one sheet alone, under the file's own
    /// path. Without any submission, of the first sheet that holds something.
    ///
    /// - Parameter only: The path of the one sheet that is asked for; the others are not looked through.
    func map<Value>(
        only: String? = nil, tracing: RowTrace? = nil, _ make: (_ submission: SubmissionInHand, _ path: String) -> Value
    ) throws(SheetFault) -> [Value] {
        do {
            return try mapped(only, tracing, make)
        } catch {
            throw Self.fault(error)
        }
    }

    private func mapped<Value>(
        _ only: String?, _ tracing: RowTrace?, _ make: (SubmissionInHand, String) -> Value
    ) throws -> [Value] {
        if only == nil, let found = PackageWords(besideCellsOf: file).submission(names) {
            return [make(found, file.path)]
        }
        if only == nil, let found = try PackageWords(shownInNoCellOf: file, workbook).submission(names) {
            return [make(found, file.path)]
        }
        let sheets = try glances()
        var leftOut = leftOut(of: sheets)
        if only == nil {
            for sheet in sheets where !sheet.isSubmission {
                let (submission, comments) = try inHand(sheet, leftOut: [], nil)
                for found in [submission, comments].compactMap(\.self) where found.isForbidden {
                    return [make(found, file.path)]
                }
            }
        }
        var values: [Value] = []
        for sheet in sheets where sheet.isSubmission || sheet.path == only {
            let isAsked = only == nil || only == sheet.path
            guard isAsked else {
                leftOut = []
                continue
            }
            let (submission, comments) = try inHand(sheet, leftOut: leftOut, tracing)
            for found in [submission, comments].compactMap(\.self) where found.isForbidden && only == nil {
                return [make(found, file.path)]
            }
            leftOut = []
            if let submission { values.append(make(submission, sheet.path)) }
        }
        guard values.isEmpty, only == nil else { return values }
        let first = sheets.first { !$0.isEmpty }
        let submission = try first.flatMap { try inHand($0, leftOut: [], tracing).submission }
        return [make(submission ?? empty(tracing), file.path)]
    }

    /// The rows of the first sheet that holds any, for a look at it without a catalogue; `nil`: the bytes are no workbook
    /// that is read.
    package static func firstRows(of bytes: [UInt8]) -> DelimitedDocument? {
        guard let workbook = try? WorkbookFile(bytes) else { return nil }
        for info in workbook.sheets {
            var writing = SheetWriting()
            guard (try? workbook.read(info) { try writing.take($0) }) != nil else { return nil }
            if !writing.isEmpty { return try? writing.finish([]) }
        }
        return nil
    }

    private func empty(_ tracing: RowTrace?) -> SubmissionInHand {
        SubmissionInHand(
            file, names: names, streamed: DelimitedDocument(ofSheet: []),
            tracing: tracing)
    }

    /// Sheets that are no submission, and how far their rows are like those of the first that is.
    private func leftOut(of sheets: [Glanced]) -> [SheetFacts.LeftOut] {
        let table = sheets.first { $0.isSubmission && $0.header != nil }?.header.map { TableColumns($0, names) }
        return sheets.filter { !$0.isSubmission && !$0.isEmpty }.map { sheet in
            let rows = sheet.head?.rows.count { table?.hold($0.fields, names) ?? false } ?? 0
            return SheetFacts.LeftOut(name: sheet.info.name, rowsOfTable: sheet.header == nil ? rows : 0)
        }
    }

    /// Each sheet's path is its own, even where a maker has given two one name.
    private func glances() throws -> [Glanced] {
        var paths: Set<String> = []
        var glances: [Glanced] = []
        for info in workbook.sheets where info.hasCells {
            var source = file.sheet(info.name)
            var number = 2
            while !paths.insert(source.path).inserted {
                source = file.sheet("\(info.name) (\(number))")
                number += 1
            }
            let head = try head(of: info, source.path)
            glances.append(
                Glanced(
                    info: info, source: source, head: head,
                    isSubmission: head.map { $0.header != nil || ReturnLayout($0) != nil } ?? false,
                    isEmpty: head == nil))
        }
        return withoutLists(glances)
    }

    /// Lists to choose from are headed like the columns that they are for: beside a sheet with figures, one whose header has no
    /// column of figures is left out; and one whose lists are headed as those of our templates, whatever a row of them looks like.
    private func withoutLists(_ glances: [Glanced]) -> [Glanced] {
        func hasFigures(_ header: TableHeader) -> Bool {
            header.columns.joined().contains { names.plans[$0.form].quantities.contains($0.column) }
        }
        guard glances.contains(where: { $0.isSubmission && $0.header.map(hasFigures) ?? false }) else { return glances }
        return glances.map { glance in
            var glance = glance
            let isOfLists = glance.head.map { ListHeading.stand(in: $0.rows.first?.fields ?? []) } ?? false
            if isOfLists || glance.header.map({ !hasFigures($0) }) ?? false { glance.isSubmission = false }
            return glance
        }
    }

    /// `nil`: nothing stands in the sheet.
    private func head(of info: SheetInfo, _ path: String) throws -> Head? {
        struct Enough: Error {}
        var writing = SheetWriting()
        var rows = 0
        do {
            _ = try workbook.read(info) { row in
                try writing.take(row)
                if !row.cells.isEmpty { rows += 1 }
                if rows > Head.rowsRead || row.number > Head.rowsRead { throw Enough() }
            }
        } catch is Enough {}
        guard !writing.isEmpty else { return nil }
        return Head(try writing.finish(names.words), file: path, index: names.headers)
    }

    /// The submission of a sheet, `nil` where the sheet is empty; and its comments as a sheet of their own.
    private func inHand(
        _ sheet: Glanced, leftOut: [SheetFacts.LeftOut], _ tracing: RowTrace?
    ) throws -> (submission: SubmissionInHand?, comments: SubmissionInHand?) {
        var writing = SheetWriting()
        let marks = try workbook.read(sheet.info) { try writing.take($0) }
        let words = MergedWords(marks, header: sheet.header, plans: names.plans)
        if !words.isEmpty {
            // What is merged is known only behind the rows.
            writing = SheetWriting(filling: words)
            _ = try workbook.read(sheet.info) { try writing.take($0) }
        }
        let comments =
            try commentsInHand(marks.comments, sheet.source)
            ?? PackageWords(marks.words, of: sheet.source).submission(names)
        guard !writing.isEmpty || sheet.source.isForbiddenByName else { return (nil, comments) }
        let facts = SheetFacts(
            name: sheet.info.name, isHidden: sheet.info.isHidden, marks: marks, hiddenRows: writing.hiddenRows,
            looks: writing.looks, filledDown: writing.filledDown, leftOut: leftOut)
        let document = try writing.finish(names.words)
        let submission = SubmissionInHand(
            sheet.source, names: names, streamed: document, tracing: tracing, sheet: facts)
        return (submission, comments)
    }

    private func commentsInHand(_ comments: [SheetMarks.Comment], _ named: SourceFile) throws -> SubmissionInHand? {
        guard !comments.isEmpty else { return nil }
        var writing = SheetWriting()
        try SheetRow.rows(of: comments) { try writing.take($0) }
        return SubmissionInHand(named, names: names, streamed: try writing.finish([]))
    }
}

extension SourceFile {
    /// Whether its name alone keeps it from being kept.
    fileprivate var isForbiddenByName: Bool { hasPersonalName || secrecyMark != nil }
}
