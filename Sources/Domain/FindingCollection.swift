/// The findings of one reading, as they come.
package final class FindingCollection {
    package private(set) var all: [Finding] = []

    package init() {}

    package var count: Int { all.count }

    package func add(
        _ rule: any Rule.Type, _ level: Finding.Level = .error, at position: Position, value: String? = nil,
        _ message: FindingText
    ) {
        all.append(
            Finding(
                rule: rule, level: level, position: position, value: value, message: message.text,
                expected: message.expected, remedy: message.remedy))
    }

    package func add(_ findings: [Finding]) { all += findings }
}
