import Digest
import Domain
import Foundation
import Intake
import Rendering
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

        /// Whether a file is the very list that was taken in, under the catalogue of the last run.
        fileprivate func isOf(_ file: SourceFile, _ loaded: Workplace.LoadedCatalogue) -> Bool {
            catalogueDigest == loaded.digest && receipt?.sha256 == SHA256Digest.of(file.bytes).hex
        }
    }

    /// What the next run would go by: the orders of the list as it lies there, or of the one in force, where none of it would
    /// be taken in, and why that is so.
    static func look(
        in workplace: Workplace, _ loaded: Workplace.LoadedCatalogue, beside inForce: InForce
    ) throws -> (findings: [Finding], orders: OrderBook) {
        let standing = inForce.decisions
        let path = inForce.receipt?.path ?? names[0]
        let book = OrderBook(standing.map { OrderBook.Order(decision: $0, position: Position(file: path)) })
        switch try DecisionsFile(in: workplace) {
        case .absent: return (gone(standing, from: inForce.receipt), book)
        case .refused(let finding): return ([finding], book)
        case .file(let file):
            // Nothing of a list in force is read again, but for where its orders stand.
            if book.orders.isEmpty, inForce.isOf(file, loaded) { return ([], book) }
            let looked = ListLookedAt(file.path, sha256: SHA256Digest.of(file.bytes).hex, in: workplace)
            let list = DecisionsReader.list(file, catalogue: loaded.catalogue, isKnownClean: looked.isThis)
            if !standing.isEmpty, DecisionsReader.isDamaged(list.decisions, list.findings) {
                return ([UnreadableDecisions.finding(file.path, standing: standing.count)], book)
            }
            let lines = zip(list.decisions, list.positions).map { OrderBook.Order(decision: $0, position: $1) }
            return ([], OrderBook(lines))
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
    var isThis: Bool { FolderContent.holds("\(workplace.reports)/\(Self.name)", text) }

    /// Notes it. Where that cannot be written, the next run looks again.
    func note() {
        if !isThis { try? Publisher(in: workplace.reports).put(text, as: Self.name) }
    }

    private var text: [UInt8] { Array("\(digest)\n".utf8) }
}
