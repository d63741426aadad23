import Dispatch
import Domain
import Reporting
import Synchronization

/// Draws a set: every file of it, into an empty folder.
package struct SetRenderer: Sendable {
    package init() {}

    /// Writes all files; returns them by name, `manifest.json` among them.
    package func write(_ set: ReportSet, to folder: String) throws -> [SetFile] {
        let folder = SetFolder(path: folder)
        var names: [String] = []
        for edition in set.editions { names += try write(edition, of: set, into: folder) }
        names += try writeReturns(of: set, into: folder)
        names.append(try write(set.status, .aligned, to: "tinh-hinh-gui.txt", in: folder))
        names.append(try write(set.reminders, .paste, to: "don-doc.txt", in: folder))
        var files = try names.map { name in try folder.file(name) }
        let manifest = "manifest.json"
        try folder.write(ManifestRenderer.bytes(set.manifest, files: files), to: manifest)
        files.append(try folder.file(manifest))
        return files.sorted { $0.name < $1.name }
    }

    private func write(
        _ edition: ReportSet.LanguageEdition, of set: ReportSet, into folder: SetFolder
    ) throws -> [String] {
        let tail = "-\(set.period)" + (edition.language == .vi ? "" : "-\(edition.language.rawValue)")
        let workbook = "tong-hop\(tail).xlsx"
        let data = "so-lieu\(tail).xlsx"
        try WorkbookRenderer(.print, asOf: set.asOf).write(edition.workbook, to: folder.path(of: workbook))
        try WorkbookRenderer(.data, asOf: set.asOf).write(edition.data, to: folder.path(of: data))
        var names = [workbook, data]
        if let table = edition.data.tables.first {
            names.append("so-lieu\(tail).csv")
            try folder.write(TableCSV.bytes(table), to: "so-lieu\(tail).csv")
        }
        let language = edition.language
        names.append(
            try write(edition.summary, .aligned, language, to: "tong-hop\(tail).txt", in: folder))
        names.append(try write(edition.letter, .paste, language, to: "bao-cao\(tail).txt", in: folder))
        return names
    }

    private func write(
        _ document: Document, _ style: TextRenderer.Style, _ language: Language = .vi, to name: String,
        in folder: SetFolder
    ) throws(PublishError) -> String {
        try folder.write(Array(TextRenderer(style, language: language).text(document).utf8), to: name)
        return name
    }

    /// The returns, on as many threads as there are cores: each is a workbook of its own.
    private func writeReturns(of set: ReportSet, into folder: SetFolder) throws -> [String] {
        guard !set.returns.isEmpty else { return [] }
        let below = "phieu-phan-hoi"
        for item in set.returns where !SetRenderer.isFileName(item.name) {
            throw PublishError(.name, folder.path(of: "\(below)/\(item.name)"))
        }
        try SetFolder(path: folder.path(of: below)).create()
        // The first fault by the order of the returns, so that it does not depend on which thread was first.
        let faults = Mutex<[Int: any Error]>([:])
        DispatchQueue.concurrentPerform(iterations: set.returns.count) { index in
            do {
                let item = set.returns[index]
                try write(item, to: "\(below)/\(item.name)", in: folder)
            } catch {
                faults.withLock { $0[index] = error }
            }
        }
        if let first = faults.withLock({ $0.min { $0.key < $1.key }?.value }) { throw first }
        return set.returns.flatMap { ["\(below)/\($0.name).xlsx", "\(below)/\($0.name).txt"] }
    }

    private func write(_ item: Return, to name: String, in folder: SetFolder) throws {
        try WorkbookRenderer(.print, asOf: item.asOf).write(item.report, to: folder.path(of: name + ".xlsx"))
        _ = try write(item.text, .aligned, to: name + ".txt", in: folder)
    }

    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0") && name.utf8.count < 200
    }
}
