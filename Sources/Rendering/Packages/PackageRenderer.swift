import Domain
import Legibility
import Reporting
import ZipPackage

/// Draws a package: every part of it, its descriptor and its manifest, into an empty folder.
package struct PackageRenderer: Sendable {
    package init() {}

    /// Writes all parts; returns them by name, `manifest.json` among them. What vouches for all of them comes after it:
    /// a signature of the manifest, then `SHA256SUMS`.
    ///
    /// - Parameters:
    ///   - earlier: Packages of the same period that the audience was given before.
    ///   - print: Makes PDFs of workbooks and texts that are in the folder, under the names that it is given, and says which
    ///     it made.
    package func write(
        _ package: ReleasePackage, after earlier: [EarlierPackage] = [], to folder: String,
        print: (_ names: [String], _ language: Language) throws -> [String] = { _, _ in [] }
    ) throws -> [SetFile] {
        let folder = SetFolder(path: folder)
        try SetFolder(path: folder.path(of: PackageFileNames.machines)).create()
        var names: [String] = []
        // What is no workbook is made while the workbooks are drawn; what is written first stays first.
        let texts = package.editions.map { edition in Meanwhile { Result { try Self.texts(of: edition, package) } } }
        let exchanged = Meanwhile { Self.exchanged(package, after: earlier) }
        func write(_ parts: [Part]) throws {
            for part in parts {
                try folder.write(part.bytes, to: part.name)
                names.append(part.name)
            }
        }
        for (edition, texts) in zip(package.editions, texts) {
            names += try writeWorkbooks(edition, of: package, into: folder)
            try write(texts.value.get())
            names += try writeLongFigures(edition, of: package, into: folder)
        }
        try write(exchanged.value)
        for edition in package.editions where package.plan.files.contains(.pdf) {
            names += try print(PackageFileNames(package, edition.language).prints, edition.language)
        }
        try folder.write(
            PackageReadMe.bytes(package, names: names + [PackageFileNames.descriptor]), to: PackageFileNames.readMe)
        names.append(PackageFileNames.readMe)
        var files = try names.map { name in try folder.file(name) }
        let resources = PackageResources(package, files: files).all
        try folder.write(
            DataPackageDescriptor.bytes(package, after: earlier, resources: resources), to: PackageFileNames.descriptor)
        files.append(try folder.file(PackageFileNames.descriptor))
        try folder.write(PackageManifest.bytes(package, files: files), to: PackageFileNames.manifest)
        files.append(try folder.file(PackageFileNames.manifest))
        return files.sorted { $0.name < $1.name }
    }

    /// A file of a package.
    private struct Part: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    private func writeWorkbooks(
        _ edition: ReleasePackage.LanguageEdition, of package: ReleasePackage, into folder: SetFolder
    ) throws -> [String] {
        let names = PackageFileNames(package, edition.language)
        var written: [String] = []
        for (profile, report, name) in [
            (WorkbookRenderer.Profile.print, edition.workbook, names.workbook), (.data, edition.data, names.data),
        ] where package.plan.files.contains(.xlsx) && !report.tables.isEmpty {
            try WorkbookRenderer(profile, asOf: package.asOf).write(report, to: folder.path(of: name))
            written.append(name)
        }
        return written
    }

    /// All that is no workbook, but for figures that are too long to be held.
    private static func texts(of edition: ReleasePackage.LanguageEdition, _ package: ReleasePackage) throws -> [Part] {
        let language = edition.language
        let names = PackageFileNames(package, language)
        var parts: [Part] = []
        func add(_ document: Document?, _ style: TextRenderer.Style, _ name: String) {
            guard let document else { return }
            let text = TextRenderer(style, language: language).text(document)
            parts.append(Part(name: name, bytes: Array(text.utf8)))
        }
        if let page = edition.page { parts.append(Part(name: names.page, bytes: PageRenderer().bytes(page))) }
        add(edition.digest, .aligned, names.digest)
        add(edition.summary, .aligned, names.summary)
        add(edition.letter, .paste, names.letter)
        if let letter = edition.letter {
            let renderer = LetterRenderer(
                language: language, title: package.title[language], author: package.agency[language],
                asOf: package.asOf)
            parts.append(Part(name: names.letterDocument, bytes: try renderer.bytes(letter, on: edition.paper)))
        }
        if package.plan.files.contains(.csv), let table = edition.figures, edition.longFigures == nil {
            for (style, name) in figureFiles(names) {
                parts.append(Part(name: name, bytes: TableCSV.bytes(table, style, in: language)))
            }
        }
        return parts
    }

    private func writeLongFigures(
        _ edition: ReleasePackage.LanguageEdition, of package: ReleasePackage, into folder: SetFolder
    ) throws -> [String] {
        guard package.plan.files.contains(.csv), let table = edition.figures, let long = edition.longFigures else {
            return []
        }
        let files = Self.figureFiles(PackageFileNames(package, edition.language))
        for (style, name) in files {
            try TableCSV.write(table, or: long, style, in: edition.language, at: folder.path(of: name))
        }
        return files.map(\.name)
    }

    private static func figureFiles(_ names: PackageFileNames) -> [(style: TableCSV.Style, name: String)] {
        [(.plain, names.figures), (.excel, names.figuresForExcel)]
    }

    /// What other systems load, in no language.
    private static func exchanged(_ package: ReleasePackage, after earlier: [EarlierPackage]) -> [Part] {
        let names = PackageFileNames(package)
        var parts: [Part] = []
        if package.plan.files.contains(.sdmx) {
            parts.append(Part(name: names.sdmx, bytes: SDMXCSV.bytes(package, after: earlier)))
        }
        if package.plan.files.contains(.dhis2), let dhis2 = DHIS2CSV.bytes(package) {
            parts.append(Part(name: names.dhis2, bytes: dhis2))
            if let deletions = DHIS2CSV.deletions(package, after: earlier) {
                parts.append(Part(name: names.dhis2Deletions, bytes: deletions))
            }
        }
        return parts
    }
}

