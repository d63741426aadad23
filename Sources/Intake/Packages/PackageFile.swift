import Digest
import Domain
import Foundation
import ZipPackage

/// A province's package as a zip: what it says of itself, and its figures, once every sum has been checked.
struct PackageFile {
    /// What keeps a package from being counted.
    enum Fault: Hashable {
        /// A file that `SHA256SUMS` or `manifest.json` names is not there.
        case missing(String)
        /// A file that neither names.
        case unlisted(String)
        /// A file's bytes are not those of its sum.
        case changed(String)
        case unreadable(String)
        /// What the parts say of period or edition differs.
        case disagree(String, String)
        case unknownProvince(String)
        /// A row of figures that cannot be read.
        case row(Int, String)
        /// The province has less than its communes together.
        case lessThanParts(Int, indicator: String)
    }

    struct Manifest: Decodable {
        let period: String
        let edition: Int
        let audience: String
        let files: [File]

        struct File: Decodable {
            let name: String
            let sha256: String
        }
    }

    static let manifestName = "manifest.json"
    static let sumsName = "SHA256SUMS"
    private static let partBytesMax = 64 << 20
    private static let partsMax = 200
    private static let faultsMax = 20

    let manifest: Manifest?
    /// The bytes of `so-lieu-….csv`, where all is as it was sent.
    private(set) var figures: [UInt8] = []
    private(set) var faults: [Fault] = []

    /// `nil`: the bytes are no package of ours.
    init?(_ bytes: [UInt8]) {
        typealias Parts = [(name: String, bytes: [UInt8]?)]
        let parts: Parts?? = try? ZipReader.reading(
            bytes, entrySizeMax: Self.partBytesMax, entriesMax: Self.partsMax
        ) { zip -> Parts? in
            guard zip.contains(Self.manifestName), zip.contains(Self.sumsName) else { return nil }
            var parts: Parts = []
            for entry in zip.entries { parts.append((entry.name, try? zip.bytes(of: entry.name))) }
            return parts
        }
        guard let parts = parts ?? nil else { return nil }
        let byName = Dictionary(parts.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        manifest = (byName[Self.manifestName] ?? nil).flatMap {
            try? JSONDecoder().decode(Manifest.self, from: Data($0))
        }
        check(parts.map(\.name), byName)
        guard let manifest else {
            faults.append(.unreadable(Self.manifestName))
            return
        }
        let name = "du-lieu/so-lieu-\(manifest.period)-\(manifest.audience).csv"
        if let bytes = byName[name] ?? nil { figures = bytes } else { faults.append(.missing(name)) }
    }

    mutating func add(_ fault: Fault) { if faults.count < Self.faultsMax { faults.append(fault) } }

    /// Every part is listed by both lists, and is what they say.
    private mutating func check(_ names: [String], _ bytes: [String: [UInt8]?]) {
        let lines = String(decoding: (bytes[Self.sumsName] ?? nil) ?? [], as: UTF8.self).split(separator: "\n")
        var sums: [String: String] = [:]
        for line in lines {
            let pieces = line.split(separator: " ", maxSplits: 1)
            if pieces.count == 2 { sums[pieces[1].drop { $0 == " " || $0 == "*" }.trimmed] = String(pieces[0]) }
        }
        let listed = Dictionary(
            (manifest?.files ?? []).map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        for name in Set(sums.keys).union(listed.keys).subtracting(names).sorted() { add(.missing(name)) }
        for name in names.sorted() where name != Self.sumsName && !name.hasSuffix("/") && !name.hasSuffix(".sig") {
            guard let content = bytes[name] ?? nil else {
                add(.unreadable(name))
                continue
            }
            let digest = SHA256Digest.of(content).hex
            guard let sum = sums[name] else {
                add(.unlisted(name))
                continue
            }
            if sum != digest || name != Self.manifestName && listed[name].map({ $0 != digest }) ?? false {
                add(.changed(name))
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmingCharacters(in: .whitespacesAndNewlines) }
}
