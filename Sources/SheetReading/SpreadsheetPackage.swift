import ZipPackage

/// An .xlsx or .xlsm, of the strict or the transitional kind, under whatever names its parts have.
struct SpreadsheetPackage: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let bytes: [UInt8]
    private let limits: SheetLimits
    private let work: ReadWork
    private let book: Book

    /// What all sheets share, read once.
    private struct Book: @unchecked Sendable {
        // Nothing of it changes once it has been read.
        let parts: SheetPart.Book
    }

    init(_ bytes: [UInt8], _ zip: borrowing ZipReader, _ parts: PackageParts) throws {
        self.bytes = bytes
        (limits, work) = (parts.limits, parts.work)
        let root = try Self.relationships(of: "", zip, parts)
        let main = root.first("officeDocument")?.part ?? "xl/workbook.xml"
        try Self.checkKind(main, zip, parts)
        let workbook = WorkbookPart(part: main, limits: parts.limits)
        try parts.read(main, in: zip, by: workbook)
        let related = try Self.relationships(of: main, zip, parts)
        var shared = SheetPart.Book(is1904: workbook.is1904, isToBeCalculated: workbook.isToBeCalculated)
        if let part = related.first("styles")?.part, parts.contains(part) {
            let styles = CellStyles(part: part, limits: parts.limits)
            try parts.read(part, in: zip, by: styles)
            shared.formats = styles.formats
            shared.looks = styles.looks
        }
        if let part = related.first("sharedStrings")?.part, parts.contains(part) {
            let texts = SharedStrings(part: part, limits: parts.limits)
            try parts.read(part, in: zip, by: texts)
            shared.texts = texts.texts
            shared.readings = texts.readings
            shared.struckTexts = texts.struck
        }
        book = Book(parts: shared)
        sheets = try workbook.sheets.map { sheet in
            guard let target = related.targets[sheet.relationship] else {
                throw SheetFault.damaged(part: main, detail: "sheet “\(sheet.name)” has no part")
            }
            return SheetInfo(
                name: sheet.name, isHidden: sheet.isHidden, hasCells: target.kind == "worksheet", part: target.part)
        }
    }

    func forEachStoredText(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
        book.parts.texts?.forEach(take)
        book.parts.readings?.forEach(take)
    }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        guard sheet.hasCells else { return SheetMarks() }
        return try WorkbookFile.zip(bytes, limits, work) { zip, parts in
            let reader = SheetPart(part: sheet.part, book: book.parts, limits: limits, body)
            try parts.read(sheet.part, in: zip, by: reader)
            if let failure = reader.failure { throw failure }
            var marks = reader.marks
            let related = try Self.relationships(of: sheet.part, zip, parts)
            for (_, target) in related.targets.sorted(by: { $0.key < $1.key })
            where ["comments", "threadedComment"].contains(target.kind) && parts.contains(target.part) {
                let comments = CommentsPart(part: target.part, limits: limits)
                try parts.read(target.part, in: zip, by: comments)
                marks.comments += comments.comments
            }
            return marks
        }
    }

    private static func relationships(
        of owner: String, _ zip: borrowing ZipReader, _ parts: PackageParts
    ) throws -> Relationships {
        let related = Relationships(of: owner, limits: parts.limits)
        if parts.contains(related.part) { try parts.read(related.part, in: zip, by: related) }
        return related
    }

    /// A package of another kind is called by its name.
    private static func checkKind(_ main: String, _ zip: borrowing ZipReader, _ parts: PackageParts) throws {
        if main.hasSuffix(".bin") || parts.contains("xl/workbook.bin") { throw SheetFault.unreadKind("xlsb") }
        if parts.contains("word/document.xml") { throw SheetFault.otherFile("docx") }
        if parts.contains("ppt/presentation.xml") { throw SheetFault.otherFile("pptx") }
        if !parts.contains(main) {
            throw SheetFault.damaged(part: main, detail: "missing")
        }
    }
}

/// The comments of a sheet of an .xlsx, of the old kind and of the new.
final class CommentsPart: PartReader {
    private(set) var comments: [SheetMarks.Comment] = []
    private var cell = (row: 0, column: 0)
    private var text = CellText()
    private var isText = false

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if name == "comment" || name == "threadedComment" {
            cell = attributes.text("ref").flatMap { CellReference.cell($0) } ?? (0, 0)
            text.clear()
        } else if name == "t" || name == "text" && depth == 3 {
            isText = true
        }
    }

    override func end(_ name: XMLWord) {
        if name == "t" || name == "text" { isText = false }
        guard name == "comment" || name == "threadedComment", !text.isEmpty else { return }
        guard comments.count < limits.comments else { return stop(.tooLarge("comments")) }
        text.flatten()
        comments.append(
            SheetMarks.Comment(
                row: cell.row, column: cell.column, text: String(decoding: text.bytes, as: UTF8.self)))
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        guard text.bytes.count + bytes.count <= limits.cellBytes else { return stop(.tooLarge("a comment")) }
        text.append(bytes)
    }
}
