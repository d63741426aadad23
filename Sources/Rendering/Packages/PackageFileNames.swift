import Domain
import Reporting

/// The names of a package's files: the audience stands in each that holds figures.
///
/// What people read lies open; what programs load lies in a folder of its own.
package struct PackageFileNames {
    private let tail: String
    private let ending: String

    /// - Parameter language: English files end in `-en`.
    init(_ package: ReleasePackage, _ language: Language = .vi) {
        tail = "-\(package.period)-\(package.audience.rawValue)"
        ending = language == .vi ? "" : "-\(language.rawValue)"
    }

    /// Where the files for programs lie.
    static let machines = "du-lieu"

    var workbook: String { "tong-hop\(tail)\(ending).xlsx" }
    var data: String { "so-lieu\(tail)\(ending).xlsx" }
    var page: String { PackageFileNames.pagePrefix + "\(tail)\(ending).html" }
    var digest: String { "tom-tat\(tail)\(ending).txt" }
    var summary: String { "tong-hop\(tail)\(ending).txt" }
    var letter: String { "bao-cao\(tail)\(ending).txt" }
    var letterDocument: String { "bao-cao\(tail)\(ending).docx" }
    var figures: String { "\(Self.machines)/so-lieu\(tail)\(ending).csv" }
    var figuresForExcel: String { "\(Self.machines)/so-lieu\(tail)-excel\(ending).csv" }
    var sdmx: String { "\(Self.machines)/sdmx\(tail).csv" }
    var dhis2: String { "\(Self.machines)/dhis2\(tail).csv" }

    /// What is to be deleted from DHIS2.
    var dhis2Deletions: String { "\(Self.machines)/dhis2-xoa\(tail).csv" }

    /// A package opens with what begins so.
    static let pagePrefix = "trang-tom-tat"

    /// The workbook and the texts, printed.
    var prints: [String] { ["tong-hop\(tail)\(ending).pdf", "van-ban\(tail)\(ending).pdf"] }

    static let readMe = "doc-truoc.txt"
    static let descriptor = "\(machines)/datapackage.json"
    package static let manifest = "manifest.json"
    static let signature = "manifest.json.sig"
    package static let sums = "SHA256SUMS"

    /// The last part of a path.
    static func last(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}

extension PackageFileNames {
    /// What a leader reads, the first first, by how its name begins; then how its name ends.
    private static let beginnings = [
        "trang-tom-tat-", "tom-tat-", "bao-cao-", "tong-hop-", "van-ban-", "so-lieu-", readMe,
    ]
    private static let endings = [".html", ".docx", ".pdf", ".txt", ".xlsx"]

    /// The order in which files stand in the zip: what a leader reads first, what programs load and what vouches for all of
    /// it last. Packages of a time before there was one keep the order of their names.
    package static func inReadingOrder(_ names: [String]) -> [String] {
        guard names.contains(readMe) else { return names.sorted() }
        func place(_ name: String, _ list: [String], _ fits: (String, String) -> Bool) -> Int {
            list.firstIndex { fits(name, $0) } ?? list.count
        }
        func rank(_ name: String) -> [Int] {
            if [manifest, signature, sums].contains(name) { return [2] }
            if name.contains("/") { return [1] }
            return [0, place(name, beginnings) { $0.hasPrefix($1) }, place(name, endings) { $0.hasSuffix($1) }]
        }
        return names.map { (rank: rank($0), name: $0) }.sorted { left, right in
            left.rank == right.rank ? left.name < right.name : left.rank.lexicographicallyPrecedes(right.rank)
        }.map(\.name)
    }
}
