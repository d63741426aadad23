import Domain
import Files
import Foundation
import Intake

/// The folder of submissions: which files there are to take in, and what is left alone and why.
///
/// A folder or a name that cannot be read is a finding, and the others are read all the same.
struct Inbox {
    /// Below `submissions/`, in order.
    let paths: [String]
    /// What is not a submission.
    let findings: [Finding]
    /// Folders of periods that cannot be listed: nobody knows what is in them now.
    let unlisted: Set<String>

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

    /// Things beside the periods' folders that are named one by one.
    private static let outsideMost = 200

    init(_ folder: String) throws {
        let top = try Inbox.listing(folder)
        var paths: [String] = []
        var findings = top.unreadable.map { CannotBeRead.finding(name: $0) }
        var unlisted: Set<String> = []
        var outside = 0
        for name in top.names where !Inbox.isSystem(name) {
            guard Period(name) != nil else {
                outside += 1
                if outside <= Inbox.outsideMost { findings.append(OutsidePeriodFolder.finding(name)) }
                continue
            }
            let kind = EntryKind(at: "\(folder)/\(name)")
            guard kind == .folder else {
                // Gone since the folder was read.
                if kind == .absent { continue }
                findings.append(NotARegularFile.finding(period: name, kind))
                unlisted.insert(name)
                continue
            }
            do throws(FileFault) {
                let (files, found) = Inbox.files(try FolderListing("\(folder)/\(name)"), of: name, in: folder)
                paths += files
                findings += found
            } catch {
                // Gone since the folder was read.
                if error.code == ENOENT { continue }
                findings.append(CannotBeRead.finding(folder: name, .reason(error.code)))
                unlisted.insert(name)
            }
        }
        if outside > Inbox.outsideMost {
            findings.append(OutsidePeriodFolder.finding(more: outside - Inbox.outsideMost))
        }
        self.paths = paths
        self.findings = findings
        self.unlisted = unlisted
    }

    private static func files(
        _ listing: FolderListing, of period: String, in folder: String
    ) -> (paths: [String], findings: [Finding]) {
        var paths: [String] = []
        var findings = listing.unreadable.map { CannotBeRead.finding(name: "\(period)/\($0)") }
        // Nearly all names show what they are.
        let odd = listing.names.filter { ShownPath($0).text != $0 }
        let alike = odd.isEmpty ? [:] : Dictionary(grouping: listing.names) { ShownPath($0).text }
        for file in listing.names where !isSystem(file) {
            let path = "\(period)/\(file)"
            let shown = ShownPath(file).text
            // By its shown name the ledger would take one for a new sending of the other.
            if shown != file, alike[shown, default: []].count > 1 {
                findings.append(CannotBeRead.finding(namedAlike: path))
                continue
            }
            if isPassing(file) {
                findings.append(PassingFile.finding(path))
                continue
            }
            switch EntryKind(at: "\(folder)/\(path)") {
            case .file: paths.append(path)
            case .folder where PackagedFolder.isPackage("\(folder)/\(path)"): paths.append(path)
            // Gone since the folder was read.
            case .absent: continue
            case let kind: findings.append(NotARegularFile.finding(path, kind))
            }
        }
        return (paths, findings)
    }

    /// The months that have a folder.
    static func months(in folder: String) throws -> [Month] {
        try listing(folder).names.compactMap { Month($0) }
    }

    /// Of the folder of submissions itself, without which there is nothing to do.
    private static func listing(_ folder: String) throws -> FolderListing {
        let kind = EntryKind(at: folder)
        if kind == .absent { throw Failure(.withoutFolder(folder)) }
        guard kind == .folder else { throw Failure(.notAFolder(folder, kind)) }
        do throws(FileFault) {
            return try FolderListing(folder, most: .max)
        } catch {
            throw Failure(.unlisted(folder, .reason(error.code)))
        }
    }
}

extension Bilingual {
    fileprivate static func withoutFolder(_ folder: String) -> Bilingual {
        Bilingual(
            vi: "không có thư mục số liệu “\(folder)”; chỉ đúng thư mục bằng --inputs",
            en: "there is no folder of submissions “\(folder)”; name the right one with --inputs")
    }

    fileprivate static func notAFolder(_ folder: String, _ kind: EntryKind) -> Bilingual {
        Bilingual(
            vi:
                "“\(folder)” là \(kind.words.vi), không phải thư mục số liệu; đặt thư mục thật vào đó hoặc chỉ đúng thư mục "
                + "bằng --inputs",
            en:
                "“\(folder)” is \(kind.words.en) and no folder of submissions; put a real folder there or name the right one "
                + "with --inputs")
    }

    fileprivate static func unlisted(_ folder: String, _ why: Bilingual) -> Bilingual {
        Bilingual(
            vi: "không đọc được thư mục “\(folder)” (\(why.vi)); kiểm tra đường dẫn và quyền truy cập",
            en: "cannot read the folder “\(folder)” (\(why.en)); check the path and its rights")
    }
}
