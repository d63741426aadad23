import Domain
import Storage

/// Everything that `verify` reads again: the ledger with its archive, what stands in the folder of reports, and the codes that
/// somebody has noted elsewhere.
package struct Verification {
    let workplace: Workplace
    let anchors: [AnchorCode]

    /// What was found.
    package struct Report {
        package var mismatches: [Item] = []
        /// Codes that the ledger has, in words.
        package var confirmed: [Bilingual] = []
        /// What may be so, and may be otherwise.
        package var notes: [Bilingual] = []
        /// The ledger's last entry, where it can be read.
        package var head: Anchor?
        package var codes: [(code: AnchorCode, entry: Int?)] = []
    }

    /// One thing that does not fit.
    package struct Item {
        package let kind: String
        package let place: String
        package let message: Bilingual
    }

    func report() throws -> Report {
        var report = Report()
        let opened: Ledger
        do {
            opened = try Ledger.openIfPresent(folder: workplace.reports)
        } catch let error as LedgerError where error.reason == .damaged {
            report.mismatches.append(Item(kind: "ledger", place: error.place, message: error.fault))
            return report
        }
        if opened.isPresent {
            report.mismatches = try opened.verify().map(Item.init)
        } else {
            try refuseAbsentFolder()
            report.notes.append(.noLedger(workplace.reports))
        }
        addFolders(opened, to: &report)
        report.notes += PeriodFolder.periods(in: workplace).map { PeriodFolder(workplace: workplace, period: $0) }
            .filter { DraftFolder(folder: $0).isUnsettled }.map { .unsettled("\($0.path)/\(PeriodFolder.draftName)") }
        try addAnchors(opened, to: &report)
        let unnamed = (try? opened.unnamedBlobs()) ?? 0
        if unnamed > 0 { report.notes.append(.unnamed(unnamed)) }
        return report
    }

    /// What stands in the folder of reports. A damaged ledger may be past telling what was issued; that it is damaged is said
    /// already.
    private func addFolders(_ ledger: Ledger, to report: inout Report) {
        let looks: [() throws -> [FolderMismatch]] = [
            EditionFolders(workplace: workplace, ledger: ledger).mismatches,
            ReleaseFolders(workplace: workplace, ledger: ledger).mismatches, { try drafts(ledger) },
            { try DayPageFolder(workplace: workplace).mismatches(ledger) },
            ReportsContent(workplace: workplace, ledger: ledger).mismatches,
        ]
        let isWhole = report.mismatches.isEmpty
        for look in looks {
            do {
                report.mismatches += try look().map(Item.init)
            } catch {
                let failure = Failure(error).message
                if isWhole {
                    report.mismatches.append(Item(kind: "unreadable", place: workplace.reports, message: failure))
                }
            }
        }
    }

    private func drafts(_ ledger: Ledger) throws -> [FolderMismatch] {
        try PeriodFolder.periods(in: workplace).flatMap { period in
            let draft = DraftFolder(folder: PeriodFolder(workplace: workplace, period: period))
            let found = try draft.mismatches()
            return try found.isEmpty ? draft.mismatchesWithLedger(ledger) : found
        }
    }

    private func addAnchors(_ ledger: Ledger, to report: inout Report) throws {
        try ledger.read { reader in
            report.head = try ledger.isPresent ? reader.anchor : nil
            for code in anchors {
                let found = try reader.anchors(code).first
                report.codes.append((code, found?.entry))
                if let found {
                    report.confirmed.append(.holds(code, found))
                } else {
                    report.mismatches.append(Item(kind: "anchor", place: code.description, message: .lacks(code)))
                }
            }
        }
    }

    /// Before the first run there is nothing to verify; a folder that is not there was named wrongly.
    private func refuseAbsentFolder() throws {
        guard !InputFile.isFolder(workplace.reports) else { return }
        throw Failure(.noLedger(workplace.reports))
    }
}

extension Verification.Item {
    init(_ mismatch: Mismatch) {
        let (kind, place) =
            switch mismatch.subject {
            case .database: ("database", "ledger.sqlite")
            case .schema(let name): ("schema", name)
            case .entry(let number): ("entry", "\(number)")
            case .blob(let sha256): ("archive", sha256)
            case .head: ("head", "ledger.head")
            }
        self.init(kind: kind, place: place, message: mismatch.message)
    }

    init(_ mismatch: FolderMismatch) {
        self.init(kind: mismatch.kind.rawValue, place: mismatch.path, message: mismatch.message)
    }
}

extension Bilingual {
    fileprivate static func noLedger(_ reports: String) -> Bilingual {
        Bilingual(vi: "chưa có sổ tiếp nhận trong “\(reports)”", en: "there is no ledger in “\(reports)”")
    }

    fileprivate static func unsettled(_ path: String) -> Bilingual {
        Bilingual(
            vi: "“\(path)” chưa lập xong do lần chạy bị ngắt giữa chừng; chạy lại “tonghop run”",
            en: "“\(path)” is unfinished, since a run was stopped; run “tonghop run” again")
    }

    fileprivate static func holds(_ code: AnchorCode, _ anchor: Anchor) -> Bilingual {
        Bilingual(
            vi: "mã đối chiếu \(code): đúng là mục \(anchor.entry) của sổ; các mục đến đó vẫn như khi in mã này",
            en: "check code \(code): is entry \(anchor.entry) of the ledger, whose entries up to there are as they were"
        )
    }

    fileprivate static func lacks(_ code: AnchorCode) -> Bilingual {
        Bilingual(
            vi:
                "mã đối chiếu \(code): sổ không có mục nào mang mã này; xem lại mã đã gõ; nếu đúng, sổ đã bị thay hoặc mất phần cuối: "
                + "khôi phục bản sao lưu có mã này",
            en:
                "check code \(code): no entry of the ledger bears it; look at what was typed; if that is right, the ledger was "
                + "exchanged or its tail is lost: restore a backup that has it")
    }

    fileprivate static func unnamed(_ count: Int) -> Bilingual {
        Bilingual(
            vi:
                "kho lưu có \(count) tệp mà sổ không ghi: do lần chạy bị ngắt giữa chừng, hoặc sổ đã bị thay bằng bản cũ hơn; kiểm tra "
                + "bằng --anchor",
            en:
                "the archive has \(count) files that the ledger does not name: a run was stopped, or an older ledger was put in the "
                + "place of this one; --anchor tells")
    }
}
