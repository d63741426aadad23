/// No rule is broken so often that not all of it can be listed.
package enum FurtherFindings: Rule {
    package static let code = Finding.furtherFindings
    package static let page = Bilingual(
        vi: """
            Một lỗi lặp lại quá nhiều lần trong tệp nên chỉ liệt kê 1.000 chỗ đầu; tổng số được ghi đủ. Thường cả \
            cột hoặc cả bảng bị cùng một nguyên nhân; sửa nguyên nhân đó rồi gửi lại.
            """,
        en: """
            The same thing is wrong so often that only the first 1,000 places are listed; the count is complete. \
            Usually a whole column has one cause; mend it and send the file again.
            """)

    /// - Parameters:
    ///   - shown: So many are listed.
    ///   - count: So many there are.
    package static func finding(of rule: RuleName, shown: Int, count: Int, in file: String) -> Finding {
        finding(
            .note, at: Position(file: file), value: Finding.furtherValue(of: rule, count: count),
            .further(rule, shown, count),
            remedy: Bilingual(
                vi: "Tìm nguyên nhân chung, sửa rồi gửi lại.",
                en: "Look for the common cause, mend it and send the file again."))
    }
}

extension Bilingual {
    fileprivate static func further(_ rule: RuleName, _ shown: Int, _ count: Int) -> Self {
        Self(
            vi:
                "cùng một lỗi (\(rule)) lặp lại nhiều lần: hiển thị \(Language.vi.count(shown)) trong tổng số \(Language.vi.count(count))",
            en: "rule \(rule): \(Language.en.count(shown)) of \(Language.en.count(count)) are shown")
    }
}

/// Of one rule a reading lists so many findings; a note says how many there are.
extension Finding {
    package static let listedPerRule = 1_000

    /// The code of the rule of such notes.
    package static let furtherFindings = "further-findings"

    /// What such a note has as its value: `not-a-number 8214`.
    package static func furtherValue(of rule: RuleName, count: Int) -> String { "\(rule) \(count)" }

    /// The rule that such a note is about, and how many of its findings are not listed; `nil` for other findings.
    package var unlisted: (rule: RuleName, count: Int)? {
        guard rule.text == Finding.furtherFindings, let words = value?.split(separator: " "), words.count == 2,
            let count = Int(words[1]), count > Finding.listedPerRule
        else { return nil }
        return (RuleName(stored: String(words[0])), count - Finding.listedPerRule)
    }
}
