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

    /// No page of a day comes near it.
    private static let bytesMost = 64 << 20

    /// What is lost, changed or foreign.
    func mismatches(_ ledger: Ledger) throws -> [FolderMismatch] {
        let found = ofNote()
        guard let record = try DayRecord(in: workplace.reports), record.pages != nil,
            let zone = TimeZone(identifier: record.zone)
        else { return found }
        let said = Set(found.map(\.path))
        func path(_ day: Day) -> String { "\(workplace.reports)/\(DayPages.name(of: day))" }
        func text(_ day: Day) -> String? {
            guard InputFile.isRegular(path(day)), InputFile.size(of: path(day)) <= DayPageFolder.bytesMost,
                let bytes = FileManager.default.contents(atPath: path(day))
            else {
                return nil
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        let entries = DayPageEntries(record: record, zone: zone)
        let ofLedger = try entries.mismatches(ledger, text: text, path: path)
        let untold = try entries.untoldDays(ledger).filter { !record.announces($0) }
        var rolledBack: [FolderMismatch] = []
        if let first = untold.first, let last = untold.last, first != last {
            rolledBack = [.rolledBack("\(workplace.reports)/\(DayPages.fileName)", record.entry, first, last)]
        }
        return found + ofLedger.filter { !said.contains($0.path) } + rolledBack
    }

    /// What a run recorded and no page tells: it was stopped, of its one day before it noted anything, of several (the first pages after
    /// an upgrade) while it wrote; or pages and note are of earlier on that day.
    func untold(_ ledger: Ledger) throws -> Bilingual? {
        guard let record = try DayRecord(in: workplace.reports), record.pages != nil,
            let zone = TimeZone(identifier: record.zone)
        else { return nil }
        let days = try DayPageEntries(record: record, zone: zone).untoldDays(ledger)
        guard let first = days.first, let last = days.last, days.count(where: { !record.announces($0) }) <= 1 else {
            return nil
        }
        return .untold(record.entry, first, last)
    }

    private func ofNote() -> [FolderMismatch] {
        guard let record = try? DayRecord(in: workplace.reports) else {
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

extension Bilingual {
    fileprivate static func untold(_ entry: Int, _ first: Day, _ last: Day) -> Bilingual {
        let days = first == last ? Language.vi.date(first) : "\(Language.vi.date(first)) đến \(Language.vi.date(last))"
        return Bilingual(
            vi:
                "trang việc trong ngày mới kể đến mục \(entry) của sổ, chưa kể các mục sau đó của ngày \(days): lần chạy bị "
                + "ngắt, hoặc trang bị thay bằng bản cũ hơn; chạy lại “tonghop run”",
            en:
                "the pages of the days end with entry \(entry) and lack later ones of \(first == last ? "\(first)" : "\(first) to \(last)"): a run was stopped, or older pages were put in "
                + "their place; run “tonghop run” again")
    }
}

extension FolderMismatch {
    fileprivate static func rolledBack(
        _ path: String, _ entry: Int, _ first: Day, _ last: Day
    ) -> FolderMismatch {
        FolderMismatch(
            kind: .changed, path: path,
            message: Bilingual(
                vi:
                    "trang việc trong ngày bị thay bằng bản cũ: “\(path)” và các trang của ngày chỉ kể đến mục \(entry) của sổ, thiếu các ngày "
                    + "\(Language.vi.date(first)) đến \(Language.vi.date(last)) (hoặc các lần chạy của những ngày ấy đều bị ngắt); lấy lại từ "
                    + "bản sao lưu, hoặc chạy “tonghop run” để lập lại",
                en:
                    "older pages of the days were put in place: “\(path)” and the days' own end with entry \(entry), and lack \(first) to "
                    + "\(last) (or the runs of all these days were stopped); take them from a backup, or “tonghop run” makes them again"
            ))
    }

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
