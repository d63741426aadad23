import Synchronization

/// Passes over a text that lies in a file, in little memory.
///
/// That it is UTF-8 without NUL was concluded from parts of it; where a block proves otherwise, the conclusion is
/// refuted, and the file is to be read again as bytes that are held.
final class StreamScan: Sendable {
    private let source: any ByteSource
    private let dialect: Dialect
    private let start: Int
    private let line: Int
    private let limits: Limits
    private let blockBytes: Int
    private let refuted = Mutex(false)

    init(_ source: any ByteSource, _ dialect: Dialect, from start: Int, line: Int, limits: Limits, blockBytes: Int) {
        self.source = source
        self.dialect = dialect
        self.start = start
        self.line = line
        self.limits = limits
        self.blockBytes = blockBytes
    }

    var isRefuted: Bool { refuted.withLock { $0 } }

    func refute() { refuted.withLock { $0 = true } }

    func feed() -> BlockFeed {
        BlockFeed(source, dialect, from: start, line: line, limits: limits, blockBytes: blockBytes)
    }

    /// Every row of the text, and every doubt found on the way.
    func run(_ body: (borrowing RowBlock, [Doubt]) throws -> Void) rethrows -> [Doubt] {
        let feed = feed()
        var window = feed.window()
        var all: [Doubt] = []
        var furtherLoneQuotes = 0
        while feed.next(&window) {
            if !window.isText { refute() }
            let found = window.takeDoubts(atMost: limits.doubtsPerKind - all.count { $0.kind == .loneQuote })
            all += found.listed
            furtherLoneQuotes += found.further
            try window.withBlock { if $0.rowCount > 0 { try body($0, found.listed) } }
        }
        if furtherLoneQuotes > 0, let last = all.lastIndex(where: { $0.kind == .loneQuote }) {
            all[last].further = furtherLoneQuotes
        }
        return all
    }
}
