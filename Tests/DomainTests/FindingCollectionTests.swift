import Testing

@testable import Domain

struct FindingCollectionTests {
    private enum Wrong: Rule {
        static let code = "bad-decision-date"
        static let page = Bilingual(vi: "", en: "")
    }

    @Test func `of each rule a thousand are kept, all are counted, and a note says so`() {
        let findings = FindingCollection()
        for row in 1...1_200 {
            findings.add(
                Wrong.self, at: Position(file: "xu-ly.csv", line: row, row: row),
                FindingText(vi: "sai", en: "wrong", remedy: (vi: "Sửa.", en: "Mend it.")))
        }
        #expect(findings.count == 1_200)
        #expect(findings.all.count == 1_001)
        #expect(findings.all.last?.rule == FurtherFindings.name)
        #expect(findings.all.last?.level == .note)
        #expect(findings.all.last?.message.en.contains("1,200") == true)
    }
}
