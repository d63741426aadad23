import CatalogueReading
import DelimitedText
import Domain
import Foundation
import Intake

/// The folder that the national register lies in: named, the office's own, or what came with the program.
package struct RegisterFolder {
    package let path: String
    package let register: NationalRegister

    /// What came with the program: installed beside it, or in the checkout that it was built in.
    static var shipped: String? { ShippedFolder.find("register", in: "inputs/register") }

    /// The one to go by; `nil` where there is none.
    ///
    /// An office's own (`inputs/register`) is taken where it is as new as what came with the program, so that a register is
    /// brought up to date by a file.
    package static func find(
        named: String?, office: String, tell: Listener
    ) throws -> RegisterFolder? {
        if let named { return try read(named) }
        let own = "\(office)/inputs/register"
        let shipped = try RegisterFolder.shipped.map { try read($0) }
        guard holdsRegister(own) else { return shipped }
        let folder = try read(own)
        if let shipped, let newer = shipped.register.asOf, let older = folder.register.asOf, older < newer {
            tell(
                .warning(
                    Bilingual(
                        vi:
                            "sổ đăng ký ở “\(own)” (đến \(older)) cũ hơn bản đi cùng chương trình (đến \(newer)); dùng bản mới hơn",
                        en:
                            "the register in “\(own)” (as of \(older)) is older than what came with the program (\(newer)), which is used"
                    )))
            return shipped
        }
        return folder
    }

    private static func holdsRegister(_ folder: String) -> Bool {
        NationalRegister.files.contains { FolderContent.isThere("\(folder)/\($0)") }
    }

    /// Reads a register, or fails with all that is wrong with it.
    private static func read(_ folder: String) throws -> RegisterFolder {
        guard holdsRegister(folder) else {
            throw Failure(
                Bilingual(
                    vi: "không có sổ đăng ký (\(NationalRegister.files.joined(separator: ", "))) ở “\(folder)”",
                    en: "there is no register (\(NationalRegister.files.joined(separator: ", "))) in “\(folder)”"))
        }
        let files = try NationalRegister.files.filter { FolderContent.isThere("\(folder)/\($0)") }.map { name in
            SourceFile(
                path: "register/\(name)", bytes: try InputFile.bytes(of: "\(folder)/\(name)", most: ReadLimit.listBytes)
            )
        }
        let (register, findings) = NationalRegister.read(files)
        guard let register else {
            throw Failure(
                Bilingual(
                    vi:
                        "sổ đăng ký ở “\(folder)” có lỗi nên chưa lập gì; sửa các dòng nêu trên, hoặc chỉ sổ khác bằng --register",
                    en:
                        "the register in “\(folder)” has errors, and nothing was made; mend the lines above, or name another with --register"
                ), showing: findings.filter { $0.level != .note }.map { $0.below(folder, instead: "register/") })
        }
        return RegisterFolder(path: folder, register: register)
    }

    /// A list of what a typical province has; of the shipped register where this folder has none.
    func typical(_ name: String) throws -> [[String: String]] {
        let folders = [path, RegisterFolder.shipped].compactMap { $0.map { "\($0)/typical" } }
        guard let folder = folders.first(where: { FolderContent.isThere("\($0)/\(name)") }) else { return [] }
        return RegisterTable(try InputFile.bytes(of: "\(folder)/\(name)", most: ReadLimit.listBytes)).byColumn
    }
}

/// A folder that came with the program.
package enum ShippedFolder {
    /// Below `share/tonghop` of the place that the program is installed in, else where a checkout above the program has it.
    package static func find(_ name: String, in checkout: String) -> String? {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appendingPathComponent("share/tonghop/\(name)").path
        if InputFile.isFolder(installed) { return installed }
        for _ in 0..<5 {
            let place = folder.appendingPathComponent(checkout).path
            if InputFile.isFolder(place), FolderContent.isThere(folder.appendingPathComponent("Package.swift").path) {
                return place
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}

/// A register as it was written, for making other registers of it.
struct RegisterTable {
    let header: [String]
    /// Without lines of one cell, which say nothing.
    let rows: [[String]]

    init(_ bytes: [UInt8]) {
        let rows = DelimitedDocument(bytes).rows().map(\.fields)
        header = rows.first ?? []
        self.rows = rows.dropFirst().filter { $0.count > 1 }
    }

    func value(_ row: [String], _ column: String) -> String {
        header.firstIndex(of: column).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
    }

    /// The rows by the names of their columns.
    var byColumn: [[String: String]] {
        let names = header.map(\.trimmedCell)
        return rows.map { row in
            Dictionary(zip(names, row.map(\.trimmedCell)), uniquingKeysWith: { first, _ in first })
        }
    }
}
