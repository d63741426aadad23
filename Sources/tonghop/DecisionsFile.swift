import Digest
import Domain
import Foundation
import Intake
import Storage

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

    /// What the ledger holds of a list.
    struct InForce {
        var decisions: [Decision] = []
        /// Of the list that they came from.
        var receipt: Receipt?
        /// Of the newest catalogue under which anything was taken in.
        var catalogueDigest: String?

        init() {}

        init(_ reader: LedgerReader) throws {
            decisions = try reader.decisions()
            receipt = try reader.decisionsReceipt()
            catalogueDigest = try reader.catalogues().last?.digest
        }
    }

    /// Why none of the list would be taken in now, so that what is in force stands.
    static func findings(
        in workplace: Workplace, _ loaded: Workplace.LoadedCatalogue, beside inForce: InForce
    ) throws -> [Finding] {
        let standing = inForce.decisions
        switch try DecisionsFile(in: workplace) {
        case .absent: return gone(standing, from: inForce.receipt)
        case .refused(let finding): return [finding]
        case .file(let file):
            // The very bytes in force, under the catalogue of the last run, were taken in: nothing of them is read again.
            let isInForce =
                inForce.catalogueDigest == loaded.digest
                && inForce.receipt?.sha256 == SHA256Digest.of(file.bytes).hex
            if isInForce { return [] }
            let list = DecisionsReader.list(file, catalogue: loaded.catalogue)
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
