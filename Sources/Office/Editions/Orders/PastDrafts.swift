import Domain
import Foundation
import Rendering

/// The drafts of a period that somebody may have looked at: their codes, and the ledger's heads that they were made of.
///
/// It is no evidence: where it is missing or damaged, nobody can say what a draft of another code said, and that is said.
struct PastDrafts {
    private let folder: PeriodFolder
    private var drafts: [Draft]

    private struct Draft: Codable, Equatable { let code, head: String }

    static let name = ".du-thao-truoc.json"
    private static let most = 64

    init(in folder: PeriodFolder) {
        self.folder = folder
        let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(PastDrafts.name)")
        drafts = bytes.flatMap { try? JSONDecoder().decode([Draft].self, from: $0) } ?? []
    }

    /// What the draft of this code was made of; `nil` where nobody knows it.
    func head(of code: DraftCode) -> String? { drafts.last { $0.code == code.description }?.head }

    /// Keeps a draft in mind before it is shown. One of the same code says the same.
    mutating func remember(_ code: DraftCode, madeOf head: String) throws {
        guard self.head(of: code) == nil else { return }
        drafts = (drafts + [Draft(code: code.description, head: head)]).suffix(PastDrafts.most)
        try Publisher(in: folder.path).keep(
            Array(try JSONPage.text(drafts, isPretty: false).utf8), as: PastDrafts.name)
    }
}
