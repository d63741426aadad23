import CivilCalendar
import Files
import Glibc
import ZipPackage

/// What the kept version of the C library cannot say, added to the file that it wrote.
///
/// Attributes and elements of the standard: that a cell's text stays text when it is edited (`quotePrefix`), that
/// a first page has no header (`differentFirst`), the language of the texts (`dc:language`), and the shape of a single mark
/// of a line (`c:symbol`), without which LibreOffice passes over how it is filled. And the time at which the
/// workbook was made: the library asks `gmtime` for it, whose answer all threads share, so it is told the same time for every
/// workbook, and workbooks are closed at once.
struct PackageAmendment {
    let language: String
    /// When the workbook was made, in UTC.
    let created: LocalTime
    /// Sheets, counted from 1.
    let sheetsWithBareFirstPage: Set<Int>

    /// The reading order that marks formats for `quotePrefix`: left to right, which changes nothing for our texts.
    static let textReadingOrder: UInt8 = 1

    /// The time that the library is told, in seconds since 1970, and as it writes it.
    static let toldTime = (seconds: 86_400, text: "1970-01-02T00:00:00Z")

    /// Rewrites the file at `path`.
    func apply(to path: String) throws(SpreadsheetError) {
        do {
            let reader = try ZipReader(path: path)
            var amended: [String: [UInt8]] = [:]
            for name in reader.entries.map(\.name) where isAmended(name) {
                let bytes = try reader.bytes(of: name)
                let changed = try amend(name, bytes)
                if changed != bytes { amended[name] = changed }
            }
            try Self.replace(path, with: ZipWriter.zip(reader, replacing: amended))
        } catch let error as ZipError {
            throw SpreadsheetError(.damaged, "amend the file", error.inEnglish)
        } catch let error as SpreadsheetError {
            throw error
        } catch {
            throw SpreadsheetError(.damaged, "amend the file", "\(error)")
        }
    }

    private func isAmended(_ name: String) -> Bool {
        switch name {
        case "xl/styles.xml", "docProps/core.xml": true
        case _ where name.hasPrefix("xl/charts/chart"): true
        default: sheetsWithBareFirstPage.contains { name == "xl/worksheets/sheet\($0).xml" }
        }
    }

    private func amend(_ name: String, _ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
        switch name {
        case "xl/styles.xml": try Self.keepingTexts(bytes)
        case "docProps/core.xml": try speakingLanguage(madeInTime(bytes))
        case _ where name.hasPrefix("xl/charts/chart"): Self.shapingMarks(bytes)
        default: try Self.withBareFirstPage(bytes)
        }
    }

    /// Marks the formats of cells whose texts stay texts.
    private static func keepingTexts(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
        let end = try bytes.position(of: "</cellXfs>")
        var start = try bytes.position(of: "<cellXfs")
        var amended = Array(bytes[..<start])
        while start < end {
            let next = min(bytes.find("<xf ", from: start + 1) ?? end, end)
            let format = Array(bytes[start..<next])
            if format.starts(with: "<xf ".utf8), format.find(" readingOrder=\"\(textReadingOrder)\"") != nil {
                amended += Array("<xf quotePrefix=\"1\" ".utf8) + format.dropFirst("<xf ".utf8.count)
            } else {
                amended += format
            }
            start = next
        }
        return amended + bytes[end...]
    }

    /// Gives single marks a shape, a little larger than that of their line: the library writes how they are filled alone.
    private static func shapingMarks(_ bytes: [UInt8]) -> [UInt8] {
        let mark = "<c:marker><c:spPr>"
        var amended: [UInt8] = []
        var start = 0
        while let found = bytes.find(mark, from: start) {
            amended += bytes[start..<found]
            amended += Array("<c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/><c:spPr>".utf8)
            start = found + mark.utf8.count
        }
        return amended + bytes[start...]
    }

    /// Lets the first page go without a header. Its footer stays.
    private static func withBareFirstPage(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
        let start = try bytes.position(of: "<headerFooter") + "<headerFooter".utf8.count
        let end = try bytes.position(of: "</headerFooter>")
        var amended = bytes[..<start] + Array(" differentFirst=\"1\"".utf8) + bytes[start..<end]
        if let footer = bytes.find("<oddFooter>", from: start), let footerEnd = bytes.find("</oddFooter>", from: footer)
        {
            let text = bytes[footer + "<oddFooter>".utf8.count..<footerEnd]
            amended += Array("<firstFooter>".utf8) + text + Array("</firstFooter>".utf8)
        }
        return Array(amended + bytes[end...])
    }

    /// Puts the time at which the workbook was made, and last changed, in place of what the library was told.
    private func madeInTime(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
        var amended = bytes
        let length = Self.toldTime.text.utf8.count
        for _ in 0..<2 {
            let start = try amended.position(of: Self.toldTime.text + "</dcterms:")
            amended.replaceSubrange(start..<start + length, with: "\(created)Z".utf8)
        }
        return amended
    }

    private func speakingLanguage(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
        guard !language.isEmpty else { return bytes }
        let isTag = language.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        try require(isTag, "set the properties", "“\(language)” is not the name of a language")
        let end = try bytes.position(of: "</cp:coreProperties>")
        return bytes[..<end] + Array("<dc:language>\(language)</dc:language>".utf8) + bytes[end...]
    }

    private static func replace(_ path: String, with bytes: [UInt8]) throws(SpreadsheetError) {
        do throws(FileFault) {
            var file = try OpenFile(path, .rewriting)
            try file.write(bytes)
            try file.close()
        } catch {
            throw SpreadsheetError(.damaged, "amend the file", error.reason)
        }
    }
}

extension [UInt8] {
    /// Where `mark`, which is not empty, first stands at or behind `start`.
    fileprivate func find(_ mark: String, from start: Int = 0) -> Int? {
        let mark = Array(mark.utf8)
        return withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            var position = start
            while position + mark.count <= buffer.count,
                let found = memchr(base + position, Int32(mark[0]), buffer.count - mark.count + 1 - position)
            {
                position = UnsafeRawPointer(found) - base
                if memcmp(found, mark, mark.count) == 0 { return position }
                position += 1
            }
            return nil
        }
    }

    /// Where `mark` first stands, which the library is known to write.
    fileprivate func position(of mark: String) throws(SpreadsheetError) -> Int {
        guard let position = find(mark) else {
            throw SpreadsheetError(.damaged, "amend the file", "no \(mark) where the library writes it")
        }
        return position
    }
}
