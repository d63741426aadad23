import Domain
import Files
import Foundation

/// A folder that a command is told to write into.
struct TargetFolder {
    /// As it was written.
    let path: String
    /// The same in full, without links as far as it is there: what is looked at is what is written.
    let place: String

    init(_ path: String) {
        self.path = path
        place = TargetFolder.resolved(path)
    }

    /// The folder that it stands in.
    var above: TargetFolder { TargetFolder(Folder.above(place)) }

    var name: String { place.split(separator: "/").last.map(String.init) ?? "/" }

    /// Makes it, and what is above it; the names of what is made are on the disk once this returns.
    func make() throws {
        do {
            try Folder.makeWhole(place, isLasting: true)
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không tạo được thư mục “\(path)”; kiểm tra đường dẫn và quyền truy cập",
                    en: "cannot make the folder “\(path)”; check the path and its rights"))
        }
    }

    /// Throws where it holds anything, lies inside the office's folders or holds that of the reports.
    func refuseOccupied(outside workplace: Workplace) throws {
        try refuseInside(workplace)
        guard !isOccupied else { throw occupied }
    }

    /// Throws where it lies inside the folder of reports or holds it, or inside that of the inputs, which others write and runs read.
    func refuseInside(_ workplace: Workplace) throws {
        let (own, kept) = (inside, TargetFolder(workplace.reports).inside)
        guard !own.hasPrefix(kept), !kept.hasPrefix(own), !own.hasPrefix(TargetFolder(workplace.inputs).inside) else {
            throw occupied
        }
    }

    /// Throws where it lies inside the folder of reports, whose sets are the program's own.
    func refuseWithin(_ reports: String) throws {
        guard !inside.hasPrefix(TargetFolder(reports).inside) else { throw occupied }
    }

    /// Whether it is another, or one of the two lies inside the other.
    func overlaps(_ other: TargetFolder) -> Bool {
        inside.hasPrefix(other.inside) || other.inside.hasPrefix(inside)
    }

    /// What the paths of all that is in it begin with.
    private var inside: String { place == "/" ? "/" : place + "/" }

    /// Whether anything is there but an empty folder.
    var isOccupied: Bool {
        do throws(FileFault) {
            _ = try Entry(at: place)
        } catch {
            return error.code != ENOENT
        }
        return (try? FileManager.default.contentsOfDirectory(atPath: place).isEmpty) != true
    }

    var occupied: Failure {
        Failure(
            Bilingual(
                vi: "không ghi vào “\(path)”: chọn một thư mục mới hoặc trống, ngoài thư mục inputs và reports",
                en: "will not write into “\(path)”: name a new or empty folder outside the inputs and the reports"))
    }

    private static func resolved(_ path: String) -> String {
        var folder = path.isEmpty ? "." : path
        var rest: [String] = []
        while true {
            if let real = realpath(folder, nil) {
                defer { free(real) }
                let base = String(cString: real)
                return lexical(rest).reduce(base) { $0 == "/" ? "/\($1)" : "\($0)/\($1)" }
            }
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
            let parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            rest.insert(parts.last ?? "", at: 0)
            folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
            if folder.isEmpty { folder = "/" }
        }
    }

    /// Of folders that are yet to be made, `..` takes back the one before.
    private static func lexical(_ names: [String]) -> [String] {
        names.reduce(into: []) { kept, name in
            if name == "..", !kept.isEmpty {
                kept.removeLast()
            } else if name != ".", !name.isEmpty {
                kept.append(name)
            }
        }
    }
}

extension String {
    /// A path as it was typed, in which `~` is a name like any other: the shell has made of it what it makes of it, and
    /// Foundation would take some of what is left for a home.
    package var literalPath: String { hasPrefix("~") ? "./" + self : self }
}
