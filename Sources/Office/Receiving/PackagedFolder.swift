import Domain
import Files
import Foundation
import Intake
import Rendering

/// A province's package that was unpacked into a folder of the inbox: it is taken in as the zip that it came from.
enum PackagedFolder {
    private static let partsMax = 200

    /// Whether a folder is a package, by the two files that name all others.
    static func isPackage(_ path: String) -> Bool {
        [PackageFileNames.sums, PackageFileNames.manifest].allSatisfy { InputFile.isRegular("\(path)/\($0)") }
    }

    /// The bytes of its zip: the same as those of the zip beside which it was made. A link or a device in it is refused.
    static func bytes(of path: String) throws -> [UInt8] {
        var room = ReadLimit.zipBytes
        var parts: [(name: String, bytes: [UInt8])] = []
        for name in try names(in: path) {
            guard parts.count < partsMax else { throw tooMuch(path) }
            let bytes = try InputFile.bytes(of: "\(path)/\(name)", most: room)
            room -= bytes.count
            parts.append((name, bytes))
        }
        let byName = Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return try PackageFolder.zip(PackageFileNames.inReadingOrder(parts.map(\.name)).compactMap { byName[$0] })
    }

    /// Of its files and those of the folders in it, as packages have one level of them.
    private static func names(in path: String) throws -> [String] {
        var names: [String] = []
        for name in try listing(path) {
            if EntryKind(at: "\(path)/\(name)") == .folder {
                names += try listing("\(path)/\(name)").map { "\(name)/\($0)" }
            } else {
                names.append(name)
            }
        }
        return names.sorted()
    }

    private static func listing(_ path: String) throws -> [String] {
        do throws(FileFault) {
            return try FolderListing(path).names
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không đọc được thư mục “\(ShownPath(path).text)”; kiểm tra quyền truy cập",
                    en: "cannot read the folder “\(ShownPath(path).text)”; check its rights"))
        }
    }

    private static func tooMuch(_ path: String) -> Failure {
        Failure(
            Bilingual(
                vi: "thư mục “\(ShownPath(path).text)” có quá \(partsMax) tệp nên không phải là một gói",
                en: "“\(ShownPath(path).text)” has more than \(partsMax) files and is no package"))
    }
}
