import Domain
import TestSupport
import Testing

@testable import Intake

struct CodeMatcherTests {
    private let matcher = CodeMatcher(SmallCatalogue.catalogue.codes)
    private let day = Day(number: 20_700)

    @Test(arguments: ["chu-tri", "Chủ trì", "CHỦ TRÌ", "chu tri", " Chủ  trì"]) func `codes and names are the entry`(
        _ text: String
    ) {
        guard case .entry(let entry) = matcher.match(text, list: "vai_tro", on: day) else {
            Issue.record("\(text)")
            return
        }
        #expect(entry.code == "chu-tri")
    }

    @Test func `an entry out of its time is said to be so, and a misspelt one has its nearest`() {
        guard case .notValid(let past) = matcher.match("Chương trình một", list: "chuong_trinh", on: day),
            case .unknown = matcher.match("chủ chì", list: "vai_tro", on: day)
        else {
            Issue.record("taken for something else")
            return
        }
        #expect(past.code == "ct1")
        #expect(matcher.nearest(to: "chủ chì", list: "vai_tro", on: day).map(\.code) == ["chu-tri"])
    }
}
