import Domain
import Foundation
import Intake

/// The folder of submissions: which files there are to take in, and what is left alone and why.
struct Inbox {
    /// Below `submissions/`, in order.
    let paths: [String]
    /// What is not a submission.
    let findings: [Finding]

    /// Names of files that belong to a system, and that nobody asks for.
    private static func isSystem(_ name: String) -> Bool {
        name.hasPrefix(".") || name.lowercased() == "desktop.ini" || name.lowercased() == "thumbs.db"
            || name == "README.md"
    }

    /// Names of files that are still being written or are open in a program.
    private static func isPassing(_ name: String) -> Bool {
        name.hasPrefix("~$")
            || [".part", ".tmp", ".crdownload", ".partial"].contains { name.lowercased().hasSuffix($0) }
    }

    init(_ folder: String) throws {
        guard InputFile.isFolder(folder) else {
            throw Failure(
                Bilingual(
                    vi: "không có thư mục số liệu “\(folder)”; chỉ đúng thư mục bằng --inputs",
                    en: "there is no folder of submissions “\(folder)”; name the right one with --inputs"))
        }
        var paths: [String] = []
        var findings: [Finding] = []
        for name in try Inbox.names(in: folder) {
            guard InputFile.isFolder("\(folder)/\(name)"), Period(name) != nil else {
                findings.append(OutsidePeriodFolder.finding(name))
                continue
            }
            for file in try Inbox.names(in: "\(folder)/\(name)") {
                let path = "\(name)/\(file)"
                if Inbox.isPassing(file) {
                    findings.append(PassingFile.finding(path))
                } else if InputFile.isRegular("\(folder)/\(path)") {
                    paths.append(path)
                } else {
                    findings.append(NotARegularFile.finding(path))
                }
            }
        }
        self.paths = paths
        self.findings = findings
    }

    /// The months that have a folder.
    static func months(in folder: String) throws -> [Month] {
        try names(in: folder).compactMap { Month($0) }
    }

    private static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !isSystem($0) }.sorted()
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không đọc được thư mục “\(folder)”; kiểm tra đường dẫn và quyền truy cập",
                    en: "cannot read the folder “\(folder)”; check the path and its rights"))
        }
    }
}
