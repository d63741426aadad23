import Glibc
import ZipPackage

/// The name of an element or attribute without its prefix, as long as the parser's call runs.
struct XMLWord {
    let start: UnsafePointer<UInt8>

    init(_ name: UnsafePointer<CChar>) {
        var local = name
        var place = name
        while place.pointee != 0 {
            if place.pointee == 58 { local = place + 1 }
            place += 1
        }
        start = UnsafeRawPointer(local).assumingMemoryBound(to: UInt8.self)
    }

    static func == (word: XMLWord, name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        for place in 0..<length where word.start[place] != name.utf8Start[place] || word.start[place] == 0 {
            return false
        }
        return word.start[length] == 0
    }

    static func != (word: XMLWord, name: StaticString) -> Bool { !(word == name) }

    var text: String { String(cString: start) }
}

/// What an element's tag says beside its name, as long as the parser's call runs.
struct XMLAttributes {
    let pairs: XMLStream.Attributes?

    /// The value of the first attribute of that name, whatever its prefix.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if XMLWord(key) == name {
                return UnsafeBufferPointer(
                    start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value))
            }
            pair += 2
        }
        return nil
    }

    func text(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// The same with its prefix, where another of the same local name stands beside it.
    func text(written name: StaticString) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if strcmp(key, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
                return String(cString: value)
            }
            pair += 2
        }
        return nil
    }

    /// A whole number; `nil` where none stands, or one that no sheet has.
    func number(_ name: StaticString) -> Int? {
        guard let bytes = bytes(name), (1...9).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }

    func flag(_ name: StaticString) -> Bool { bytes(name).map(Self.isSet) ?? false }

    /// `1`, `true`, `on`
    static func isSet(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first == UInt8(ascii: "1") || first | 0x20 == UInt8(ascii: "t")
            || first | 0x20 == UInt8(ascii: "o") && bytes.count == 2
    }
}

/// Reads one XML part of a workbook: subclasses say what its elements mean.
///
/// A fault ends the parsing; elements are nested no deeper than the limit.
class PartReader {
    let part: String
    let limits: SheetLimits
    /// How deep the element that begins or ends lies: the root is 1.
    fileprivate(set) final var depth = 0
    private final var fault: SheetFault?
    /// Enough was read.
    private final var isDone = false
    private final unowned(unsafe) var stream: XMLStream?
    /// What is not parsed, though it lies in the part: sheets before the one that is wanted.
    final var passedOver: Range<Int> = 0..<0
    /// Shared by all that is read of the workbook.
    final var work: ReadWork?

    init(part: String, limits: SheetLimits) { (self.part, self.limits) = (part, limits) }

    func start(_ name: XMLWord, _ attributes: XMLAttributes) {}
    func end(_ name: XMLWord) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    /// A comment in the markup, or an instruction to programs: no cell's, and kept with the file.
    func remark(_ text: String) {}

    /// Has the part's next bytes parsed: by default as they come. Says whether there may be more.
    func take(_ bytes: UnsafeRawBufferPointer, _ parse: (UnsafeRawBufferPointer) -> Bool) -> Bool { parse(bytes) }

    /// Has what was held back of the bytes parsed, when there are no more.
    func takeRest(_ parse: (UnsafeRawBufferPointer) -> Bool) {}

    /// Where the element begins of which `start` is told.
    final var place: Int { stream?.place ?? 0 }

    /// Whether reading has ended, for good or for ill.
    final var isStopped: Bool { isDone || fault != nil }

    final func damage(_ detail: String) { stop(.damaged(part: part, detail: detail)) }

    final func stop(_ fault: SheetFault) {
        if self.fault == nil { self.fault = fault }
        stream?.stop()
    }

    final func finish() {
        isDone = true
        stream?.stop()
    }

    /// Parses what `feed` gives, block by block, until it is told to give no more.
    final func read(_ feed: (_ take: (UnsafeRawBufferPointer) -> Bool) throws -> Void) throws {
        let reader = Unmanaged.passUnretained(self).toOpaque()
        let stream = try mapped { () throws(XMLError) in try XMLStream(part: part, reader: reader, calls: Self.calls) }
        self.stream = stream
        defer { self.stream = nil }
        var failed: (any Error)?
        func give(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
            do {
                try mapped { () throws(XMLError) in try stream.take(bytes, isLast: isLast) }
                return !isDone
            } catch {
                failed = error
                return false
            }
        }
        var position = 0
        try feed { bytes in
            defer { position += bytes.count }
            for piece in pieces(of: bytes, at: position) where !take(piece, { give($0, isLast: false) }) {
                return false
            }
            return true
        }
        if !isStopped, failed == nil { takeRest { give($0, isLast: false) } }
        if let fault { throw fault }
        if isDone { return }
        if failed == nil { _ = give(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
        if let fault { throw fault }
        if let failed, !isDone { throw failed }
    }

    /// Parses a part that lies in memory.
    final func read(all bytes: [UInt8], _ work: ReadWork) throws {
        self.work = work
        try read { take in
            bytes.withUnsafeBytes { all in
                var place = 0
                while place < all.count {
                    let end = min(place + 1 << 16, all.count)
                    guard take(UnsafeRawBufferPointer(rebasing: all[place..<end])) else { return }
                    place = end
                }
            }
        }
    }

    /// Of the next bytes, what is parsed.
    private func pieces(of bytes: UnsafeRawBufferPointer, at position: Int) -> [UnsafeRawBufferPointer] {
        let passed = passedOver.clamped(to: position..<position + bytes.count)
        // To unpack costs less than to parse.
        if let work, !work.take(bytes.count - passed.count + passed.count / 8) {
            stop(.tooLarge("all sheets together"))
        }
        guard !passed.isEmpty else { return [bytes] }
        let parts = [bytes[..<(passed.lowerBound - position)], bytes[(passed.upperBound - position)...]]
        return parts.filter { !$0.isEmpty }.map { UnsafeRawBufferPointer(rebasing: $0) }
    }

    private func mapped<Result>(_ work: () throws(XMLError) -> Result) throws(SheetFault) -> Result {
        do {
            return try work()
        } catch {
            throw .damaged(part: part, detail: "\(error.line):\(error.column): \(error.detail)")
        }
    }

    private static let calls = XMLStream.Calls(
        start: { data, name, attributes in
            guard let data, let name else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { reader in
                reader.depth += 1
                guard reader.fault == nil, !reader.isDone else { return }
                if reader.depth > reader.limits.depth { return reader.stop(.tooLarge("depth \(reader.depth)")) }
                reader.start(XMLWord(name), XMLAttributes(pairs: attributes))
            }
        },
        end: { data, name in
            guard let data, let name else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { reader in
                if reader.fault == nil, !reader.isDone { reader.end(XMLWord(name)) }
                reader.depth -= 1
            }
        },
        text: { data, text, length in
            guard let data, let text else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { reader in
                guard reader.fault == nil, !reader.isDone else { return }
                reader.text(
                    UnsafeBufferPointer(
                        start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(length)))
            }
        },
        documentType: { data, _, _, _, _ in
            guard let data else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.damage("a document type") }
        },
        remark: { data, text in
            guard let data, let text else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.remark(String(cString: text)) }
        },
        instruction: { data, _, text in
            guard let data, let text else { return }
            Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.remark(String(cString: text)) }
        })
}
