import Domain

/// What a decision does, as the column `Việc` says it.
enum DecisionAction: CaseIterable {
    case received, extend, exempt, accept, replace, withdraw, close, reopen, approve, issue, export

    init?(_ text: String) {
        guard let action = Self.byKey[Folding.key(text)] else { return nil }
        self = action
    }

    private static let byKey = Dictionary(
        allCases.flatMap { action in action.words.map { (Folding.key($0), action) } },
        uniquingKeysWith: { first, _ in first })

    /// The word on the form, then others in use.
    private var words: [String] {
        switch self {
        case .received: ["ngày nhận"]
        case .extend: ["gia hạn"]
        case .exempt: ["miễn", "miễn báo cáo"]
        case .accept: ["nhận tệp"]
        case .replace: ["thay tệp", "thay"]
        case .withdraw: ["rút tệp", "rút"]
        case .close: ["chốt", "chốt số liệu"]
        case .reopen: ["mở lại"]
        case .approve: ["duyệt", "phê duyệt"]
        case .issue: ["phát hành"]
        case .export: ["xuất gói"]
        }
    }

    var word: String { words[0] }

    /// Whether it is about one file.
    var needsPath: Bool {
        switch self {
        case .received, .accept, .replace, .withdraw: true
        case .extend, .exempt, .close, .reopen, .approve, .issue, .export: false
        }
    }

    /// Whether it is about all of one period, and obeyed once.
    var isOrder: Bool {
        switch self {
        case .approve, .issue, .export: true
        case .received, .extend, .exempt, .accept, .replace, .withdraw, .close, .reopen: false
        }
    }

    /// When a file came is a fact; all else is a choice that has a reason.
    var needsReason: Bool { self != .received }
}
