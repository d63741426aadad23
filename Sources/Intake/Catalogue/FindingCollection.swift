import Domain

/// The findings of one reading of the catalogue, as they come.
final class FindingCollection {
    private(set) var all: [Finding] = []

    var count: Int { all.count }

    func add(
        _ rule: any Rule.Type, _ level: Finding.Level = .error, at position: Position, value: String? = nil,
        _ message: FindingText
    ) {
        all.append(
            Finding(
                rule: rule, level: level, position: position, value: value, message: message.text,
                expected: message.expected, remedy: message.remedy))
    }

    func add(_ findings: [Finding]) { all += findings }
}
