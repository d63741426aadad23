import Domain
import Foundation
import Testing

extension RealCatalogue {
    /// That this catalogue has exactly these findings, of one rule, each at a file and line.
    func expect(
        _ rule: RuleName, at lines: (file: String, line: Int)..., column: Int? = nil, level: Finding.Level = .error,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let (catalogue, findings) = read()
        let found = findings.map { "\($0.rule) \($0.level) \($0.position.file):\($0.position.line)" }
        let expected = lines.map { "\(rule) \(level) \($0.file):\($0.line)" }
        #expect(found == expected, sourceLocation: sourceLocation)
        #expect(lines.allSatisfy { $0.line > 0 }, "the text to look for is not there", sourceLocation: sourceLocation)
        if let column { #expect(findings.first?.position.column == column, sourceLocation: sourceLocation) }
        #expect((catalogue == nil) == (level == .error), sourceLocation: sourceLocation)
        for finding in findings {
            #expect(!finding.message.vi.isEmpty && !finding.message.en.isEmpty, sourceLocation: sourceLocation)
            #expect(!finding.remedy.vi.isEmpty && !finding.remedy.en.isEmpty, sourceLocation: sourceLocation)
            #expect(finding.message.vi == finding.message.vi.precomposedStringWithCanonicalMapping)
        }
    }
}
