import Digest
import Domain
import Files
import Foundation
import Intake
import Rendering
import Reporting
import Storage
import WordProcessing

/// The folder of the officer's copies of reports' texts: `2026-10.docx`, and `2026-10-en.docx` for the English one.
///
/// They are read and kept, and never written: what the program makes of one stands in the draft. One that cannot be taken
/// leaves the one before in force.
struct WordingFolder {
    let workplace: Workplace
    let now: Instant

    /// What findings and receipts call its files by.
    static let prefix = "loi-van/"

    /// A copy that is new.
    struct Copy {
        let period: Period
        let language: Language
        let receipt: Receipt
        let bytes: [UInt8]
    }

    struct Found {
        var new: [Copy] = []
        /// Of files that lie there, as findings name them.
        var paths: Set<String> = []
        var findings: [Finding] = []

        /// Copies in force that lie in their folder no more.
        func gone(of period: Period, _ ledger: Ledger) throws -> [Finding] {
            let names = Language.allCases.map { WordingFolder.name(period, $0) }
            return try ledger.read { try $0.wordingReceipts() }.map(\.path)
                .filter { names.contains($0) && !paths.contains($0) }.map(FileGone.ofWording)
        }
    }

    private var folder: String { "\(workplace.inputs)/loi-van" }

    static func name(_ period: Period, _ language: Language) -> String {
        "\(prefix)\(period)\(language == .vi ? "" : "-\(language.rawValue)").docx"
    }

    /// Looks at every file of the folder. Word's own passing files are none.
    func found(_ ledger: Ledger) throws -> Found {
        var found = Found()
        guard EntryKind(at: folder) != .absent else { return found }
        let listing: FolderListing
        do throws(FileFault) {
            listing = try FolderListing(folder)
        } catch {
            found.findings = [CannotBeRead.finding(folder: "loi-van", .reason(error.code))]
            return found
        }
        let inForce = try ledger.read { try $0.wordingReceipts() }
        for name in listing.names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            let path = Self.prefix + ShownPath(name).text
            guard let (period, language) = Self.place(of: name) else {
                found.findings.append(UnreadableWording.finding(name: path))
                continue
            }
            let plain = Self.name(period, language)
            guard found.paths.insert(plain).inserted else {
                found.findings.append(UnreadableWording.finding(name: path))
                continue
            }
            let standing = inForce.first { $0.path == plain }
            switch try read(name) {
            case .failure(let why):
                found.findings.append(UnreadableWording.finding(path, why.words, isReplacing: standing != nil))
            case .success(let bytes):
                let receipt = Receipt(
                    path: plain, sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
                guard standing?.sha256 != receipt.sha256 else { continue }
                let findings = try judged(bytes, path, isReplacing: standing != nil)
                found.findings += findings
                guard findings.isEmpty else { continue }
                found.new.append(Copy(period: period, language: language, receipt: receipt, bytes: bytes))
            }
        }
        return found
    }

    private struct Refusal: Error { let words: Bilingual }

    private func read(_ name: String) throws -> Result<[UInt8], Refusal> {
        do {
            return .success(try InputFile.bytes(of: "\(folder)/\(name)", most: WordFile.bytesMax))
        } catch let failure as Failure {
            return .failure(Refusal(words: failure.message))
        }
    }

    /// Why a copy is not taken.
    private func judged(_ bytes: [UInt8], _ path: String, isReplacing: Bool) throws -> [Finding] {
        do throws(WordFault) {
            let findings = OfficeText.findings(in: try WordFile(bytes).paragraphs, of: path)
            return findings.isEmpty ? OfficeText.findings(besideParagraphsOf: bytes, of: path) : findings
        } catch {
            return [UnreadableWording.finding(path, error.words, isReplacing: isReplacing)]
        }
    }

    /// The period and language that a name stands for.
    static func place(of name: String) -> (Period, Language)? {
        guard name.lowercased().hasSuffix(".docx") else { return nil }
        let stem = name.dropLast(5)
        if let period = Period(String(stem)) { return (period, .vi) }
        guard stem.hasSuffix("-en"), let period = Period(String(stem.dropLast(3))) else { return nil }
        return (period, .en)
    }
}

/// What the officer should know of her words in a report's text, once the figures of now are in it.
enum WordingReview {
    static func findings(_ set: ReportSet) throws -> [Finding] {
        try set.editions.flatMap { edition in
            let renderer = LetterRenderer(edition, asOf: set.asOf)
            guard let remarks = try renderer.remarks(edition.letter, on: edition.paper) else { return [Finding]() }
            let file = WordingFolder.name(set.period, edition.language)
            return WordingPlaces.findings(remarks, in: file) + WordingDiffers.findings(remarks, in: file)
        }
    }
}
