import Domain

/// Whatever lies among the submissions is read.
enum MisplacedFile: Rule {
    static let code = "misplaced-file"
    static let page = Bilingual(
        vi: "Có tệp hoặc thư mục đặt sai chỗ trong submissions nên không được đọc. Chuyển vào thư mục của kỳ.",
        en:
            "Something lies in the wrong place in submissions and is not read. Move it into the folder of its period."
    )
}

extension FindingText {
    /// As the folder of submissions has it.
    static func misplaced(_ finding: Finding) -> Self { Self(finding.message, remedy: finding.remedy) }
}
