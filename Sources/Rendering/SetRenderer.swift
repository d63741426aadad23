import Domain
import Reporting

/// Draws a set: every file of it, into an empty folder.
package struct SetRenderer: Sendable {
    package init() {}

    /// One file of a set: drawn by itself, so that files are drawn on as many threads as there are cores.
    private struct Sheaf: Sendable {
        let name: String
        let draw: @Sendable (_ path: String) throws -> Void
    }

    /// Writes all files; returns them by name, `manifest.json` among them.
    package func write(_ set: ReportSet, to folder: String) throws -> [SetFile] {
        let folder = SetFolder(path: folder)
        // The largest first: the last to be done is then a small one.
        var sheaves: [Sheaf] = []
        if let sources = set.sources {
            let asOf = set.asOf
            sheaves.append(
                Sheaf(name: "truy-nguon-\(set.period).xlsx") { path in
                    try WorkbookRenderer(.data, asOf: asOf).write(sources, to: path)
                })
        }
        sheaves += set.editions.flatMap { workbooks(of: $0, asOf: set.asOf, "-\(set.period)") }
        sheaves += try returns(of: set, into: folder)
        sheaves += set.editions.flatMap { texts(of: $0, "-\(set.period)") }
        sheaves += set.editions.map { letter(of: $0, asOf: set.asOf, "-\(set.period)") }
        sheaves += [
            text(set.status, .aligned, .vi, named: "tinh-hinh-gui.txt"),
            text(set.reminders, .paste, .vi, named: "don-doc.txt"),
            Sheaf(name: "viec-can-quyet.csv") { try SetFolder.write(TableCSV.bytes(set.decisions, .excel), at: $0) },
        ]
        var files = try draw(sheaves, into: folder)
        let manifest = "manifest.json"
        try folder.write(ManifestRenderer.bytes(set.manifest, files: files), to: manifest)
        files.append(try folder.file(manifest))
        return files.sorted { $0.name < $1.name }
    }

    private func draw(_ sheaves: [Sheaf], into folder: SetFolder) throws -> [SetFile] {
        try ParallelMap.map(
            sheaves,
            throwing: { sheaf in
                try sheaf.draw(folder.path(of: sheaf.name))
                return try folder.file(sheaf.name)
            })
    }

    private func tail(_ edition: ReportSet.LanguageEdition, _ period: String) -> String {
        period + (edition.language == .vi ? "" : "-\(edition.language.rawValue)")
    }

    private func workbooks(of edition: ReportSet.LanguageEdition, asOf: LocalTime, _ period: String) -> [Sheaf] {
        [
            Sheaf(name: "so-lieu\(tail(edition, period)).xlsx") { path in
                try WorkbookRenderer(.data, asOf: asOf).write(edition.data, to: path)
            },
            Sheaf(name: "tong-hop\(tail(edition, period)).xlsx") { path in
                try WorkbookRenderer(.print, asOf: asOf).write(edition.workbook, to: path)
            },
        ]
    }

    private func texts(of edition: ReportSet.LanguageEdition, _ period: String) -> [Sheaf] {
        let tail = tail(edition, period)
        let language = edition.language
        var sheaves = [
            text(edition.summary, .aligned, language, named: "tong-hop\(tail).txt"),
            text(edition.letter, .paste, language, named: "bao-cao\(tail).txt"),
        ]
        if let page = edition.page {
            sheaves.append(
                Sheaf(name: "trang-tom-tat\(tail).html") { try SetFolder.write(PageRenderer().bytes(page), at: $0) })
        }
        if let table = edition.data.tables.first {
            sheaves.append(
                Sheaf(name: "so-lieu\(tail).csv") { try SetFolder.write(TableCSV.bytes(table, in: language), at: $0) })
        }
        return sheaves
    }

    private func letter(of edition: ReportSet.LanguageEdition, asOf: LocalTime, _ period: String) -> Sheaf {
        Sheaf(name: "bao-cao\(tail(edition, period)).docx") { path in
            let renderer = LetterRenderer(edition, asOf: asOf)
            try SetFolder.write(renderer.bytes(edition.letter, on: edition.paper), at: path)
        }
    }

    private func text(
        _ document: Document, _ style: TextRenderer.Style, _ language: Language, named name: String
    ) -> Sheaf {
        Sheaf(name: name) { path in
            try SetFolder.write(Array(TextRenderer(style, language: language).text(document).utf8), at: path)
        }
    }

    /// The returns: each is a workbook and a text of its own.
    private func returns(of set: ReportSet, into folder: SetFolder) throws -> [Sheaf] {
        guard !set.returns.isEmpty else { return [] }
        let below = "phieu-phan-hoi"
        for item in set.returns where !SetRenderer.isFileName(item.name) {
            throw PublishError(.name, folder.path(of: "\(below)/\(item.name)"))
        }
        try SetFolder(path: folder.path(of: below)).create()
        return set.returns.flatMap { item in
            [
                Sheaf(name: "\(below)/\(item.name).xlsx") { path in
                    try WorkbookRenderer(.print, asOf: item.asOf).write(item.report, to: path)
                },
                text(item.text, .aligned, .vi, named: "\(below)/\(item.name).txt"),
            ]
        }
    }

    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0") && name.utf8.count < 200
    }
}
