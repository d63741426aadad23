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
        for edition in package.editions { names += try write(edition, of: package, into: folder) }
        let exchange = PackageFileNames(package)
        if package.plan.files.contains(.sdmx) {
            try folder.write(SDMXCSV.bytes(package, after: earlier), to: exchange.sdmx)
            names.append(exchange.sdmx)
        }
        if package.plan.files.contains(.dhis2), let dhis2 = DHIS2CSV.bytes(package) {
            try folder.write(dhis2, to: exchange.dhis2)
            names.append(exchange.dhis2)
            if let deletions = DHIS2CSV.deletions(package, after: earlier) {
                try folder.write(deletions, to: exchange.dhis2Deletions)
                names.append(exchange.dhis2Deletions)
            }
        }
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

    private func write(
        _ edition: ReleasePackage.LanguageEdition, of package: ReleasePackage, into folder: SetFolder
    ) throws -> [String] {
        let language = edition.language
        let names = PackageFileNames(package, language)
        let files = package.plan.files
        var written: [String] = []
        for (profile, report, name) in [
            (WorkbookRenderer.Profile.print, edition.workbook, names.workbook), (.data, edition.data, names.data),
        ] where files.contains(.xlsx) && !report.tables.isEmpty {
            try WorkbookRenderer(profile, asOf: package.asOf).write(report, to: folder.path(of: name))
            written.append(name)
        }
        func write(_ bytes: [UInt8], _ name: String) throws {
            try folder.write(bytes, to: name)
            written.append(name)
        }
        func write(_ document: Document?, _ style: TextRenderer.Style, _ name: String) throws {
            guard let document else { return }
            try write(Array(TextRenderer(style, language: language).text(document).utf8), name)
        }
        if let page = edition.page { try write(PageRenderer().bytes(page), names.page) }
        try write(edition.digest, .aligned, names.digest)
        try write(edition.summary, .aligned, names.summary)
        try write(edition.letter, .paste, names.letter)
        if let letter = edition.letter {
            let renderer = LetterRenderer(
                language: language, title: package.title[language], author: package.agency[language],
                asOf: package.asOf)
            try write(renderer.bytes(letter, on: edition.paper), names.letterDocument)
        }
        if files.contains(.csv), let table = edition.figures {
            for (style, name) in [(TableCSV.Style.plain, names.figures), (.excel, names.figuresForExcel)] {
                let path = folder.path(of: name)
                try TableCSV.write(table, or: edition.longFigures, style, in: language, at: path)
                written.append(name)
            }
        }
        return written
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
