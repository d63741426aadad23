import Domain
import Testing

@testable import Intake

/// What only looks like a person's number, a name or a mark refuses nothing.
struct LetInTests {
    private static let cells = PersonTableLine.letIn.filter { $0.place == .cell }

    @Test func `the table has a hundred lines and more`() { #expect(PersonTableLine.letIn.count >= 100) }

    @Test(arguments: PersonTableLine.letIn) func `the file is accepted`(_ line: PersonTableLine) {
        let (text, path) = line.file()
        let reading = SmallFile.read(text, as: path)
        #expect(reading.state == .accepted, "\(reading.findings.map(\.message.vi))")
        #expect(!reading.rules.contains("person-in-reason"))
    }

    @Test(arguments: cells) func `at every place`(_ line: PersonTableLine) {
        for place in [PersonTableLine.Place.above, .below, .unknown, .reason, .signers] {
            let (text, path) = line.file(at: place)
            let reading = SmallFile.read(text.replacing(";làm;", with: ";làm;"), as: path)
            #expect(reading.state != .forbidden, "\(place) \(reading.findings.map(\.message.vi))")
            #expect(!reading.rules.contains("person-in-reason"), "\(place)")
        }
    }
}
