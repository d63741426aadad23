import ZipPackage

/// A workbook that others made: its sheets, and their rows one by one.
///
/// What it is goes by its content. No macro is run and no link followed; what lies outside of the file is never opened.
///
///     let workbook = try WorkbookFile(bytes)
///     for sheet in workbook.sheets {
///         let marks = try workbook.read(sheet) { row in for cell in row.cells { … } }
///     }
package struct WorkbookFile: Sendable {
    package let format: FileMark.Format
    /// In their order, hidden ones too.
    package let sheets: [SheetInfo]
    private let source: any SheetSource

    /// A kind of workbook that has been opened.
    protocol SheetSource: Sendable {
        var sheets: [SheetInfo] { get }
        /// Lends the texts that cells name by their numbers, whether or not one does, and readings aloud.
        func forEachStoredText(_ take: (UnsafeBufferPointer<UInt8>) -> Void)
        /// Lends every row that the file has, in the order of their numbers.
        func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks
    }

    /// `nil`: the bytes are no workbook and no office file; throws a `SheetFault` where they are one that is not read.
    package init?(_ bytes: [UInt8], limits: SheetLimits = .standard) throws {
        let opened: (FileMark.Format, any SheetSource)?
        let work = ReadWork(limits)
        switch FileMark(bytes) {
        case .other: return nil
        case .webArchive: throw SheetFault.unreadKind("mht")
        case .zip: opened = try Self.openZip(bytes, limits, work)
        case .compound: opened = (.xls, try BinaryWorkbook(bytes, limits: limits, work))
        case .workbook(.xml): opened = (.xml, try SpreadsheetXML(bytes, limits: limits, work))
        case .workbook(.fods): opened = (.fods, try OpenDocument(flat: bytes, limits: limits, work))
        case .workbook: opened = (.html, PageTables(bytes, limits: limits))
        }
        guard let (format, source) = opened else { return nil }
        self.format = format
        self.source = source
        sheets = source.sheets
    }

    /// Lends the rows of a sheet, and says what is known of it then. What `body` throws ends the reading.
    package func read(_ sheet: SheetInfo, _ body: (SheetRow) throws -> Void) throws -> SheetMarks {
        try withoutActuallyEscaping(body) { try source.read(sheet, $0) }
    }

    /// Lends the texts that cells name by their numbers, whether or not any cell does.
    package func forEachStoredText(_ take: (UnsafeBufferPointer<UInt8>) -> Void) { source.forEachStoredText(take) }

    private static func openZip(
        _ bytes: [UInt8], _ limits: SheetLimits, _ work: ReadWork
    ) throws -> (FileMark.Format, any SheetSource)? {
        try zip(bytes, limits, work) { zip, parts in
            // Packed again by hand it may have lost one of its three parts.
            if OpenDocument.parts.count(where: parts.contains) > 1 {
                return (.ods, try OpenDocument(bytes, zip, parts))
            }
            guard parts.contains("[Content_Types].xml") || parts.names.contains(where: { $0.hasPrefix("xl/") }) else {
                if parts.names.contains(where: { $0.hasPrefix("index/") && $0.hasSuffix(".iwa") || $0 == "index.zip" })
                {
                    throw SheetFault.unreadKind("numbers")
                }
                throw SheetFault.otherFile(parts.contains("word/document.xml") ? "docx" : "zip")
            }
            return (.xlsx, try SpreadsheetPackage(bytes, zip, parts))
        }
    }

    /// Opens the zip for as long as `body` runs.
    static func zip<Result>(
        _ bytes: [UInt8], _ limits: SheetLimits, _ work: ReadWork,
        _ body: (borrowing ZipReader, PackageParts) throws -> Result
    ) throws -> Result {
        do {
            return try ZipReader.reading(bytes, entrySizeMax: limits.unpackedBytes, entriesMax: limits.entries) { zip in
                try body(zip, try PackageParts(zip, limits: limits, work))
            }
        } catch let error as ZipError {
            throw error.reason == .tooLarge
                ? SheetFault.tooLarge(error.detail)
                : SheetFault.damaged(part: error.entry ?? "zip", detail: error.detail)
        }
    }
}

extension WorkbookFile.SheetSource {
    func forEachStoredText(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {}
}
