import Domain
import Foundation
import Intake

/// The officer's list of decisions as it lies in its place, which is never followed where it is a link.
enum DecisionsFile {
    /// There is none.
    case absent
    case file(SourceFile)
    /// Nothing can be taken from it now, for this reason; what was taken in before stands.
    case refused(Finding)

    /// One of them may stand.
    static let names = ["xu-ly.csv", "xu-ly.xlsx"]

    init(in workplace: Workplace) throws {
        let present = DecisionsFile.names.filter { EntryKind(at: "\(workplace.inputs)/\($0)") != .absent }
        guard let name = present.first else {
            self = .absent
            return
        }
        guard present.count == 1 else {
            self = .refused(UnreadableDecisions.finding(both: present))
            return
        }
        let path = "\(workplace.inputs)/\(name)"
        let kind = EntryKind(at: path)
        guard kind == .file else {
            self = .refused(UnreadableDecisions.finding(name, .notAFile(name, kind)))
            return
        }
        let size = InputFile.size(of: path)
        guard size <= ReadLimit.listBytes else {
            self = .refused(ReadLimit.finding(ofList: name, bytes: size))
            return
        }
        do {
            let bytes = try InputFile.settledBytes(of: path)
            self =
                bytes.map { .file(SourceFile(path: name, bytes: $0)) } ?? .refused(StillBeingWritten.finding(name))
        } catch let failure as Failure {
            self = .refused(UnreadableDecisions.finding(name, failure.message))
        }
    }

    /// What is said where none lies there, and so many decisions stand: the list that they came from is gone.
    static func gone(_ standing: [Decision], from receipt: Receipt?) -> [Finding] {
        standing.isEmpty ? [] : [FileGone.finding(decisions: receipt?.path ?? names[0], standing.count)]
    }

    /// Why none of the list would be taken in now, so that what is in force stands.
    static func findings(
        in workplace: Workplace, _ catalogue: Catalogue, beside standing: [Decision], from receipt: Receipt?
    ) throws -> [Finding] {
        switch try DecisionsFile(in: workplace) {
        case .absent: return gone(standing, from: receipt)
        case .refused(let finding): return [finding]
        case .file(let file):
            let list = DecisionsReader.list(file, catalogue: catalogue)
            let isRefused = !standing.isEmpty && DecisionsReader.isDamaged(list.decisions, list.findings)
            return isRefused ? [UnreadableDecisions.finding(file.path, standing: standing.count)] : []
        }
    }
}

extension Bilingual {
    fileprivate static func notAFile(_ name: String, _ kind: EntryKind) -> Bilingual {
        Bilingual(
            vi: "“\(name)” là \(kind.words.vi), không phải tệp thường, nên không được đọc",
            en: "“\(name)” is \(kind.words.en) and no regular file, and is not read")
    }
}
