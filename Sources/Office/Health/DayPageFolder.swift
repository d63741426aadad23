import Domain
import Foundation
import Rendering
import Storage

/// The pages of the days as they lie in the folder of reports, against what the runs that wrote them have noted.
///
/// The note lies beside them: who changes a page and the note together is found by the ledger's entries, and only by those
/// (`DayPageEntries`).
struct DayPageFolder {
    let workplace: Workplace

    private var folder: String { "\(workplace.reports)/\(DayPages.folder)" }

    /// The digests of the pages that lie there.
    var digests: [String: String] {
        names.reduce(into: [:]) { found, name in
            found[name] = InputFile.sha256(of: "\(workplace.reports)/\(name)")
        }
    }

    /// By their paths in the folder of reports.
    private var names: [String] {
        let top = FolderContent.isThere("\(workplace.reports)/\(DayPages.fileName)") ? [DayPages.fileName] : []
        // What a run that was killed was about to write, the next one that writes there takes away.
        let written = FolderContent(folder).names.filter { !Publisher.isPrivate($0) }
        return top + written.map { "\(DayPages.folder)/\($0)" }
    }

    /// What is lost, changed or foreign.
    func mismatches(_ ledger: Ledger) throws -> [FolderMismatch] {
        let found = ofNote()
        guard let record = DayRecord(in: workplace.reports), record.pages != nil,
            let zone = TimeZone(identifier: record.zone)
        else { return found }
        let said = Set(found.map(\.path))
        func path(_ day: Day) -> String { "\(workplace.reports)/\(DayPages.name(of: day))" }
        func text(_ day: Day) -> String? {
            guard InputFile.isRegular(path(day)), let bytes = FileManager.default.contents(atPath: path(day)) else {
                return nil
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        let ofLedger = try DayPageEntries(record: record, zone: zone).mismatches(ledger, text: text, path: path)
        return found + ofLedger.filter { !said.contains($0.path) }
    }

    private func ofNote() -> [FolderMismatch] {
        guard let record = DayRecord(in: workplace.reports) else {
            let note = "\(workplace.reports)/\(DayRecord.name)"
            return names.isEmpty ? [] : [.dayPage(FolderContent.isThere(note) ? .changed : .lost, note)]
        }
        guard let pages = record.pages else { return [] }
        let content = FolderContent(folder)
        let present = Set(names)
        let known = Set(pages.keys).union((record.pending ?? [:]).keys)
        return known.sorted().compactMap { name in
            let path = "\(workplace.reports)/\(name)"
            guard present.contains(name) else {
                return record.pending?[name] == nil || pages[name] != nil ? .dayPage(.lost, path) : nil
            }
            let inFolder = name.split(separator: "/").dropFirst().joined(separator: "/")
            let digest = name == DayPages.fileName || content.isRegular(inFolder) ? InputFile.sha256(of: path) : nil
            let isWhole = digest != nil && (digest == pages[name] || digest == record.pending?[name])
            return isWhole ? nil : .dayPage(.changed, path)
        } + present.subtracting(known).sorted().map { .dayPage(.unknown, "\(workplace.reports)/\($0)") }
    }
}

extension FolderMismatch {
    static func dayPage(_ kind: Kind, _ path: String) -> FolderMismatch {
        let message =
            switch kind {
            case .lost:
                Bilingual(
                    vi:
                        "trang việc trong ngày bị mất: “\(path)”; lấy lại từ bản sao lưu, hoặc chạy “tonghop run” để lập "
                        + "trang của hôm nay",
                    en: "a page of a day is lost: “\(path)”; take it from a backup, or “tonghop run” makes that of "
                        + "today")
            case .changed:
                Bilingual(
                    vi: "trang việc trong ngày bị sửa: “\(path)” không còn như chương trình đã ghi; lấy lại từ bản sao "
                        + "lưu, hoặc xóa trang của hôm nay rồi chạy “tonghop run”",
                    en: "a page of a day was changed: “\(path)” is not what was written; take it from a backup, or "
                        + "delete that of today and run “tonghop run”")
            case .unknown:
                Bilingual(
                    vi: "“\(path)” không phải do chương trình ghi; hỏi người đã để vào đó rồi chuyển ra ngoài thư mục "
                        + "này",
                    en: "“\(path)” was not written by the program; ask who put it there, and move it out")
            }
        return FolderMismatch(kind: kind, path: path, message: message)
    }
}
