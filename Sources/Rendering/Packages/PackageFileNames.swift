import Domain
import Reporting

/// The names of a package's files: the audience stands in each that holds figures.
struct PackageFileNames {
    private let tail: String
    private let ending: String

    /// - Parameter language: English files end in `-en`.
    init(_ package: ReleasePackage, _ language: Language = .vi) {
        tail = "-\(package.period)-\(package.audience.rawValue)"
        ending = language == .vi ? "" : "-\(language.rawValue)"
    }

    var workbook: String { "tong-hop\(tail)\(ending).xlsx" }
    var data: String { "so-lieu\(tail)\(ending).xlsx" }
    var page: String { PackageFileNames.pagePrefix + "\(tail)\(ending).html" }
    var digest: String { "tom-tat\(tail)\(ending).txt" }
    var summary: String { "tong-hop\(tail)\(ending).txt" }
    var letter: String { "bao-cao\(tail)\(ending).txt" }
    var letterDocument: String { "bao-cao\(tail)\(ending).docx" }
    var figures: String { "so-lieu\(tail)\(ending).csv" }
    var figuresForExcel: String { "so-lieu\(tail)-excel\(ending).csv" }
    var sdmx: String { "sdmx\(tail).csv" }
    var dhis2: String { "dhis2\(tail).csv" }

    /// What is to be deleted from DHIS2.
    var dhis2Deletions: String { "dhis2-xoa\(tail).csv" }

    /// A package opens with what begins so.
    static let pagePrefix = "trang-tom-tat"
    static let descriptor = "datapackage.json"
    static let manifest = "manifest.json"
    static let signature = "manifest.json.sig"
    static let sums = "SHA256SUMS"
}
