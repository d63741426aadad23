import ZipPackage

/// An .ods: all sheets lie in one part, which is read to the sheet that is asked for. An .fods is that part alone, not packed.
struct OpenDocument: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let bytes: [UInt8]
    private let isPacked: Bool
    private let limits: SheetLimits
    private let work: ReadWork
    private let formats: FormatsOfOpenDocument
    /// Where each sheet begins, and the first of them, with a name or without.
    private let starts: [Int]
    private let first: Int

    /// By which such a package is known.
    static let parts = ["mimetype", content, manifest]

    private static let content = "content.xml"
    private static let manifest = "META-INF/manifest.xml"
    private static let styles = "styles.xml"
    /// As an .fods is called in what is said of it.
    private static let flat = "xml"

    init(_ bytes: [UInt8], _ zip: borrowing ZipReader, _ parts: PackageParts) throws {
        (self.bytes, isPacked, limits, work) = (bytes, true, parts.limits, parts.work)
        if parts.contains(Self.manifest) {
            let manifest = ManifestOfOpenDocument(part: Self.manifest, limits: limits)
            try parts.read(Self.manifest, in: zip, by: manifest)
            if manifest.isEncrypted { throw SheetFault.password }
            if let kind = manifest.kind, !kind.contains("spreadsheet") {
                throw SheetFault.otherFile(kind.contains("text") ? "odt" : "zip")
            }
        }
        guard parts.contains(Self.content) else { throw SheetFault.damaged(part: Self.content, detail: "missing") }
        let list = OpenDocumentSheets(part: Self.content, limits: limits)
        // Formats of cells lie in either part.
        if parts.contains(Self.styles) {
            let styles = OpenDocumentSheets(part: Self.styles, limits: limits)
            try parts.read(Self.styles, in: zip, by: styles)
            list.adopt(styles)
        }
        try parts.read(Self.content, in: zip, by: list)
        (sheets, starts, first) = (list.sheets, list.starts, list.first ?? 0)
        formats = FormatsOfOpenDocument(list)
    }

    init(flat bytes: [UInt8], limits: SheetLimits, _ work: ReadWork) throws {
        (self.bytes, isPacked, self.limits, self.work) = (bytes, false, limits, work)
        let list = OpenDocumentSheets(part: Self.flat, limits: limits)
        try list.read(all: bytes, work)
        (sheets, starts, first) = (list.sheets, list.starts, list.first ?? 0)
        formats = FormatsOfOpenDocument(list)
    }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        let reader = OpenDocumentRows(formats, limits, body)
        reader.passedOver = first..<starts[sheet.place]
        if isPacked {
            try WorkbookFile.zip(bytes, limits, work) { zip, parts in
                try parts.read(Self.content, in: zip, by: reader)
            }
        } else {
            try reader.read(all: bytes, work)
        }
        if let failure = reader.failure { throw failure }
        return reader.marks
    }
}

/// How many digits the cells of a style show at least: `00000` of codes.
struct FormatsOfOpenDocument: Sendable {
    let leastDigits: [String: Int]
    /// Styles of letters that are raised, lowered or struck through.
    let apart: Set<String>
    /// Those of them, of letters and of cells, that are struck through.
    let struck: Set<String>

    init(_ list: OpenDocumentSheets) { (leastDigits, apart, struck) = (list.leastDigits, list.apart, list.struck) }
}

/// What the list of an .ods says of it: its kind, and whether its parts need a password.
final class ManifestOfOpenDocument: PartReader {
    private(set) var isEncrypted = false
    private(set) var kind: String?

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if name == "encryption-data" { isEncrypted = true }
        if name == "file-entry", attributes.text("full-path") == "/" { kind = attributes.text("media-type") }
    }
}

/// The names of an .ods's sheets, and its styles of numbers.
final class OpenDocumentSheets: PartReader {
    private(set) var sheets: [SheetInfo] = []
    private(set) var starts: [Int] = []
    private(set) var first: Int?
    /// By the style of a cell.
    private(set) var leastDigits: [String: Int] = [:]
    private(set) var apart: Set<String> = []
    private(set) var struck: Set<String> = []
    private var hiddenStyles: Set<String> = []
    private var digitsOfNumbers: [String: Int] = [:]
    private var style: String?
    private var numberStyle: String?

    /// Takes over what the part of styles says.
    func adopt(_ styles: OpenDocumentSheets) {
        digitsOfNumbers = styles.digitsOfNumbers
        leastDigits = styles.leastDigits
        apart = styles.apart
        struck = styles.struck
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 4, first == nil, name == "table" { first = place }
        if depth == 3 {
            style = nil
            numberStyle = nil
            if name == "style", let called = attributes.text("name") {
                style = called
                if let parent = attributes.text("parent-style-name"), struck.contains(parent),
                    struck.count < limits.styles
                {
                    struck.insert(called)
                }
                if let data = attributes.text("data-style-name"), let digits = digitsOfNumbers[data] {
                    leastDigits[called] = digits
                }
            } else if name == "number-style" {
                numberStyle = attributes.text("name")
            }
        } else if depth == 4, name == "number", let numberStyle, let digits = attributes.number("min-integer-digits"),
            digits >= 2, digits <= 20, attributes.number("decimal-places") ?? 0 == 0,
            digitsOfNumbers.count < limits.styles
        {
            digitsOfNumbers[numberStyle] = digits
        } else if depth == 4, name == "text-properties", let style, apart.count < limits.styles {
            let position = attributes.text("text-position") ?? ""
            let line = attributes.text("text-line-through-style") ?? attributes.text("text-line-through-type")
            let isMoved = !position.isEmpty && !position.hasPrefix("0%")
            if let line { if line == "none" { struck.remove(style) } else { struck.insert(style) } }
            if isMoved || struck.contains(style) { apart.insert(style) }
        } else if depth == 4, name == "table-properties", let style, attributes.text("display") == "false" {
            hiddenStyles.insert(style)
        } else if depth == 4, name == "table", let title = attributes.text("name") {
            guard sheets.count < limits.sheets else { return stop(.tooLarge("sheets")) }
            starts.append(place)
            sheets.append(
                SheetInfo(
                    name: title, isHidden: attributes.text("style-name").map(hiddenStyles.contains) ?? false,
                    place: sheets.count))
        }
    }
}
