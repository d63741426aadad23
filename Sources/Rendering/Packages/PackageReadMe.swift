import Domain
import Legibility
import Reporting

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
