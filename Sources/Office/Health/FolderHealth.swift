import Domain
import Files
import Foundation

extension Health {
    /// Whether what is to be read can be read, and what is to be written, written.
    mutating func examineFolders(_ workplace: Workplace) {
        let before = findings.count
        require(workplace.inputs, R_OK | X_OK)
        if InputFile.isFolder(workplace.inputs) {
            require(workplace.submissionsFolder, R_OK | X_OK)
            for name in Health.names(in: workplace.submissionsFolder) {
                let path = "\(workplace.submissionsFolder)/\(name)"
                if InputFile.isFolder(path) { require(path, R_OK | X_OK) }
            }
        }
        examineReports(workplace.reports)
        for (path, _) in ReportsPlaces(workplace).linked {
            add(FolderNotUsable.self, .error, at: path, .linked)
        }
        if workplace.isMingled { add(FolderNotUsable.self, .error, at: workplace.reports, .mingledFolders) }
        let open = ReportsContent.writableByOthers(in: workplace.reports)
        if let first = open.first {
            add(WritableByOthers.self, .query, at: first, .writableByOthers(more: open.count - 1))
        }
        if findings.count == before {
            pass(
                Bilingual(
                    vi: "quyền truy cập: đọc được \(workplace.inputs), ghi được \(workplace.reports)",
                    en: "rights: \(workplace.inputs) can be read, \(workplace.reports) written"))
        }
    }

    /// The folder of reports is made by the first run, in a folder that must let it.
    private mutating func examineReports(_ reports: String) {
        if !FileManager.default.fileExists(atPath: reports) {
            return require(Folder.above(reports), R_OK | W_OK | X_OK)
        }
        require(reports, R_OK | W_OK | X_OK)
        for name in ["archive", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.head"] {
            let path = "\(reports)/\(name)"
            if FileManager.default.fileExists(atPath: path), access(path, R_OK | W_OK) != 0 {
                addUnusable(path, Health.reason)
            }
        }
        guard geteuid() == 0, let entry = try? Entry(at: reports, followingLinks: true), entry.owner != 0 else {
            return
        }
        add(
            RunAsRoot.self, .query, at: reports, value: "root", .runningAsRoot)
    }

    private mutating func require(_ path: String, _ rights: Int32) {
        if !InputFile.isFolder(URL(fileURLWithPath: path).resolvingSymlinksInPath().path) {
            errno = FileManager.default.fileExists(atPath: path) ? ENOTDIR : ENOENT
            addUnusable(path, Health.reason)
        } else if access(path, rights) != 0 {
            addUnusable(path, Health.reason)
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private mutating func addUnusable(_ path: String, _ reason: String) {
        add(
            FolderNotUsable.self, .error, at: path, value: reason, .notUsable(reason))
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
