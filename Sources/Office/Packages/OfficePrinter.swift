import Domain
import Files
import Foundation

/// LibreOffice, where it is installed: makes a PDF of a workbook. It differs each time it is made, so a package that holds one
/// is made once and kept.
struct OfficePrinter {
    private let program: String

    /// `nil` where there is no LibreOffice.
    init?() {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard let path = folders.map({ "\($0)/soffice" }).first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        program = path
    }

    private static let secondsMax = 180.0

    /// Prints workbooks, and names the PDFs that are in `target` now. One that cannot be made is no fault: the package is whole
    /// without it.
    ///
    /// - Parameter workbooks: Writes them into the folder that it is given, and returns their paths.
    func print(
        into target: String, in language: Language, workbooks: (_ folder: String) throws -> [String]
    ) throws -> [String] {
        try Folder.inScratch { scratch in
            let paths = try workbooks(scratch)
            guard !paths.isEmpty else { return [] }
            try OfficePrinter.writeProfile(in: scratch, language)
            guard convert(paths, in: scratch) else { return [] }
            return try paths.compactMap { path in
                let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent + ".pdf"
                guard let made = try? OpenFile("\(scratch)/\(name)", .readingNoLink), let bytes = try? made.readAll(),
                    bytes.starts(with: "%PDF".utf8)
                else { return nil }
                try OpenFile.write(bytes, to: "\(target)/\(name)")
                return name
            }
        }
    }

    /// Tagged, so that a screen reader finds tables and the order of reading, with sheets as bookmarks and the title on top.
    private static let options = ["UseTaggedPDF", "ExportBookmarks", "DisplayPDFDocumentTitle"]
        .map { "\"\($0)\":{\"type\":\"boolean\",\"value\":\"true\"}" }.joined(separator: ",")

    /// Numbers are drawn by the locale of the text and not by the machine's: 1.234,5.
    private static func writeProfile(in scratch: String, _ language: Language) throws {
        let folder = "\(scratch)/profile/user"
        try Folder.makeWhole(folder)
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
            <value>\(language == .vi ? "vi-VN" : "en-GB")</value></prop></item>
            </oor:items>

            """
        try OpenFile.write(Array(settings.utf8), to: "\(folder)/registrymodifications.xcu")
    }

    private func convert(_ paths: [String], in scratch: String) -> Bool {
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: program)
        tool.arguments =
            [
                "-env:UserInstallation=\(URL(fileURLWithPath: "\(scratch)/profile").absoluteString)", "--headless",
                "--convert-to", "pdf:calc_pdf_Export:{\(OfficePrinter.options)}", "--outdir", scratch,
            ] + paths
        tool.standardInput = FileHandle.nullDevice
        tool.standardOutput = FileHandle.nullDevice
        tool.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        tool.terminationHandler = { _ in ended.signal() }
        guard (try? tool.run()) != nil else { return false }
        guard ended.wait(timeout: .now() + OfficePrinter.secondsMax) == .success else {
            tool.terminate()
            return false
        }
        return tool.terminationStatus == 0
    }
}
