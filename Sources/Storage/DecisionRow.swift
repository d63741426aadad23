import Domain

/// How a decision's action stands in its row: a word, and a time where it lays one down.
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
        default: nil
        }
    }
}
