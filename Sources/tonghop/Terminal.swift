import Foundation
import Rendering

/// How wide the terminal is that words go to. Elsewhere lines are as long as they are.
enum Terminal {
    /// `nil` where a file or a program reads it, or the terminal does not say.
    static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= narrowest else { return nil }
        return Int(size.ws_col)
    }

    /// A terminal that is narrower shows nothing that can be read.
    private static let narrowest = 40

    /// Lines that are too long are broken at spaces; what follows keeps their indent.
    static func fitted(_ text: String, to descriptor: Int32) -> String {
        columns(of: descriptor).map { TextWrapping.wrapped(text, columns: $0) } ?? text
    }
}
