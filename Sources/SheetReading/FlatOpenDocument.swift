/// An .fods: a workbook of LibreOffice in one part, not packed.
struct FlatOpenDocument: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let bytes: [UInt8]
    private let limits: SheetLimits
    private let work: ReadWork
    private let formats: FormatsOfOpenDocument
    /// Where each sheet begins, and the first of them, with a name or without.
    private let starts: [Int]
    private let first: Int

    private static let part = "xml"

    init(_ bytes: [UInt8], limits: SheetLimits, _ work: ReadWork) throws {
        (self.bytes, self.limits, self.work) = (bytes, limits, work)
        let list = OpenDocumentSheets(part: Self.part, limits: limits)
        try list.read(all: bytes, work)
        (sheets, starts, first) = (list.sheets, list.starts, list.first ?? 0)
        formats = FormatsOfOpenDocument(list)
    }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        let reader = OpenDocumentRows(formats, limits, body)
        reader.passedOver = first..<starts[sheet.place]
        try reader.read(all: bytes, work)
        if let failure = reader.failure { throw failure }
        return reader.marks
    }
}
