import CXlsxWriter
import Files
import Glibc
import ZipPackage

/// A workbook, from the first cell to a finished file that was opened again and found to hold what was written.
///
/// ```swift
/// try Workbook.write(to: path, properties: DocumentProperties(created: asOf)) { book in
///     try book.addSheet(SheetName("Phụ lục I")) { sheet in
///         try sheet.write(.number(12), at: CellAddress(row: 0, column: 0), CellFormat())
///     }
/// }
/// ```
///
/// The same calls give the same bytes, whatever the clock, the zone and the locale. (Nobody may call `setlocale` for
/// numbers: the C library would write decimal commas into the XML.)
package enum Workbook {
    /// What was written, for whoever keeps a record of it.
    package struct Written: Sendable {
        /// The sheets in their order, with what each holds.
        package let sheets: [SheetTotals]
    }

    /// Writes a workbook to `path`, a name private to the caller, who renames it; on an error nothing is left there.
    ///
    /// The library's temporary files go to `temporaryFolder`, or into memory, or to the system's. A full one is not noticed
    /// by the library; it is noticed here, because the finished file is read back.
    ///
    /// - Parameter body: Draws the workbook; it may be asked a second time, where memory has no room.
    @discardableResult
    package static func write(
        to path: String, properties: DocumentProperties, temporaryFolder: String? = nil,
        _ body: (inout Book) throws -> Void
    ) throws -> Written {
        if temporaryFolder == nil, let memory = MemoryFolder.path,
            let written = try? checked(to: path, properties, temporaryFolder: memory, body)
        {
            return written
        }
        return try checked(to: path, properties, temporaryFolder: temporaryFolder, body)
    }

    private static func checked(
        to path: String, _ properties: DocumentProperties, temporaryFolder: String?,
        _ body: (inout Book) throws -> Void
    ) throws -> Written {
        let written = try draft(to: path, properties: properties, temporaryFolder: temporaryFolder, body)
        do {
            try WorkbookCheck.verify(path, holds: written.sheets)
        } catch {
            try? Entry.remove(path)
            throw error
        }
        return written
    }

    /// Writes a workbook that nobody may take for written before `WorkbookCheck` has read it back.
    package static func draft(
        to path: String, properties: DocumentProperties, temporaryFolder: String? = nil,
        _ body: (inout Book) throws -> Void
    ) throws -> Written {
        do {
            let state = try draw(to: path, properties: properties, temporaryFolder: temporaryFolder, body)
            try PackageAmendment(
                language: properties.language, created: properties.created,
                sheetsWithBareFirstPage: state.sheetsWithBareFirstPage
            ).apply(to: path)
            return Written(sheets: state.totals)
        } catch let error as SpreadsheetError {
            try? Entry.remove(path)
            throw error.at(path)
        } catch {
            try? Entry.remove(path)
            throw error
        }
    }

    /// Has the library write the file. `workbook_close` frees the workbook whatever it returns, so it is freed by hand
    /// only where it is not closed.
    private static func draw(
        to path: String, properties: DocumentProperties, temporaryFolder: String?,
        _ body: (inout Book) throws -> Void
    ) throws -> BookState {
        let raw = try open(path, temporaryFolder: temporaryFolder)
        var isOpen = true
        defer { if isOpen { lxw_workbook_free(raw) } }
        let state = BookState(raw)
        try set(properties, of: raw)
        var book = Book(state)
        try body(&book)
        try state.finish()
        isOpen = false
        try check(workbook_close(raw), "write the file")
        return state
    }

    private static func open(
        _ path: String, temporaryFolder: String?
    ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_workbook> {
        try require(!path.utf8.contains(0), "open the file", "a zero byte in the path")
        let arena = TextArena()
        var options = lxw_workbook_options()
        if let temporaryFolder {
            try require(
                access(temporaryFolder, W_OK | X_OK) == 0, "open the file",
                "cannot write to the temporary folder “\(temporaryFolder)”")
            options.tmpdir = arena.copy(temporaryFolder)
        }
        let raw = withExtendedLifetime(arena) { workbook_new_opt(path, &options) }
        return try present(raw, "open the file")
    }

    private static func set(
        _ properties: DocumentProperties, of workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(SpreadsheetError) {
        let arena = TextArena()
        var stored = lxw_doc_properties()
        func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
            text.isEmpty ? nil : arena.copy(CleanText.clean(text))
        }
        stored.title = copy(properties.title)
        stored.subject = copy(properties.subject)
        stored.author = copy(properties.author)
        stored.company = copy(properties.company)
        stored.keywords = copy(properties.keywords)
        stored.comments = copy(properties.comments)
        stored.created = PackageAmendment.toldTime.seconds
        let status = withExtendedLifetime(arena) { workbook_set_properties(workbook, &stored) }
        try check(status, "set the properties")
        for property in properties.custom {
            let name = CleanText.line(property.name)
            let text = CleanText.cut(CleanText.escape(CleanText.clean(property.text)), to: 255)
            try check(
                workbook_set_custom_property_string(workbook, name, text), "set the property “\(name)”")
        }
    }
}

/// A folder whose files lie in memory. The library makes a temporary file for each part of a workbook, and a file system on
/// a disk takes longer over their names than the library over their bytes.
enum MemoryFolder {
    private static let shared = "/dev/shm"
    private static let roomMin = 256 << 20

    /// `nil` where there is none with room for a workbook, and where `TMPDIR` says where temporary files are to go.
    static var path: String? {
        var room = statvfs()
        guard getenv("TMPDIR") == nil, access(shared, W_OK | X_OK) == 0, statvfs(shared, &room) == 0,
            Int(room.f_bavail) * Int(room.f_frsize) >= roomMin
        else { return nil }
        return shared
    }
}
