import Domain

/// How a decision's action stands in its row: a word, and a number where it lays one down: a time, a day, a code.
enum DecisionRow {
    static func stored(_ action: Decision.Action) -> (word: String, time: Int?) {
        switch action {
        case .received(let instant): ("received", instant.seconds)
        case .extend(let day): ("extend", day.number)
        case .exempt: ("exempt", nil)
        case .accept: ("accept", nil)
        case .replace: ("replace", nil)
        case .withdraw: ("withdraw", nil)
        case .close: ("close", nil)
        case .reopen(let until): ("reopen", until?.seconds)
        case .approve(let code): ("approve", Int(code.number))
        case .issue(let code): ("issue", Int(code.number))
        case .export(let audience): ("export \(audience.rawValue)", nil)
        }
    }

    /// `nil` for what `stored` never gives.
    static func action(_ word: String, _ time: Int?) -> Decision.Action? {
        switch (word, time) {
        case ("received", let time?): .received(Instant(seconds: time))
        case ("extend", let time?): .extend(Day(number: time))
        case ("exempt", nil): .exempt
        case ("accept", nil): .accept
        case ("replace", nil): .replace
        case ("withdraw", nil): .withdraw
        case ("close", nil): .close
        case ("reopen", let time): .reopen(until: time.map { Instant(seconds: $0) })
        case ("approve", let code?): UInt32(exactly: code).map { .approve(DraftCode($0)) }
        case ("issue", let code?): UInt32(exactly: code).map { .issue(DraftCode($0)) }
        case (let word, nil): audience(word).map { .export($0) }
        default: nil
        }
    }

    private static func audience(_ word: String) -> Audience? {
        word.hasPrefix("export ") ? Audience(rawValue: String(word.dropFirst("export ".count))) : nil
    }
}
