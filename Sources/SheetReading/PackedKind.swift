/// What a file that is no workbook packs others in, by its first bytes.
enum PackedKind {
    case pdf, gzip, tar, mail
    /// Compressed in ways that are not unpacked here.
    case sealed

    /// `nil`: nothing is packed in it.
    init?(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(Self.headBytes))
        if let mark = Self.marks.first(where: { head.starts(with: $0.bytes) }) {
            self = mark.kind
        } else if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
            self = .tar
        } else if Self.isMail(head) {
            self = .mail
        } else {
            return nil
        }
    }

    private static let headBytes = 512

    private static let marks: [(bytes: [UInt8], kind: PackedKind)] = [
        (Array("%PDF".utf8), .pdf), ([0x1F, 0x8B, 0x08], .gzip),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sealed), (Array("Rar!".utf8), .sealed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .sealed), ([0x28, 0xB5, 0x2F, 0xFD], .sealed),
        (Array("BZh".utf8), .sealed), (Array("MSCF".utf8), .sealed), ([0x60, 0xEA], .sealed),
    ]

    /// A mail begins with its headers.
    private static func isMail(_ head: [UInt8]) -> Bool {
        guard let colon = head.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return mailHeaders.contains(String(decoding: head[..<colon], as: UTF8.self).lowercased())
    }

    private static let mailHeaders: Set<String> = [
        "from", "to", "date", "received", "mime-version", "return-path", "message-id", "subject", "content-type",
        "delivered-to", "dkim-signature", "x-mozilla-status", "reply-to", "x-priority", "thread-topic",
        "content-transfer-encoding", "x-unsent", "arc-seal", "authentication-results",
    ]
}
