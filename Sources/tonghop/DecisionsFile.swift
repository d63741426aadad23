import Domain
import Foundation
import Intake

/// The officer's list of decisions as it lies in its place, which is never followed where it is a link.
enum DecisionsFile {
    /// There is none.
    case absent
    case bytes([UInt8])
    /// Nothing can be taken from it now, for this reason; what was taken in before stands.
    case refused(Finding)

    static let name = "xu-ly.csv"

    init(at path: String) throws {
        let kind = EntryKind(at: path)
        guard kind != .absent else {
            self = .absent
            return
        }
        guard kind == .file else {
            self = .refused(UnreadableDecisions.finding(DecisionsFile.name, .notAFile(kind)))
            return
        }
        let size = InputFile.size(of: path)
        guard size <= ReadLimit.listBytes else {
            self = .refused(ReadLimit.finding(ofList: DecisionsFile.name, bytes: size))
            return
        }
        do {
            let bytes = try InputFile.settledBytes(of: path)
            self = bytes.map { .bytes($0) } ?? .refused(StillBeingWritten.finding(DecisionsFile.name))
        } catch let failure as Failure {
            self = .refused(UnreadableDecisions.finding(DecisionsFile.name, failure.message))
        }
    }

    /// Why none of the list would be taken in now, so that what is in force stands.
    static func findings(
        in workplace: Workplace, _ catalogue: Catalogue, beside standing: [Decision]
    ) throws -> [Finding] {
        switch try DecisionsFile(at: workplace.decisionsFile) {
        case .absent: return standing.isEmpty ? [] : [FileGone.finding(decisions: name, standing.count)]
        case .refused(let finding): return [finding]
        case .bytes(let bytes):
            let (decisions, findings) = DecisionsReader.read(SourceFile(path: name, bytes: bytes), catalogue: catalogue)
            let isRefused = !standing.isEmpty && DecisionsReader.isDamaged(decisions, findings)
            return isRefused ? [UnreadableDecisions.finding(name, standing: standing.count)] : []
        }
    }
}

extension Bilingual {
    fileprivate static func notAFile(_ kind: EntryKind) -> Bilingual {
        Bilingual(
            vi: "“\(DecisionsFile.name)” là \(kind.words.vi), không phải tệp thường, nên không được đọc",
            en: "“\(DecisionsFile.name)” is \(kind.words.en) and no regular file, and is not read")
    }
}
