/// How the bytes of a file are turned into letters.
package enum Encoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, and so also plain ASCII.
    case utf8
    /// UTF-8 after a byte-order mark: what Excel calls “CSV UTF-8”.
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    case windows1258
    case tcvn3
    case vniWindows

    /// Its usual name.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithMark: "UTF-8 BOM"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .windows1258: "windows-1258"
        case .tcvn3: "TCVN3"
        case .vniWindows: "VNI-Windows"
        }
    }
}
