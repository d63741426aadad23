import Foundation
import ZipPackage

/// What stands in a file beside the cells of its sheets: text boxes and pictures' descriptions, properties, headers and
/// footers of pages, lists that pivot tables and links keep, names. Whoever looks for what must not be kept asks for it.
///
/// Nothing here refuses a file: what cannot be unpacked is passed over, and no more is unpacked than the limits allow.
package struct PackageTexts {
    /// A text, and the part that holds it.
    package typealias Take = (_ part: String, _ text: String) -> Void

    private let limits: SheetLimits
    private let ofSheetsToo: Bool
    private let take: Take
    private var unpacked = 0
    /// Something in it could not be looked into.
    private var isSealed = false
    /// All of it was unpacked: the bytes as they lie hold nothing more.
    private var isWhole = false

    /// How far a file could be looked into.
    package enum Extent: Sendable {
        /// All that stands in it was told.
        case whole
        /// Its bytes, as they lie, may hold more.
        case inPart
        /// Part of it is packed in a way that cannot be looked into.
        case sealed
    }

    /// Whether a file that is no workbook may hold others.
    package static func mayHold(_ bytes: [UInt8]) -> Bool { PackedKind(bytes) != nil }

    /// Whether a file is a mail with its headers, whatever its name.
    package static func isMail(_ bytes: [UInt8]) -> Bool { PackedKind(bytes) == .mail }

    /// Of a workbook that is read, and of other files, what stands in no sheet.
    package static func forEach(besideCellsOf bytes: [UInt8], limits: SheetLimits = .standard, _ take: @escaping Take) {
        var texts = PackageTexts(limits: limits, ofSheetsToo: false, take: take)
        texts.look(into: bytes, "", depth: 0)
    }

    /// Of a file that is not read, all that stands in it. What a password closes tells nobody anything.
    package static func forEach(
        in bytes: [UInt8], limits: SheetLimits = .standard, _ take: @escaping Take
    ) -> Extent {
        var texts = PackageTexts(limits: limits, ofSheetsToo: true, take: take)
        texts.look(into: bytes, "", depth: 0)
        return texts.isSealed ? .sealed : texts.isWhole ? .whole : .inPart
    }

    /// Of a page or an XML of 2003, all its texts: those of its cells, and those that no cell shows.
    package static func forEachText(ofPage bytes: [UInt8], _ take: @escaping (String) -> Void) {
        guard case .workbook = FileMark(bytes) else { return }
        var texts = MarkupTexts { kind, _, text in if kind == .text { take(text) } }
        PageText.whole(bytes).withUnsafeBytes { texts.take($0) }
        texts.finish()
    }

    private init(limits: SheetLimits, ofSheetsToo: Bool, take: @escaping Take) {
        (self.limits, self.ofSheetsToo, self.take) = (limits, ofSheetsToo, take)
    }

    /// Packages within packages, as embedded documents are.
    private static let depthMost = 2
    private static let embeddedBytesMost = 16 << 20
    private static let unpackedBytesMost = 128 << 20
    /// What a zip has of an entry beside its name and its bytes: the heads before them and in the directory, with the room that
    /// programs leave there.
    private static let entryHeadBytes = 1 << 10
    /// Of a part that is no text, so much at a time; a number at its end stands whole in the next piece.
    private static let binaryBytesHeld = 1 << 20
    private static let binaryOverlap = 128

    private mutating func look(into bytes: [UInt8], _ path: String, depth: Int) {
        switch FileMark(bytes) {
        case .zip: lookIntoZip(bytes, path, depth: depth)
        case .workbook:
            var texts = MarkupTexts { [take, ofSheetsToo] kind, _, text in
                if kind != .text || ofSheetsToo { take(path, text) }
            }
            PageText.whole(bytes).withUnsafeBytes { texts.take($0) }
            texts.finish()
        case .compound: CompoundTexts.forEach(in: bytes, cellsToo: ofSheetsToo) { take(path + $0, $1) }
        case .webArchive: lookIntoMail(bytes, path, depth: depth)
        case .other: lookIntoPacked(bytes, path, depth: depth)
        }
    }

    private mutating func lookIntoPacked(_ bytes: [UInt8], _ path: String, depth: Int) {
        switch PackedKind(bytes) {
        case nil: return
        case .sealed: isSealed = true
        case .pdf:
            PDFTexts.forEach(in: bytes) { [take] in take(path, $0) }
            // Its texts are taken out of it; its bytes are measures of letters and the like.
            isWhole = true
        case .mail: lookIntoMail(bytes, path, depth: depth)
        case .gzip:
            let room = min(Self.embeddedBytesMost * 4, Self.unpackedBytesMost - unpacked)
            guard room > 0, let inner = Unpacking.gzip(bytes, most: room) else { return isSealed = true }
            unpacked += inner.count
            lookIntoPart(inner, path, depth: depth + 1)
        case .tar:
            Unpacking.tar(bytes) { name, inner in
                take(path + name, name)
                lookIntoPart(Array(inner), path + name, depth: depth + 1)
            }
        }
    }

    private mutating func lookIntoMail(_ bytes: [UInt8], _ path: String, depth: Int) {
        MailTexts.forEachPart(of: bytes) { lookIntoPart($0, path, depth: depth + 1) }
    }

    /// What was packed: text or markup, or packed itself.
    private mutating func lookIntoPart(_ bytes: [UInt8], _ path: String, depth: Int) {
        guard depth <= Self.depthMost + 1 else { return isSealed = true }
        if FileMark(bytes) != .other || PackedKind(bytes).map({ $0 != .mail }) ?? false {
            var whole = PackageTexts(limits: limits, ofSheetsToo: true, take: take)
            whole.unpacked = unpacked
            whole.look(into: bytes, path.isEmpty ? "" : path + "/", depth: depth)
            unpacked = whole.unpacked
            isSealed = isSealed || whole.isSealed
        } else {
            var part = Part(path, take, ofSheetsToo: true)
            let text = PageText.isWide(bytes) ? PageText.whole(bytes) : bytes
            _ = text.withUnsafeBytes { part.take($0) }
            part.finish()
        }
    }

    private mutating func lookIntoZip(_ bytes: [UInt8], _ path: String, depth: Int) {
        var embedded: [(name: String, bytes: [UInt8])] = []
        do {
            embedded = try parts(ofZip: bytes, path, depth: depth)
        } catch let error as ZipError where error.reason == .tooLarge {
            // Of so many entries nobody reads even the names.
            return isSealed = true
        } catch {}
        for line in Self.directory(of: bytes) { take(path, line) }
        for inner in embedded {
            var whole = PackageTexts(limits: limits, ofSheetsToo: true, take: take)
            whole.unpacked = unpacked
            whole.look(into: inner.bytes, inner.name + "/", depth: depth + 1)
            unpacked = whole.unpacked
            isSealed = isSealed || whole.isSealed
        }
    }

    /// Looks at the entries of a zip; gives those that are packed themselves.
    private mutating func parts(
        ofZip bytes: [UInt8], _ path: String, depth: Int
    ) throws -> [(name: String, bytes: [UInt8])] {
        var embedded: [(name: String, bytes: [UInt8])] = []
        var beside = bytes.count
        var isWhole = true
        try ZipReader.reading(bytes, entrySizeMax: limits.unpackedBytes, entriesMax: limits.entries) { zip in
            for entry in zip.entries where !entry.isEncrypted {
                guard mayUnpack(entry) else {
                    isSealed = true
                    continue
                }
                let name = path + entry.name
                take(name, entry.name)
                var part = Part(name, take, ofSheetsToo: ofSheetsToo)
                var count = 0
                try? zip.forEachBlock(of: entry.name) { block in
                    count += block.count
                    return part.take(block) && count < Self.unpackedBytesMost
                }
                part.finish()
                unpacked += count
                isWhole = isWhole && count == entry.size && part.isTold
                beside -= entry.packedSize + entry.name.utf8.count * 2 + Self.entryHeadBytes
                if depth < Self.depthMost, let inner = part.packed { embedded.append((name, inner)) }
                isSealed = isSealed || part.isSealed || depth >= Self.depthMost && part.packed != nil
            }
        }
        self.isWhole = depth == 0 && isWhole && beside < 0
        return embedded
    }

    /// The directory with its comments, and what was put behind it, as far as they are text.
    private static func directory(of bytes: [UInt8]) -> [String] {
        let end = bytes.indices.suffix(22 + 65_535).last { place in
            place + 22 <= bytes.count && bytes[place...].starts(with: [0x50, 0x4B, 0x05, 0x06])
        }
        guard let end else { return [] }
        let start = (0..<4).reduce(0) { $0 | Int(bytes[end + 16 + $1]) << (8 * $1) }
        guard (0...end).contains(start), bytes.count - start < 16 << 20 else { return [] }
        return bytes[start...].split { $0 < 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    }

    private func mayUnpack(_ entry: ZipReader.Entry) -> Bool {
        let most = max(
            limits.freelyPackedBytes, entry.packedSize.multipliedReportingOverflow(by: limits.packingRatio).partialValue
        )
        return entry.size <= most && unpacked + entry.size <= Self.unpackedBytesMost
    }

    /// One part as it is unpacked.
    private struct Part {
        private enum Kind { case unknown, markup, text, packed, binary, passed }

        private let name: String
        private let give: Take
        private let ofSheetsToo: Bool
        private var kind = Kind.unknown
        private var markup: MarkupTexts
        private var held: [UInt8] = []
        /// Packed, and too large to be looked into.
        private(set) var isSealed = false

        init(_ name: String, _ give: @escaping Take, ofSheetsToo: Bool) {
            (self.name, self.give, self.ofSheetsToo) = (name, give, ofSheetsToo)
            markup = MarkupTexts(takesAllAttributes: name.lowercased().contains("customxml/")) { kind, element, text in
                // Figures are figures; none of them begins with a zero and another digit.
                let isFigure = element == "v" && text.allSatisfy { $0.isASCII && !$0.isLetter }
                guard kind != .text || !isFigure || text.hasPrefix("0") && !text.contains(".") else { return }
                // Whose program made the file, which its account tells.
                if ["creator", "lastmodifiedby"].contains(element), text.contains("@") { return }
                for line in PageCodes.isIn(element) ? PageCodes.lines(of: text) : [text] { give(name, line) }
            }
        }

        /// All that it says was handed over.
        var isTold: Bool { kind != .packed && kind != .passed }

        /// The bytes of a package within the package.
        var packed: [UInt8]? { kind == .packed ? held : nil }

        /// Says whether to go on.
        mutating func take(_ block: UnsafeRawBufferPointer) -> Bool {
            if kind == .unknown { kind = kind(of: block) }
            switch kind {
            case .unknown, .passed: return false
            case .markup: markup.take(block)
            case .text: takeLines(block)
            case .packed:
                guard held.count + block.count <= PackageTexts.embeddedBytesMost else {
                    (kind, isSealed) = (.passed, true)
                    return false
                }
                held += block
            case .binary:
                held += block
                if held.count >= PackageTexts.binaryBytesHeld { takeRuns(leaving: PackageTexts.binaryOverlap) }
            }
            return true
        }

        mutating func finish() {
            if kind == .markup { markup.finish() }
            if kind == .text, !held.isEmpty { give(name, String(decoding: held, as: UTF8.self)) }
            if kind == .binary { takeRuns(leaving: 0) }
        }

        /// Of a program's own part, a macro's or a printer's, what is written in it as text.
        private mutating func takeRuns(leaving rest: Int) {
            CompoundTexts.runs(in: held[...], amongOthers: true) { give(name, $0) }
            held.removeFirst(held.count - min(rest, held.count))
        }

        private func kind(of block: UnsafeRawBufferPointer) -> Kind {
            if block.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .packed }
            let isProgram = name.lowercased().hasSuffix("vbaproject.bin")
            if block.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), !isProgram { return .packed }
            if let packed = PackedKind(block.prefix(1 << 9)), packed != .mail { return .packed }
            let head = String(decoding: block.prefix(1 << 10), as: UTF8.self)
            // What is seen in a picture is not looked at.
            guard !FileMark.isPicture(block) else { return .passed }
            guard !block.prefix(1 << 10).contains(0) else { return .binary }
            guard head.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else { return .text }
            let isOfCells = ["<worksheet", ":worksheet ", "<sst", ":sst ", "document-content"].contains {
                head.contains($0)
            }
            return isOfCells && !ofSheetsToo ? .passed : .markup
        }

        private mutating func takeLines(_ block: UnsafeRawBufferPointer) {
            for byte in block {
                let isEnd = byte == 0x0A || byte == 0x0D
                if !isEnd { held.append(byte) }
                guard isEnd || held.count >= 1 << 16, !held.isEmpty else { continue }
                give(name, String(decoding: held, as: UTF8.self))
                held.removeAll(keepingCapacity: true)
            }
        }
    }
}
