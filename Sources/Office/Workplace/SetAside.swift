import Domain
import Files

/// Keeps what somebody changed or put there, before the program writes its own in that place.
struct SetAside {
    let folder: PeriodFolder

    /// Where such things are kept, in the folder of a period.
    static let folderName = "de-rieng"

    static func path(in folder: PeriodFolder) -> String { "\(folder.path)/\(folderName)" }

    /// Whether what lies among the things kept bears a name that is given here: `du-thao-1`, `xuat-2`.
    static func isOwn(_ name: String) -> Bool {
        let parts = name.split(separator: "-").map(String.init)
        return parts.count > 1
            && Int(parts[parts.count - 1]).map { "\($0)" == parts[parts.count - 1] && $0 > 0 } ?? false
            && places.contains(parts.dropLast().joined(separator: "-"))
    }

    /// Where what is kept has lain.
    private static let places: Set<String> = [PeriodFolder.draftName, "xuat"]

    /// Copies what lies at these paths, all of them below `place`, into a new folder; `nil` where there is nothing to keep.
    ///
    /// - Parameter place: Where they lie, below the period's folder: `du-thao`.
    /// - Returns: The new folder.
    func keep(_ paths: [String], from place: String) throws -> String? {
        let source = "\(folder.path)/\(place)"
        let present = paths.filter { ($0 == source || $0.hasPrefix("\(source)/")) && FolderContent.isThere($0) }
        guard !present.isEmpty else { return nil }
        let target = freeFolder(for: place)
        do {
            for path in present {
                let copy =
                    path == source
                    ? "\(target)/\(place)"
                    : target + path.dropFirst(source.count)
                try Folder.makeWhole(Folder.above(copy))
                // What is neither file, link nor folder cannot be copied; its place is given up in any case.
                if SetAside.isSpecial(path) {
                    try Entry.rename(path, to: copy)
                } else {
                    try Folder.copy(path, to: copy)
                }
            }
        } catch {
            throw Failure(
                Bilingual(
                    vi: "không giữ riêng được tệp đã bị sửa vào “\(target)”; kiểm tra ổ đĩa và quyền ghi rồi chạy lại",
                    en: "cannot set changed files aside in “\(target)”; check the disk and its rights and run again"))
        }
        return target
    }

    /// Says what somebody has changed in a set that stands, and keeps it, before the program's own takes its place.
    ///
    /// - Parameter place: The set, below the period's folder.
    func keep(_ changed: [FolderMismatch], from place: String, _ tell: Listener) throws {
        for mismatch in changed { tell(.warning(mismatch.message)) }
        if let kept = try keep(changed.filter { $0.kind != .lost }.map(\.path), from: place) {
            tell(.warning(.setAside(kept)))
        }
    }

    /// A place for a whole folder of this name, which is not there yet; `nil` where none can be made.
    func place(for name: String) -> String? {
        let target = freeFolder(for: name)
        return (try? Folder.makeWhole(Folder.above(target))) == nil ? nil : target
    }

    private static func isSpecial(_ path: String) -> Bool {
        EntryKind(at: path) == .special
    }

    private func freeFolder(for name: String) -> String {
        var number = 1
        while FolderContent.isThere("\(folder.path)/\(SetAside.folderName)/\(name)-\(number)") { number += 1 }
        return "\(folder.path)/\(SetAside.folderName)/\(name)-\(number)"
    }
}

extension Bilingual {
    /// Where the changed files are now.
    static func setAside(_ path: String) -> Bilingual {
        Bilingual(
            vi: "tệp đã bị sửa hoặc thêm vào được giữ riêng ở “\(path)”; xem lại rồi xóa nếu không cần",
            en: "what was changed or added is kept in “\(path)”; look at it, and delete it if it is of no use")
    }
}
