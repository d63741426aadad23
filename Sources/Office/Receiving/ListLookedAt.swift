import Digest
import Domain
import Foundation
import Rendering

/// Which list of decisions this very program looked through for persons' data, without finding any.
///
/// A list has hundreds of lines, and nearly every run finds the one that it found the day before. This is a shortcut and no
/// evidence: where it is missing, damaged or of another list, the list is looked through; and so it is by another build of the
/// program, which may know more.
struct ListLookedAt {
    let workplace: Workplace
    /// Of the list's name and bytes, and of the program.
    private let digest: String

    static let name = ".xu-ly-da-xem"

    init(_ path: String, sha256: String, in workplace: Workplace) {
        self.workplace = workplace
        digest = SHA256Digest.of("\(path)\n\(sha256)\n\(Program.build)\n").hex
    }

    /// Whether it is this one.
    var isThis: Bool {
        FileManager.default.contents(atPath: "\(workplace.reports)/\(Self.name)").map { $0.elementsEqual(text) }
            ?? false
    }

    /// Notes it. Where that cannot be written, the next run looks again.
    func note() {
        if !isThis { try? Publisher(in: workplace.reports).put(text, as: Self.name) }
    }

    private var text: [UInt8] { Array("\(digest)\n".utf8) }
}
