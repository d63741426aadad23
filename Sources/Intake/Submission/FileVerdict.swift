import Domain

/// When a rule of a whole file can judge.
enum FileStage {
    /// What the law forbids to keep; then nothing else is said, for other findings would quote it.
    case protection
    /// What its bytes leave in doubt.
    case text
    /// Folder, lines, header and name say the same.
    case witnesses
    /// There is a table of a form that is known.
    case form
    /// Whose it is, and of which period.
    case owner
    /// It is owed, for these days.
    case obligation
    /// Its columns, and how numbers and dates are written in them.
    case table
    /// What its rows came to.
    case rows
}

/// A rule that sees a file whole.
protocol FileRule: Rule {
    static var stage: FileStage { get }

    /// Says what is wrong or doubtful, and whether the file can be counted all the same.
    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict)
}

/// What is said of a file, and what it is therefore.
struct FileVerdict {
    private(set) var log = FindingLog()
    /// `nil` as long as nothing forbids to count the file.
    private(set) var state: Reading.State?
    /// Nothing further can be judged.
    private(set) var isOver = false

    mutating func say(_ rule: any Rule.Type, _ make: () -> Finding) { log.add(rule, make) }

    /// Says what forbids to count the file.
    mutating func refuse(_ rule: any Rule.Type, _ make: () -> Finding) {
        refuse()
        log.add(rule, make)
    }

    mutating func refuse() { if state == nil { state = .refused } }

    /// Says why the file is not even kept.
    mutating func forbid(_ rule: any Rule.Type, _ make: () -> Finding) {
        if state != .forbidden { log = FindingLog() }
        state = .forbidden
        isOver = true
        log.add(rule, make)
    }

    /// The file is of another format.
    mutating func putAside(_ rule: any Rule.Type, _ make: () -> Finding) {
        if state == nil { state = .wrongFormat }
        isOver = true
        log.add(rule, make)
    }

    /// The file holds reasons, and counts nothing itself.
    mutating func answer() { state = .answered }

    mutating func end() { isOver = true }

    /// Goes on from what others have said.
    mutating func adopt(_ other: FindingLog) { log = other }
}
