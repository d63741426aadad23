import Domain
import Foundation

/// A folder that a command is told to write into.
struct TargetFolder {
    let path: String

    init(_ path: String) { self.path = path }

    /// Makes it, and what is above it.
    func make() throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không tạo được thư mục “\(path)”; kiểm tra đường dẫn và quyền truy cập",
                    en: "cannot make the folder “\(path)”; check the path and its rights"))
        }
    }

    /// Throws where it holds anything, lies inside the folder of reports or holds it.
    func refuseOccupied(outside reports: String) throws {
        let manager = FileManager.default
        let target = TargetFolder.resolved(path)
        let kept = TargetFolder.resolved(reports)
        let isInside = target.hasPrefix(kept) || kept.hasPrefix(target)
        let isOccupied =
            manager.fileExists(atPath: path) && (try? manager.contentsOfDirectory(atPath: path).isEmpty) != true
        guard !isInside, !isOccupied else {
            throw Failure(
                Bilingual(
                    vi: "không ghi vào “\(path)”: chọn một thư mục mới hoặc trống, ngoài thư mục reports",
                    en: "will not write into “\(path)”: name a new or empty folder outside the reports"))
        }
    }

    /// Without links, also where the last part is yet to be made.
    private static func resolved(_ path: String) -> String {
        var folder = URL(fileURLWithPath: path).standardizedFileURL
        var rest: [String] = []
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            rest.insert(folder.lastPathComponent, at: 0)
            folder.deleteLastPathComponent()
        }
        return ([folder.resolvingSymlinksInPath().path] + rest).joined(separator: "/") + "/"
    }
}
