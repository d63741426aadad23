import Foundation

/// The program as `swift test` built it, beside the bundle of these tests.
struct BuiltProgram {
    let path: String

    /// `nil` where there is no such file. `TONGHOP_BINARY` names another one.
    init?() {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["TONGHOP_BINARY"] {
            path = named
        } else {
            let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            path = bundle.deletingLastPathComponent().appendingPathComponent("tonghop").path
        }
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    }
}
