import Foundation
import Testing

struct GoldenCaseTests {
    @Test func `there are cases`() {
        #expect(!GoldenCase.all.isEmpty)
    }

    @Test(arguments: GoldenCase.all)
    func `prints and writes what is recorded, byte for byte`(_ golden: GoldenCase) throws {
        let program = try #require(BuiltProgram(), "the program is not built")
        let outcome = try GoldenRun(golden: golden, program: program).outcome()
        if GoldenCase.isRecording {
            try golden.record(outcome)
            return
        }
        let expected = try #require(try golden.expected(), "nothing recorded: scripts/goldens \(golden.name)")
        for difference in outcome.differences(from: expected) {
            Issue.record("\(golden.name): \(difference)")
        }
    }
}
