import DelimitedText
import Domain
import SheetReading

/// What must not be kept and stands in a workbook beside its cells, or in a file that is not read at all: in a text box, in a
/// page's header, in the file's properties, in the list that a pivot table keeps, in the document within an archive.
struct PackageWords {
    /// The part in which it stands.
    let source: SourceFile
    /// Each text that must not be kept.
    private(set) var found: [String] = []
    /// How far a file that is not read could be looked into.
    private(set) var extent = PackageTexts.Extent.inPart

    /// More say nothing new.
    private static let most = 100

    /// Beside the cells of a workbook that is read.
    init(besideCellsOf file: SourceFile) {
        self.init(file) { PackageTexts.forEach(besideCellsOf: file.bytes, $0) }
    }

    /// In a file that is not read.
    init(in file: SourceFile) {
        var extent = PackageTexts.Extent.inPart
        self.init(file) { extent = PackageTexts.forEach(in: file.bytes, $0) }
        self.extent = extent
    }

    /// What a sheet says beside its cells.
    init(_ words: [String], of sheet: SourceFile) {
        source = sheet
        found = Array(words.filter(Self.isForbidden).prefix(Self.most))
    }

    /// What a workbook keeps for its cells, and shows in none of them: texts that no cell names, readings aloud, what a page
    /// holds outside of its tables and hides.
    init(shownInNoCellOf file: SourceFile, _ workbook: WorkbookFile) throws {
        source = file
        var stored: [String] = []
        func take(_ text: String) {
            let text = text.trimmedCell
            guard stored.count < Self.most, Self.isForbiddenAnywhere(text) else { return }
            stored.append(text)
        }
        workbook.forEachStoredText { bytes in
            guard PersonBytes.mayConcern(bytes, namesCount: false) else { return }
            take(String(decoding: bytes, as: UTF8.self))
        }
        PackageTexts.forEachText(ofPage: file.bytes) { take($0) }
        // What a cell shows is looked at where it stands.
        for info in workbook.sheets where info.hasCells && !stored.isEmpty {
            _ = try workbook.read(info) { row in
                for cell in row.cells where !stored.isEmpty {
                    let shown = Self.joined(row.text(of: cell))
                    stored.removeAll { shown.contains(Self.joined($0)) }
                }
            }
        }
        found = stored
    }

    /// Without its blanks.
    private static func joined(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0xA0 })
    }

    /// Whatever the place: names of who signs, and words that are marks only beside a table, refuse nothing here.
    private static func isForbiddenAnywhere(_ text: String) -> Bool {
        var bytes = text
        guard bytes.withUTF8({ PersonBytes.mayConcern($0, namesCount: false) }) else { return false }
        var place = PersonCell.Place()
        place.isAbove = true
        switch PersonCell(text, place).found {
        case nil, .signer, .markBesideTable: return false
        case .number, .person, .header, .mark: return true
        }
    }

    private init(_ file: SourceFile, _ forEach: (@escaping PackageTexts.Take) -> Void) {
        let collected = Collected()
        forEach { part, text in
            guard collected.texts.count < Self.most, Self.isForbidden(text) || Self.isOfListKept(part, text) else {
                return
            }
            if collected.part.isEmpty { collected.part = part }
            if collected.part == part { collected.texts.append(text) }
        }
        source = collected.part.isEmpty ? file : file.sheet(Self.name(of: collected.part))
        found = collected.texts
    }

    private final class Collected {
        var part = ""
        var texts: [String] = []
    }

    /// As of what stands above a table: an office's own address and telephone number is no person's.
    private static func isForbidden(_ text: String) -> Bool {
        var bytes = text
        guard bytes.withUTF8({ PersonBytes.mayConcern($0, namesCount: false) }) else { return false }
        var place = PersonCell.Place()
        place.isAbove = true
        return PersonCell.judge(text.trimmedCell, place, isBesideTable: true) != nil
    }

    /// The column of persons in the list that a pivot table keeps; the sheet that it was made of may be gone.
    private static func isOfListKept(_ part: String, _ text: String) -> Bool {
        part.contains("pivotCacheDefinition") && text.utf8.count < 60 && PersonHeader.isPersonal(text)
            && !PersonHeader.mayCount(text)
    }

    /// A part as who opens the workbook would call it.
    private static func name(of part: String) -> String {
        let lower = part.lowercased()
        let known = names.first { lower.contains($0.word) }?.name
        return known ?? part.split(separator: "/").last.map(String.init) ?? part
    }

    private static let names: [(word: String, name: String)] = [
        ("docprops", "thuộc tính của tệp"), ("meta.xml", "thuộc tính của tệp"), ("drawing", "hình vẽ, hộp chữ"),
        ("chart", "biểu đồ"), ("pivot", "bảng tổng hợp PivotTable"), ("externallink", "liên kết ngoài"),
        ("comment", "ghi chú"), ("person", "ghi chú"), ("table", "bảng"), ("styles", "định dạng"),
        ("workbook", "tên vùng, tên trang"), ("rels", "liên kết"),
    ]

    /// The file as one that must not be kept; `nil` where nothing of that kind stands in it.
    func submission(_ names: CatalogueNames) -> SubmissionInHand? {
        guard !found.isEmpty else { return nil }
        var writing = SheetWriting()
        try? SheetRow.rows(of: found) { try writing.take($0) }
        guard let document = try? writing.finish([]) else { return nil }
        let submission = SubmissionInHand(source, names: names, streamed: document)
        return submission.isForbidden ? submission : nil
    }
}