/// `doc-truoc.txt`: what lies in a package, where to begin, and how to see that nothing of it was changed.
enum PackageReadMe {
    static func bytes(_ package: ReleasePackage, names: [String]) -> [UInt8] {
        let open = PackageFileNames.inReadingOrder(names + [PackageFileNames.readMe]).filter {
            !$0.contains("/") && $0 != PackageFileNames.readMe
        }
        var lines: [String] = []
        for language in package.editions.map(\.language) {
            if !lines.isEmpty { lines += ["", ""] }
            lines += [package.title[language], package.notice[language], "", Words.toRead[language]]
            lines += open.map { "  \($0)" }
            lines += ["", Words.forPrograms[language]]
            lines += names.filter { $0.contains("/") }.sorted().map { "  \($0)" }
            lines += ["", Words.check[language], "", Words.windows[language], "  \(powerShell(language))"]
            lines += ["", Words.others[language], "  sha256sum -c \(PackageFileNames.sums)"]
        }
        return Array((lines.map(ShownText.lines).joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// One line, to be pasted as it is.
    private static func powerShell(_ language: Language) -> String {
        let (good, bad) = (Words.same[language], Words.other[language])
        return "Get-Content -Encoding UTF8 \(PackageFileNames.sums) | ForEach-Object { $s, $n = $_ -split '  ', 2; "
            + "if ((Get-FileHash -Algorithm SHA256 -LiteralPath $n).Hash -eq $s) { \"\(good): $n\" } else { \"\(bad): $n\" } }"
    }
}

extension PackageReadMe {
    private enum Words {
        static let toRead = Bilingual(vi: "Để đọc, theo thứ tự:", en: "To be read, in this order:")
        static let forPrograms = Bilingual(
            vi: "Dành cho phần mềm, trong thư mục \(PackageFileNames.machines):",
            en: "For programs, in the folder \(PackageFileNames.machines):")
        static let check = Bilingual(
            vi: "Kiểm tra các tệp còn nguyên như khi gửi, sau khi giải nén:",
            en: "To see that the files are as they were sent, once unpacked:")
        static let windows = Bilingual(
            vi: "Windows: mở PowerShell tại thư mục này (Shift + nút phải chuột), dán dòng sau rồi nhấn Enter:",
            en: "Windows: open PowerShell in this folder (Shift + right button), paste this line and press Enter:")
        static let others = Bilingual(vi: "Linux, macOS:", en: "Linux, macOS:")
        static let same = Bilingual(vi: "còn nguyên", en: "unchanged")
        static let other = Bilingual(vi: "ĐÃ BỊ SỬA", en: "CHANGED")
    }
}
