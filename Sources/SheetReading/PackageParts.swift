import ZipPackage

/// The parts of a zip of XML, by the names that its own parts call them: in any case, with either slash.
///
/// What it unpacks is counted: a part that is packed too tightly, or too much of them all, is refused while it is unpacked.
final class PackageParts {
    let limits: SheetLimits
    /// The entries by their plain name.
    private let entries: [String: ZipReader.Entry]
    private var unpacked = 0
    /// Shared by all that is read of the workbook.
    let work: ReadWork

    init(_ zip: borrowing ZipReader, limits: SheetLimits, _ work: ReadWork) throws {
        (self.limits, self.work) = (limits, work)
        var entries: [String: ZipReader.Entry] = [:]
        for entry in zip.entries where entry.name.utf8.last != UInt8(ascii: "/") {
            guard entries.updateValue(entry, forKey: Self.plain(entry.name)) == nil else {
                throw SheetFault.damaged(part: entry.name, detail: "two entries of one name")
            }
        }
        self.entries = entries
    }

    private static func plain(_ name: String) -> String {
        let slashed = name.lowercased().split { $0 == "/" || $0 == "\\" }
        return slashed.joined(separator: "/")
    }

    func contains(_ name: String) -> Bool { entries[Self.plain(name)] != nil }

    var names: [String] { entries.keys.sorted() }

    /// The part that `target` means, seen from the part `base`; it never leaves the package.
    static func resolved(_ target: String, from base: String) -> String {
        var path = target.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = path.popLast()
            default: path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }

    /// Has `reader` read the part.
    func read(_ name: String, in zip: borrowing ZipReader, by reader: PartReader) throws {
        guard let entry = entries[Self.plain(name)] else {
            throw SheetFault.damaged(part: name, detail: "missing")
        }
        guard !entry.isEncrypted else { throw SheetFault.password }
        let limits = limits
        let most = max(
            limits.freelyPackedBytes, entry.packedSize.multipliedReportingOverflow(by: limits.packingRatio).partialValue
        )
        if entry.size > min(most, limits.unpackedBytes) { throw SheetFault.tooLarge("\(name): \(entry.size) bytes") }
        let before = unpacked
        reader.work = work
        var count = 0
        do {
            try reader.read { take in
                try zip.forEachBlock(of: entry.name) { block in
                    count += block.count
                    if count > most || before + count > limits.unpackedBytes {
                        reader.stop(.tooLarge("\(name): \(count) bytes"))
                    }
                    return take(block)
                }
            }
        } catch let error as ZipError {
            throw error.reason == .tooLarge
                ? SheetFault.tooLarge(name) : SheetFault.damaged(part: name, detail: error.detail)
        }
        unpacked = before + count
    }
}

/// What a part refers to: by their identifiers, the kind and the part.
final class Relationships: PartReader {
    struct Target {
        let kind: String
        let part: String
    }

    private(set) var targets: [String: Target] = [:]
    private let owner: String

    /// - Parameter owner: The part that refers to them.
    init(of owner: String, limits: SheetLimits) {
        self.owner = owner
        super.init(part: Self.part(of: owner), limits: limits)
    }

    static func part(of owner: String) -> String {
        let path = owner.split(separator: "/").map(String.init)
        return (path.dropLast() + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        guard depth == 2, name == "Relationship", attributes.text("TargetMode") != "External",
            let id = attributes.text("Id"), let kind = attributes.text("Type"), let target = attributes.text("Target")
        else { return }
        guard targets.count < limits.entries else { return stop(.tooLarge("relationships")) }
        targets[id] = Target(
            kind: kind.split(separator: "/").last.map(String.init) ?? "",
            part: PackageParts.resolved(target, from: owner))
    }

    func first(_ kind: String) -> Target? {
        targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value
    }
}
